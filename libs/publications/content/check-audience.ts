import type { Tlp } from '#access';
import type { AudienceInput } from '#contract';
import { badInput } from '#platform';
import type { RegionTree } from '#regions';
import type { Addressed } from './content.js';

type Path = readonly string[];

const MOST_REGIONS = 100;
const MOST_GROUPS = 50;
const MOST_PERSONS = 100;

/**
 * Checks the form of an audience and resolves region codes, also those that have changed. Whose groups and persons may be
 * named is asked elsewhere.
 * @throws Refusal BAD_INPUT naming the field
 */
export function checkAudience(input: AudienceInput, tlp: Tlp, path: Path, tree: RegionTree): Addressed {
  const audience: Addressed = {
    regions: regions(input.regions ?? [], [...path, 'regions'], tree),
    memberKinds: [...new Set(input.memberKinds ?? [])],
    groupIds: ids(input.groupIds ?? [], [...path, 'groupIds'], MOST_GROUPS),
    personIds: ids(input.personIds ?? [], [...path, 'personIds'], MOST_PERSONS),
  };
  if (tlp !== 'RED' && audience.personIds.length > 0) {
    throw badInput([...path, 'personIds'], 'Only TLP:RED is addressed to persons.');
  }
  for (const field of ['memberKinds', 'groupIds'] as const) {
    if (tlp === 'RED' && audience[field].length > 0) {
      throw badInput([...path, field], 'TLP:RED is seen by the persons it names and by nobody else.');
    }
  }
  return audience;
}

/** Checks that an audience is addressed to somebody. @throws Refusal BAD_INPUT naming the field */
export function assertAddressed(audience: Addressed, tlp: Tlp, path: Path): void {
  if (tlp === 'RED' && audience.personIds.length === 0) {
    throw badInput([...path, 'personIds'], 'Name the persons for whom it is.');
  }
  if (tlp !== 'RED' && audience.regions.length === 0 && audience.groupIds.length === 0) {
    throw badInput([...path, 'regions'], 'Address it to a region or a group.');
  }
}

function regions(codes: readonly string[], field: Path, tree: RegionTree): string[] {
  if (codes.length > MOST_REGIONS) throw badInput(field, `Name at most ${MOST_REGIONS} regions.`);
  return [...new Set(codes.flatMap((code, index) => regionsOf(code, [...field, String(index)], tree)))];
}

/** The codes in use today for a code. @throws Refusal BAD_INPUT naming the field for a code that never was */
export function regionsOf(code: string, field: Path, tree: RegionTree): string[] {
  const today = tree.resolve(code);
  if (!today) throw badInput(field, 'There is no region of this code.');
  return today.regions.map((region) => region.code);
}

function ids(values: readonly string[], field: Path, most: number): string[] {
  if (values.length > most) throw badInput(field, `This takes at most ${most} entries.`);
  return [...new Set(values)];
}
