import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Principal } from '#access';
import { Seal } from '#platform';
import type { ApiRoot } from '../collections/api-roots.js';
import type { Collection } from '../collections/collections.js';
import { malformed } from '../protocol/answer.js';
import { writeMoment } from '../protocol/moment.js';
import type { Asked } from '../protocol/query.js';
import { type Entry, FindObjects } from './find.js';

/** A page of a collection. */
export interface Page {
  readonly entries: readonly Entry[];
  readonly more: boolean;
  /** Where to go on; null at the end. */
  readonly next: string | null;
  /** TAXII 2.1, section 3.2: none where the page is empty, since there is no moment to tell. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Reads collections page by page: TAXII 2.1, section 3.5. */
@Injectable()
export class ReadObjects {
  constructor(
    private readonly finding: FindObjects,
    private readonly seal: Seal,
  ) {}

  /** @throws TaxiiError 400 for a `next` that was not given for this question */
  async page(principal: Principal, place: Place, asked: Asked): Promise<Page> {
    const { root, collection } = place;
    const binding = bindingOf(place, asked);
    const after = await this.begin(binding, asked);
    const found = await this.finding.find(principal, {
      root,
      collection,
      asked,
      after,
      limit: asked.limit + 1,
    });
    const entries = found.slice(0, asked.limit);
    const [first, last] = [entries[0], entries.at(-1)];
    const more = found.length > entries.length;
    return {
      entries,
      more,
      next: more && last ? this.seal.seal('taxii', binding, last.sequence) : null,
      headers:
        first && last
          ? {
              'x-taxii-date-added-first': writeMoment(first.added),
              'x-taxii-date-added-last': writeMoment(last.added),
            }
          : {},
    };
  }

  isThere(principal: Principal, { root, collection }: Place, asked: Asked): Promise<boolean> {
    return this.finding.isThere(principal, { root, collection, asked });
  }

  private async begin(binding: string, { next, addedAfter }: Asked): Promise<number> {
    if (next !== null) {
      const after = this.seal.open('taxii', binding, next);
      if (after === null) throw malformed('next is good only with the parameters that it was given for.');
      return after;
    }
    return addedAfter === null ? 0 : this.finding.placeOf(addedAfter);
  }
}

/** Where something is asked. */
export interface Place {
  readonly root: ApiRoot;
  readonly collection: Collection;
}

/** A `next` goes with its filters, and with no others; the limit may change from page to page. */
function bindingOf(
  { root, collection }: Place,
  { addedAfter, ids, types, versions, specVersions }: Asked,
): string {
  const asked = [root.name, collection.id, addedAfter, ids, types, versions, specVersions];
  return createHash('sha256').update(JSON.stringify(asked)).digest('base64url');
}
