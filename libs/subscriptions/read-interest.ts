import type { PublicationKind } from '#access';
import type { AffectedSystem, InterestInput } from '#contract';
import { badInput, cleanLine, type FieldPath } from '#platform';
import { levelOf } from '#publications';
import type { RegionCode, RegionTree } from '#regions';
import type { Interest } from './matches.js';
import { wordsOf } from './words.js';

/** An interest as it is stored: its regions by code. */
export interface StoredInterest extends Omit<Interest, 'regions'> {
  readonly regions: readonly RegionCode[];
}

export const MOST_REGIONS = 100;
const LONGEST_TEXT = 200;

/**
 * An interest from outside. Codes of regions that are no longer in use become those that took their place.
 * @param path where the interest lies, for the error's field
 * @throws Refusal BAD_INPUT naming the field
 */
export function readInterest(
  input: InterestInput,
  tree: RegionTree,
  path: FieldPath = ['input', 'interest'],
): StoredInterest {
  return {
    regions: readRegions(input.regions ?? [], tree, [...path, 'regions']),
    below: input.below ?? true,
    above: input.above ?? true,
    kinds: distinct<PublicationKind>(input.kinds),
    severityAtLeast: input.severityAtLeast == null ? null : levelOf(input.severityAtLeast),
    systems: distinct<AffectedSystem>(input.affectedSystems),
    text: readWords(input.text, [...path, 'text']),
    newKnownExploited: input.newKnownExploited ?? false,
  };
}

const distinct = <T>(values: readonly T[] | null | undefined): T[] => [...new Set(values ?? [])];

function readRegions(codes: readonly string[], tree: RegionTree, field: FieldPath): RegionCode[] {
  if (codes.length > MOST_REGIONS) throw badInput(field, `Name at most ${MOST_REGIONS} regions.`);
  const regions = codes.flatMap((code, place) => {
    const today = tree.resolve(code);
    if (!today) throw badInput([...field, String(place)], 'There is no such region.');
    return today.regions.map((region) => region.code);
  });
  return distinct(regions);
}

function readWords(text: string | null | undefined, field: FieldPath): string | null {
  if (text == null) return null;
  const words = cleanLine(text, { field, max: LONGEST_TEXT });
  if (words === '') return null;
  if (wordsOf(words) === '') throw badInput(field, 'Give at least one word of letters or digits.');
  return words;
}
