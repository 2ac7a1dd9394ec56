import type { Tlp } from '#access';
import type { PublicationContentInput } from '#contract';

/** The formats that are taken in as publications. */
export type DocumentFormat = 'STIX' | 'CSAF' | 'CAP' | 'MISP';

/** What a publication says, but for whom it is addressed to: that is for whoever takes it in. */
export type Said = Omit<
  PublicationContentInput,
  'audience' | 'tlp' | 'attribution' | 'onBehalfOfId' | 'acknowledgeWithinMinutes'
>;

/** A document of another format as the publication that it would be. */
export interface Incoming {
  readonly format: DocumentFormat;
  /** What the source calls it, in all its versions. */
  readonly sourceId: string;
  /** Other names under which an earlier version of it may be known: a CAP update has an identifier of its own. */
  readonly follows: readonly string[];
  /** Ids of the objects of others that it is, or was taken from, nearest first; only STIX tells. */
  readonly upstream?: readonly string[];
  /** The version in the source's words. */
  readonly version: string;
  /** When this version was made, as text that sorts. */
  readonly versionAt: string;
  /** The source takes it back. */
  readonly withdrawn: boolean;
  /** As it is marked; null without a marking. */
  readonly tlp: Tlp | null;
  readonly said: Said;
  /** Region codes, current or old, that the document names. */
  readonly regions: readonly string[];
  /** What the publication cannot say as the document does; the original keeps it. */
  readonly remarks: readonly string[];
}
