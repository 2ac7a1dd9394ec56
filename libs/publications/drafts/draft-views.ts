import { Injectable } from '@nestjs/common';
import type { Principal } from '#access';
import { Members, People, personView } from '#members';
import { AudienceView } from '../reading/audience-view.js';
import { levelSettingView } from '../reading/level-setting-view.js';
import type { PublicationView } from '../reading/publication-view.js';
import { RedOpenings } from '../reading/red-openings.js';
import { Views } from '../reading/views.js';
import type { Draft } from './draft.js';
import type { DraftView } from './draft-view.js';

/** Makes views of drafts that a principal sees. What is red is written down as opened, as it is once released. */
@Injectable()
export class DraftViews {
  constructor(
    private readonly members: Members,
    private readonly people: People,
    private readonly views: Views,
    private readonly openings: RedOpenings,
  ) {}

  async of(principal: Principal, drafts: readonly Draft[]): Promise<DraftView[]> {
    if (drafts.length === 0) return [];
    const red = drafts.filter(({ composed }) => composed.tlp === 'RED');
    const behalf = drafts.map(({ composed }) => composed.content.onBehalfOfId).filter((id) => id !== null);
    const audiences = drafts.map(({ composed }) => composed.audience);
    const [members, people, together] = await Promise.all([
      this.members.byIds([...drafts.map(({ memberId }) => memberId), ...behalf]),
      this.people.byIds(drafts.map(({ authorId }) => authorId)),
      this.views.togetherFor(principal, audiences),
      this.openings.record(
        principal,
        red.map(({ id }) => ({ objectType: 'draft', objectId: id })),
      ),
    ]);
    const publications = this.publicationsOf(principal, drafts);
    return drafts.flatMap((draft) => {
      const { id, version, state, composed, note, reviewReasons, reviewNote, updatedAt } = draft;
      const member = members.get(draft.memberId);
      const author = people.get(draft.authorId);
      if (!member || !author) return [];
      const content = {
        ...composed.content,
        tlp: composed.tlp,
        audience: new AudienceView(composed.audience, draft.memberId, together),
        alertLevel: levelSettingView(composed.content.alertLevel, together),
        onBehalfOf: members.get(composed.content.onBehalfOfId ?? '') ?? null,
      };
      const view: DraftView = {
        ...{ id, version, state, member, content, note, reviewReasons, reviewNote, updatedAt },
        author: personView(principal, author),
        revises: async () => (await publications()).get(draft.revisesId ?? '') ?? null,
        supersedes: async () => {
          const seen = await publications();
          return draft.supersedesIds.map((target) => seen.get(target)).filter((one) => one !== undefined);
        },
      };
      return [view];
    });
  }

  /** What the drafts are about, read when one of them is asked and then for all. */
  private publicationsOf(principal: Principal, drafts: readonly Draft[]) {
    const ids = drafts.flatMap(({ revisesId, supersedesIds }) => [
      ...(revisesId === null ? [] : [revisesId]),
      ...supersedesIds,
    ]);
    let reading: Promise<ReadonlyMap<string, PublicationView>> | undefined;
    return () => {
      reading ??= this.views.publications(principal, ids);
      return reading;
    };
  }
}
