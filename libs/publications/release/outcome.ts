import type { ReviewReason } from '#contract';

/** How a release ended; kept for a repeated request. */
export type Outcome =
  | { readonly outcome: 'RELEASED'; readonly publicationId: string; readonly sequence: number }
  | {
      readonly outcome: 'SUBMITTED_FOR_REVIEW';
      readonly draftId: string;
      readonly reviewReasons: readonly ReviewReason[];
    };

/** A draft that will be released at its time. */
export interface Scheduled {
  readonly outcome: 'SCHEDULED';
  readonly draftId: string;
}
