import { Injectable } from '@nestjs/common';
import type { Principal } from '#access';
import { type StixObject, toStix } from '#exchange';
import { Outgoings } from '#exports';
import { completed, Indicators } from '#indicators';
import { Publications } from '#publications';
import type { Entry } from './find.js';

/** Indicators that a report names; a publication may have a hundred thousand, and each of them says of which it is. */
const MOST_REFS = 500;

/** Makes entries of the log into objects, as their caller may see them. */
@Injectable()
export class RenderObjects {
  constructor(
    private readonly publications: Publications,
    private readonly outgoings: Outgoings,
    private readonly indicators: Indicators,
  ) {}

  /** Each as JSON, in their order. What is a report or a note is worked out anew; the rest is at hand. */
  async of(principal: Principal, entries: readonly Entry[]): Promise<string[]> {
    if (entries.length === 0) return [];
    const hub = `identity--${this.outgoings.source().hub.id}`;
    const told = await this.told(principal, entries);
    return entries.flatMap((entry) => {
      if (entry.content === '') return told.get(entry.sequence) ?? [];
      return completed(entry, hub);
    });
  }

  private async told(principal: Principal, entries: readonly Entry[]): Promise<Map<number, string>> {
    const wanted = entries.filter(({ content }) => content === '');
    if (wanted.length === 0) return new Map();
    const views = await this.publications.asOf(
      principal,
      wanted.map(({ publicationId, sourceId }) => ({
        publicationId: publicationId ?? '',
        revisionId: sourceId ?? '',
      })),
    );
    const source = this.outgoings.source();
    const outgoing = new Map(
      await Promise.all(
        [...views].map(async ([revisionId, view]) => {
          const [one] = await this.outgoings.of([view]);
          return [revisionId, one] as const;
        }),
      ),
    );
    const refs = await this.indicators.refsOf(
      principal,
      [...new Set(wanted.map((one) => one.publicationId ?? ''))],
      MOST_REFS,
    );
    const told = new Map<number, string>();
    for (const { sequence, sourceId, objectId, version, publicationId } of wanted) {
      const one = outgoing.get(sourceId ?? '');
      if (!one) continue;
      const asOf = { ...one, revisions: one.revisions.filter(({ at }) => at <= one.updatedAt) };
      const objects: readonly StixObject[] = toStix(asOf, source, refs.get(publicationId ?? '') ?? []);
      const object = objects.find(({ id }) => id === objectId);
      if (object) told.set(sequence, JSON.stringify({ ...object, modified: version }));
    }
    return told;
  }
}
