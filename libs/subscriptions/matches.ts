import type { PublicationKind, RegionLine } from '#access';
import type { AffectedSystem } from '#contract';
import { holdsWords, wordsOf } from './words.js';

/** What a subscription asks for. Everything given must match; an empty list asks for everything. */
export interface Interest {
  /** Each region with what lies above it. */
  readonly regions: readonly RegionLine[];
  /** Whether what is addressed to places below these regions counts. */
  readonly below: boolean;
  /** Whether what is addressed to regions above these counts. */
  readonly above: boolean;
  readonly kinds: readonly PublicationKind[];
  /** From 0, BASELINE, to 5, EMERGENCY; `null` asks for any. */
  readonly severityAtLeast: number | null;
  readonly systems: readonly AffectedSystem[];
  /** Words that must all occur. */
  readonly text: string | null;
  /** Only news of the KEV catalogue. What was stored before there was any does not say. */
  readonly newKnownExploited?: boolean;
}

/** What of a publication decides whether it is of interest. */
export interface Topic {
  readonly kind: PublicationKind;
  /** From 0, BASELINE, to 5, EMERGENCY; what has none counts as BASELINE. */
  readonly severity: number | null;
  readonly systems: readonly AffectedSystem[];
  /** The regions that it is addressed to, each with what lies above it. */
  readonly regions: readonly RegionLine[];
  readonly groupIds: readonly string[];
  /** Title, summary, body and products. */
  readonly text: string;
  /** Whether it tells of new entries of the KEV catalogue. */
  readonly catalogueNews: boolean;
}

/**
 * Whether a publication is what an interest asks for. It says nothing of whether anyone may see it.
 * @param memberGroups the sharing groups of the subscriber's member: what is addressed to one of them is addressed
 * to its members themselves, wherever they are
 */
export function matches(interest: Interest, topic: Topic, memberGroups: Iterable<string> = []): boolean {
  const { kinds, severityAtLeast, systems, text, newKnownExploited } = interest;
  return (
    (!newKnownExploited || topic.catalogueNews) &&
    (kinds.length === 0 || kinds.includes(topic.kind)) &&
    (severityAtLeast === null || (topic.severity ?? 0) >= severityAtLeast) &&
    (systems.length === 0 || systems.some((system) => topic.systems.includes(system))) &&
    (matchesRegion(interest, topic) || addressesGroup(topic, memberGroups)) &&
    (text === null || holdsWords(topicWords(topic), text))
  );
}

function matchesRegion({ regions, below, above }: Interest, topic: Topic): boolean {
  if (regions.length === 0) return true;
  return topic.regions.some((addressed) =>
    regions.some(
      (wanted) =>
        wanted[0] === addressed[0] ||
        (below && addressed.includes(wanted[0] as string)) ||
        (above && wanted.includes(addressed[0] as string)),
    ),
  );
}

function addressesGroup({ groupIds }: Topic, memberGroups: Iterable<string>): boolean {
  if (groupIds.length === 0) return false;
  for (const id of memberGroups) if (groupIds.includes(id)) return true;
  return false;
}

/** One topic meets thousands of interests; its text is taken apart once. */
const known = new WeakMap<Topic, string>();

function topicWords(topic: Topic): string {
  const words = known.get(topic) ?? wordsOf(topic.text);
  known.set(topic, words);
  return words;
}
