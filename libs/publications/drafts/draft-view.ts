import type { MemberRecord, PersonView } from '#members';
import type { AudienceView } from '../reading/audience-view.js';
import type { LevelSettingView } from '../reading/level-setting-view.js';
import type { PublicationView } from '../reading/publication-view.js';
import type { Draft } from './draft.js';

/** A draft as one viewer may see it. */
export interface DraftView {
  readonly id: string;
  readonly version: number;
  readonly state: Draft['state'];
  readonly member: MemberRecord;
  readonly author: PersonView;
  readonly content: DraftContentView;
  readonly note: string | null;
  readonly reviewReasons: Draft['reviewReasons'];
  readonly reviewNote: string | null;
  readonly updatedAt: string;
  /** The publication that it revises, if the viewer may see it; read for all drafts of a page at once. */
  revises(): Promise<PublicationView | null>;
  /** What it is to supersede, as far as the viewer may see it. */
  supersedes(): Promise<readonly PublicationView[]>;
}

export type DraftContentView = Omit<Draft['composed']['content'], 'alertLevel'> & {
  readonly tlp: Draft['composed']['tlp'];
  readonly audience: AudienceView;
  readonly onBehalfOf: MemberRecord | null;
  readonly alertLevel: LevelSettingView | null;
};
