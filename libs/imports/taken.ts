import type { PublicationKind, Tlp } from '#access';
import type { DocumentFormat } from '#exchange';

/** What came of one document, or would come of it. */
export type What =
  | 'DRAFTED'
  | 'RELEASED'
  | 'SUBMITTED_FOR_REVIEW'
  | 'REVISED'
  | 'WITHDRAWN'
  | 'UNCHANGED'
  | 'OWN'
  | 'REFUSED';

export interface Taken {
  readonly format: DocumentFormat | 'KEV';
  readonly what: What;
  readonly sourceId: string;
  readonly version: string;
  readonly title: string;
  readonly kind: PublicationKind | null;
  readonly tlp: Tlp | null;
  readonly publicationId: string | null;
  readonly draftId: string | null;
  /** How many indicators it holds, which become part of what is released of it. */
  readonly indicators: number;
  /** What a person should know of it. */
  readonly remarks: readonly string[];
}
