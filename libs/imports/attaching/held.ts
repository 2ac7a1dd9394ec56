import type { Tlp } from '#access';
import type { StixObject } from '#exchange';
import type { Seen, ToKeep } from '#indicators';

/** Where a document lies, and what of it belongs to a publication. */
export interface Held {
  readonly format: string;
  readonly documentId: string;
  readonly head: number | null;
}

/** An indicator that a document holds, with its own marking. */
export interface HeldIndicator {
  readonly tlp: Tlp | null;
  readonly object: ToKeep;
}

/** A sighting of one of them. */
export interface HeldSighting {
  readonly tlp: Tlp | null;
  readonly toldAs: string;
  readonly foundBy: string;
  readonly seen: Seen;
  readonly object: StixObject | null;
}

export interface Batch<T> {
  readonly found: readonly T[];
  /** How many there were that cannot be looked up: no pattern of STIX that keeps to the grammar. */
  readonly left: number;
  /** Where the next batch begins; null after the last. */
  readonly next: number | null;
}
