import type { ReleaseKind } from '#contract';
import type { PublicationView } from '../reading/publication-view.js';
import type { RevisionView } from '../reading/revision-view.js';

/** An entry of the release log as one viewer may see it. */
export interface ReleaseView {
  readonly cursor: string;
  readonly what: ReleaseKind;
  readonly at: string;
  readonly publicationId: string;
  readonly publication: PublicationView | null;
  readonly revision: RevisionView | null;
}
