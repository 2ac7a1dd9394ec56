import { Injectable } from '@nestjs/common';
import { type DocumentFormat, refsOf, type StixObject } from '#exchange';
import { Database } from '#platform';
import type { PublicationView } from '#publications';
import { digestOf } from './digest.js';
import { bodiesOf, partAt, restOf } from './kept/parts.js';
import { type Known, sourcesOf } from './sources.js';

/** The document that a publication was taken from, while it says exactly that. */
export interface Original {
  readonly format: DocumentFormat;
  /** Whether the document itself is marked as the publication is; else whoever passes it on must say how. */
  readonly marked: boolean;
  /** The texts of its parts as they came: a STIX object each, or the whole document. */
  parts(): Promise<readonly string[]>;
}

const ROWS_AT_ONCE = 500;

/** Finds what was kept of documents, for publications that somebody may see and that have not been changed since. */
@Injectable()
export class Originals {
  constructor(private readonly database: Database) {}

  /** By the publication's id. */
  async of(publications: readonly PublicationView[]): Promise<ReadonlyMap<string, Original>> {
    const views = new Map(publications.map((view) => [view.id, view]));
    const originals = new Map<string, Original>();
    for (const [id, known] of await this.unchanged(publications)) {
      const { format, marked } = known;
      const parts = () => this.parts(known);
      originals.set(id, { format, marked: marked === views.get(id)?.tlp, parts });
    }
    return originals;
  }

  /** Ids of the STIX objects of others that publications are, or were taken from, nearest first: where the document itself is told. */
  async upstream(publications: readonly PublicationView[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const known = [...(await this.unchanged(publications))];
    return new Map(known.map(([id, { upstream }]) => [id, JSON.parse(upstream) as string[]]));
  }

  /**
   * What is known of the documents that publications still say the same as. What is anonymous or red has none: the document would
   * tell on. One statement.
   */
  private async unchanged(publications: readonly PublicationView[]): Promise<Map<string, Known>> {
    const open = publications.filter(
      ({ attribution, tlp, state }) => attribution === 'NAMED' && tlp !== 'RED' && state === 'RELEASED',
    );
    const sources = await this.database.read((tx) =>
      sourcesOf(
        tx,
        open.map(({ id }) => id),
      ),
    );
    const found = new Map<string, Known>();
    for (const view of open) {
      const latest = sources.find(({ publicationId }) => publicationId === view.id);
      if (latest && latest.said === digestOf(view)) found.set(view.id, latest);
    }
    return found;
  }

  private parts({ format, documentId, head }: Known): Promise<readonly string[]> {
    return this.database.read(async (tx) => {
      if (head === null) {
        const bodies: string[] = [];
        for (let from = 0; ; ) {
          const rows = await restOf(tx, documentId, from, ROWS_AT_ONCE);
          bodies.push(...rows.map(({ body }) => body));
          from = (rows.at(-1)?.ordinal ?? 0) + 1;
          if (rows.length < ROWS_AT_ONCE) return bodies;
        }
      }
      const { type, body } = (await partAt(tx, documentId, head)) ?? { type: '', body: '' };
      // What came in an envelope with others is no document by itself.
      if (format !== 'STIX') return type === format ? [body] : [];
      const report = JSON.parse(body) as StixObject;
      return [...new Set([...(await bodiesOf(tx, documentId, [report.id, ...refsOf(report)])), body])];
    });
  }
}
