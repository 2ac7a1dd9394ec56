import type { MemberRecord, PersonView } from '#members';
import type { AudienceView } from '../reading/audience-view.js';
import type { PublicationView } from '../reading/publication-view.js';
import type { Draft } from './draft.js';

/** A draft as one viewer may see it. */
export interface DraftView {
  readonly id: string;
  readonly version: number;
  readonly state: Draft['state'];
  readonly member: MemberRecord;
  readonly author: PersonView;
  readonly revises: PublicationView | null;
  readonly content: DraftContentView;
  readonly note: string | null;
  readonly supersedes: readonly PublicationView[];
  readonly reviewReasons: Draft['reviewReasons'];
  readonly reviewNote: string | null;
  readonly updatedAt: string;
}

export type DraftContentView = Draft['composed']['content'] & {
  readonly tlp: Draft['composed']['tlp'];
  readonly audience: AudienceView;
  readonly onBehalfOf: MemberRecord | null;
};
