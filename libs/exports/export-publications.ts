import { Injectable } from '@nestjs/common';
import type { Principal, Tlp } from '#access';
import type { Connection, ExportFormat, PublicationFilter } from '#contract';
import { CSV_HEADER } from '#exchange';
import { Originals } from '#imports';
import { NO_PARTS, PublicationParts } from '#indicators';
import { Feed, Publications, type PublicationView } from '#publications';
import { Outgoings } from './outgoing.js';
import { type Exported, render } from './render.js';

export interface ExportWish {
  readonly format: ExportFormat;
  readonly filter?: PublicationFilter | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

/** Red leaves by no export: it is not even read, so that nobody is written down as having opened it. */
const LEAVING: readonly Tlp[] = ['CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT'];

/** Formats that have words for indicators. */
const WITH_PARTS: readonly ExportFormat[] = ['STIX', 'MISP'];

/** Only what may leave: the filter as it is asked, without red. */
export function leaving(filter: PublicationFilter | null | undefined): PublicationFilter | null {
  const asked = filter?.tlps?.length ? filter.tlps.filter((tlp) => tlp !== 'RED') : LEAVING;
  return asked.length === 0 ? null : { ...filter, tlps: [...asked] };
}

/** Puts what a principal may see into other formats. */
@Injectable()
export class ExportPublications {
  constructor(
    private readonly feed: Feed,
    private readonly publications: Publications,
    private readonly outgoings: Outgoings,
    private readonly originals: Originals,
    private readonly parts: PublicationParts,
  ) {}

  /** @throws Refusal BAD_INPUT naming the field */
  async page(
    principal: Principal,
    { format, filter, first, after }: ExportWish,
  ): Promise<Connection<Exported> & { header: string | null }> {
    const header = format === 'CSV' ? CSV_HEADER : null;
    const wanted = leaving(filter);
    const nothing = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null };
    if (wanted === null) return { edges: [], pageInfo: nothing, header };
    const page = await this.feed.page(principal, {
      filter: wanted,
      first: first ?? null,
      after: after ?? null,
    });
    const views = page.edges.map(({ node }) => node);
    const exported = await this.of(principal, views, format);
    const edges = page.edges.flatMap(({ cursor, node }) => {
      const document = exported.get(node.id);
      return document ? [{ cursor, node: document }] : [];
    });
    return { edges, pageInfo: page.pageInfo, header };
  }

  /** Null for what is not seen, is red, or has no place in the format. */
  async one(principal: Principal, id: string, format: ExportFormat): Promise<Exported | null> {
    const view = await this.publications.one(principal, id);
    return view ? ((await this.of(principal, [view], format)).get(id) ?? null) : null;
  }

  private async of(
    principal: Principal,
    views: readonly PublicationView[],
    format: ExportFormat,
  ): Promise<ReadonlyMap<string, Exported>> {
    const source = this.outgoings.source();
    const released = views.filter(({ tlp, state }) => tlp !== 'RED' && state === 'RELEASED');
    const ids = WITH_PARTS.includes(format) ? released.map(({ id }) => id) : [];
    const [outgoing, originals, parts] = await Promise.all([
      this.outgoings.of(views),
      this.originals.of(views),
      this.parts.of(principal, ids, `identity--${source.hub.id}`),
    ]);
    const documents = await Promise.all(
      outgoing.map((publication) =>
        render(format, publication, source, {
          original: originals.get(publication.id),
          parts: parts.get(publication.id) ?? NO_PARTS,
        }),
      ),
    );
    return new Map(documents.flatMap((document) => (document ? [[document.publicationId, document]] : [])));
  }
}
