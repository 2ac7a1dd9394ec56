import type { AffectedSystem, PublicationStatus, ReviewReason } from '../generated/operations.generated.js';

/** `VOTER_REGISTRATION` as `voter registration`. */
export const words = (value: string): string => value.toLowerCase().replaceAll('_', ' ');

export const systemNames = (systems: readonly AffectedSystem[]): string => systems.map(words).join(', ');

/** Nothing for what is real; for everything else a text that cannot be overlooked. */
export const unreal = (status: PublicationStatus): string =>
  status === 'ACTUAL' ? '' : `[${status}, NOT REAL]`;

/** The review that a release waits for, as the second half of a sentence. */
export const REVIEW_REASONS: Record<ReviewReason, string> = {
  REQUESTED: 'its author asked for a review',
  TWO_PERSON: 'your member releases with two people',
  NATIONAL_AUDIENCE: 'it is addressed to the nation, which takes two people',
  BEYOND_OWN_REGION: 'it reaches beyond what your member may address by itself',
};

/** `1 person`, `2 people`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

/** A label as FIRST has it written: `TLP:AMBER+STRICT`. */
export const tlpLabel = (tlp: string): string => `TLP:${tlp.replace('_', '+')}`;
