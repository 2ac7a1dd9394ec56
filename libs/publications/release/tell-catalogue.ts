import { Injectable } from '@nestjs/common';
import { audienceKeys, type Principal, type Viewer } from '#access';
import type { PublicationContentInput } from '#contract';
import { Members } from '#members';
import { Ids, type WriteTx } from '#platform';
import { Compose } from '../content/compose.js';
import { AppendRelease } from './append-release.js';
import { Judge } from './judge.js';
import { originOf } from './origin.js';

const PATH = ['catalogue'];

/** What is said of a catalogue, without what is the same each time. */
export type CatalogueNews = Pick<PublicationContentInput, 'title' | 'body' | 'cves' | 'references'>;

/**
 * Releases a bulletin of the hub's own member about a public catalogue that it has taken in. It repeats what is public, to
 * everyone: nobody wrote it, and so nobody reviews it.
 */
@Injectable()
export class TellCatalogue {
  constructor(
    private readonly members: Members,
    private readonly compose: Compose,
    private readonly judge: Judge,
    private readonly log: AppendRelease,
    private readonly ids: Ids,
  ) {}

  /** Within the transaction that takes the catalogue in, so that it is told once. @returns the publication's id */
  async release(
    tx: WriteTx,
    principal: Principal & { readonly viewer: Viewer },
    news: CatalogueNews,
  ): Promise<string> {
    const { personId, member } = principal.viewer;
    const origin = await originOf(this.members, tx, member.id);
    const composed = await this.compose.content(
      tx,
      principal,
      { ...news, kind: 'BULLETIN', tlp: 'CLEAR', audience: { regions: ['US'] } },
      { path: PATH, origin, present: null, catalogueNews: true },
    );
    const released = await this.judge.released(tx, composed, origin.id, personId);
    const publicationId = this.ids.id();
    await this.log.append(tx, {
      what: 'PUBLISHED',
      publicationId,
      originId: origin.id,
      composed,
      keys: audienceKeys(released),
      authorId: personId,
      releasedById: personId,
      note: null,
      standing: null,
    });
    return publicationId;
  }
}
