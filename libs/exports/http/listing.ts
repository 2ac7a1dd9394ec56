import { Injectable } from '@nestjs/common';
import { type Principal, PUBLIC_KEY, PUBLICATION_KINDS, type PublicationKind } from '#access';
import type { PublicationFilter } from '#contract';
import type { FeedHead, Outgoing, Source } from '#exchange';
import { Members } from '#members';
import { notFound } from '#platform';
import { Feed, ReleaseLog } from '#publications';
import { RegionsService } from '#regions';
import { leaving } from '../export-publications.js';
import { Outgoings } from '../outgoing.js';

/** Entries of a feed, and documents of a tree. */
const FEED_LENGTH = 50;
const PAGE = 100;
const MOST_PAGES = 20;

/** What an empty feed says it was changed: nothing, ever. */
const NEVER = '1970-01-01T00:00:00.000Z';

export interface Listed {
  readonly source: Source;
  readonly publications: readonly Outgoing[];
}

/** Reads what a feed or a tree holds. */
@Injectable()
export class Listing {
  /** What anybody may read, by what was asked for: few things, since the routes choose them. */
  private readonly open = new Map<string, { readonly head: number; readonly listed: Promise<Listed> }>();

  constructor(
    private readonly log: ReleaseLog,
    private readonly feed: Feed,
    private readonly outgoings: Outgoings,
    private readonly members: Members,
    private readonly regions: RegionsService,
  ) {}

  /** The latest of a kind and a region. @throws Refusal NOT_FOUND for a region or a kind that is none */
  async latest(principal: Principal, kind: PublicationKind | null, region: string | null): Promise<Listed> {
    if (region !== null && !this.regions.tree().resolve(region)) throw notFound();
    const filter = { ...(kind ? { kinds: [kind] } : {}), ...(region ? { regions: [region] } : {}) };
    return this.read(principal, filter, FEED_LENGTH, 1);
  }

  /**
   * All of them, as many as a tree may hold, latest first. What is open to everybody is read once for as long as it stays the same:
   * anybody may ask for it, as often as they like. That anything else was released is to be told by nothing, and so not by what is
   * read anew then.
   */
  async all(principal: Principal, filter: PublicationFilter): Promise<Listed> {
    if (principal.viewer !== null) return this.read(principal, filter, PAGE, MOST_PAGES);
    const name = JSON.stringify(filter);
    const head = await this.log.headOf(PUBLIC_KEY);
    const kept = this.open.get(name);
    if (kept?.head === head && (await this.areNamedSo(await kept.listed))) return kept.listed;
    const listed = this.read(principal, filter, PAGE, MOST_PAGES);
    this.open.set(name, { head, listed });
    listed.catch(() => this.open.delete(name));
    return listed;
  }

  /** Whether the members are still called what they are called here. */
  private async areNamedSo({ publications }: Listed): Promise<boolean> {
    const parties = publications
      .flatMap(({ origin, onBehalfOf }) => [origin, onBehalfOf])
      .filter((one) => one !== null);
    const members = await this.members.byIds(new Set(parties.map(({ id }) => id)));
    return parties.every(({ id, name, kind }) => {
      const member = members.get(id);
      return member?.name === name && member.kind === kind;
    });
  }

  private async read(
    principal: Principal,
    asked: PublicationFilter,
    first: number,
    pages: number,
  ): Promise<Listed> {
    const filter = leaving(asked);
    const source = this.outgoings.source();
    const publications: Outgoing[] = [];
    for (let after: string | null = null, page = 0; page < pages; page += 1) {
      const found = await this.feed.page(principal, { filter, first, after });
      publications.push(...(await this.outgoings.of(found.edges.map(({ node }) => node))));
      if (!found.pageInfo.hasNextPage) break;
      after = found.pageInfo.endCursor;
    }
    return { source, publications };
  }
}

export function headOf(title: string, path: string, { source: { url }, publications }: Listed): FeedHead {
  const latest = publications
    .map(({ updatedAt }) => updatedAt)
    .sort()
    .at(-1);
  return { title, url: `${url}${path}`, home: url, updated: latest ?? NEVER };
}

const NAMES: Readonly<Record<string, PublicationKind | null>> = {
  all: null,
  ...Object.fromEntries(
    PUBLICATION_KINDS.map((kind) => [kind === 'ADVISORY' ? 'advisories' : `${kind.toLowerCase()}s`, kind]),
  ),
};

/** `alerts.atom`: the kind, and how it is written. @throws Refusal NOT_FOUND for any other name */
export function readName(file: string): {
  kind: PublicationKind | null;
  name: string;
  form: 'atom' | 'json';
} {
  const [, name = '', form] = /^([a-z]+)\.(atom|json)$/.exec(file) ?? [];
  if (!Object.hasOwn(NAMES, name) || !form) throw notFound();
  return { kind: NAMES[name] ?? null, name, form: form as 'atom' | 'json' };
}
