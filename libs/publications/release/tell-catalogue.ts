import { Injectable } from '@nestjs/common';
import { may, type Principal, type Viewer } from '#access';
import type { AuditRecord } from '#audit';
import type { PublicationContentInput } from '#contract';
import { Members } from '#members';
import type { WriteTx } from '#platform';
import { Compose } from '../content/compose.js';
import { originOf } from './origin.js';
import type { Outcome } from './outcome.js';
import { ReleaseComposed } from './release-composed.js';

const PATH = ['catalogue'];

/** What is said of a catalogue, without what is the same each time. */
export type CatalogueNews = Pick<PublicationContentInput, 'title' | 'body' | 'cves' | 'references'>;

/** What became of the news, and what the audit log is to say of it. */
export interface ToldCatalogue {
  readonly outcome: Outcome;
  readonly detail: AuditRecord['detail'];
}

/**
 * Makes a bulletin of the hub's own member about a public catalogue that it has taken in. It goes out as every release does: whoever
 * may not release, or not alone, leaves it for review.
 */
@Injectable()
export class TellCatalogue {
  constructor(
    private readonly members: Members,
    private readonly compose: Compose,
    private readonly releasing: ReleaseComposed,
  ) {}

  /** Within the transaction that takes the catalogue in, so that it is told once. */
  async release(
    tx: WriteTx,
    principal: Principal & { readonly viewer: Viewer },
    news: CatalogueNews,
  ): Promise<ToldCatalogue> {
    const { viewer, scopes } = principal;
    const origin = await originOf(this.members, tx, viewer.member.id);
    const composed = await this.compose.content(
      tx,
      principal,
      { ...news, kind: 'BULLETIN', tlp: 'CLEAR', audience: { regions: ['US'] } },
      { path: PATH, origin, present: null, catalogueNews: true },
    );
    const releases = may(viewer, 'publication.release', { memberId: origin.id }, scopes);
    const release = {
      ...{ origin, composed, standing: null, note: null, originsWord: null, supersedes: [], draft: null },
      ...{ paths: { content: PATH, audience: PATH }, review: releases ? [] : (['REQUESTED'] as const) },
    };
    let detail: AuditRecord['detail'];
    const outcome = await this.releasing.release(tx, viewer, principal, release, (told) => {
      detail = told.detail;
    });
    return { outcome, detail };
  }
}
