import { Injectable } from '@nestjs/common';
import type { Principal } from '#access';
import { type Connection, firstOf, type PublicationFilter } from '#contract';
import { badInput, Clock, cleanLine, Database, timestamp } from '#platform';
import { type Region, RegionsService } from '#regions';
import { digestOf } from '../reading/digest.js';
import { Feed } from '../reading/feed.js';
import { wantedBy } from '../reading/filter.js';
import type { PublicationView } from '../reading/publication-view.js';
import { type CountRow, type Counts, selectCounts, toCounts } from './counts.js';
import { type SnippetPiece, snippet } from './snippet.js';
import { type TextQuery, textQuery } from './text-index.js';

export interface SearchWish {
  readonly text?: string | null;
  readonly filter?: PublicationFilter | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

export type Facets = Omit<Counts, 'total' | 'states'> & {
  readonly states: readonly { readonly region: Region; readonly count: number }[];
};

type Found = Connection<PublicationView>;

/** A line of what was found. Its cursor is made when it is asked for. */
class FoundEdge {
  constructor(
    private readonly edge: Found['edges'][number],
    readonly snippet: readonly SnippetPiece[],
  ) {}

  get cursor(): string {
    return this.edge.cursor;
  }
  get node(): PublicationView {
    return this.edge.node;
  }
}

/** A page of what was found; its counts are made when they are asked for, and once. */
export interface SearchPage {
  readonly edges: readonly FoundEdge[];
  readonly pageInfo: Found['pageInfo'];
  counts(): Promise<Counts>;
}

const LONGEST_TEXT = 200;
const MOST_WORDS = 20;

/** Full text over what a principal may see, latest release first. */
@Injectable()
export class Search {
  constructor(
    private readonly feed: Feed,
    private readonly database: Database,
    private readonly regions: RegionsService,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal BAD_INPUT naming the field */
  async page(principal: Principal, wish: SearchWish): Promise<SearchPage> {
    const text = wish.text == null ? null : queryOf(wish.text);
    const wanted = wantedBy(wish.filter, this.regions.tree());
    const found = await this.feed.list(principal, {
      purpose: 'search',
      wanted,
      text,
      binding: digestOf(text, wish.filter ?? {}),
      first: firstOf(wish.first),
      after: wish.after ?? null,
    });
    const now = timestamp(this.clock.now());
    let counting: Promise<Counts> | undefined;
    const count = async (): Promise<Counts> => {
      const rows = await this.database.read((tx) =>
        tx.rows<CountRow>(selectCounts(tx.dialect, { held: principal.held, wanted, text, now })),
      );
      return toCounts(rows);
    };
    return {
      edges: found.edges.map((edge) => new FoundEdge(edge, text ? passage(edge.node, text) : [])),
      pageInfo: found.pageInfo,
      counts: () => {
        counting ??= count();
        return counting;
      },
    };
  }

  facets({ states, ...counts }: Counts): Facets {
    const tree = this.regions.tree();
    return {
      ...counts,
      states: states.flatMap(({ value, count }) => {
        const region = tree.region(value);
        return region ? [{ region, count }] : [];
      }),
    };
  }
}

/** @throws Refusal BAD_INPUT naming the field */
function queryOf(text: string): TextQuery | null {
  const line = cleanLine(text, { field: ['text'], max: LONGEST_TEXT });
  if (line === '') return null;
  const query = textQuery(line);
  const words = query.terms.flat().length;
  if (words === 0) throw badInput(['text'], 'Give at least one word of letters or digits.');
  if (words > MOST_WORDS) throw badInput(['text'], `Give at most ${MOST_WORDS} words.`);
  return query;
}

/** What the viewer of a tombstone does not see is not in the view either. */
const passage = (view: PublicationView, query: TextQuery): SnippetPiece[] =>
  snippet(
    [
      view.summary,
      view.body,
      view.instructions,
      view.affectedProducts.join(', '),
      view.cves.join(', '),
      view.title,
    ],
    query,
  );
