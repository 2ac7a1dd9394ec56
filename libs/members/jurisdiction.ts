import type { MemberKind } from '#access';
import { badInput, type FieldPath } from '#platform';
import type { RegionCode, RegionLevel, RegionTree } from '#regions';

const LEVELS: Record<MemberKind, { readonly levels: readonly RegionLevel[]; readonly sentence: string }> = {
  STATE: { levels: ['STATE'], sentence: 'A STATE member answers for one state, district or territory.' },
  LOCAL: { levels: ['COUNTY', 'PLACE'], sentence: 'A LOCAL member answers for one county or place.' },
  FEDERAL: { levels: ['NATION'], sentence: 'A FEDERAL member answers for the nation: US.' },
  HUB: { levels: ['NATION'], sentence: 'The HUB member answers for the nation: US.' },
  PARTNER: { levels: [], sentence: 'A PARTNER member has no jurisdiction.' },
};

const MOST_AGREED = 100;

/**
 * The jurisdiction of a member of this kind; `null` for a partner. A code that changed is taken as what it is today.
 * @throws Refusal BAD_INPUT when it does not fit the kind, or is unknown
 */
export function readJurisdiction(
  tree: RegionTree,
  kind: MemberKind,
  code: RegionCode | null | undefined,
  field: FieldPath,
): RegionCode | null {
  const { levels, sentence } = LEVELS[kind];
  if (code == null) {
    if (levels.length > 0) throw badInput(field, sentence);
    return null;
  }
  const regions = tree.resolve(code)?.regions ?? [];
  if (regions.length > 1) {
    throw badInput(
      field,
      `This code is no longer in use; it is now one of ${regions.map((r) => r.code).join(', ')}.`,
    );
  }
  const [region] = regions;
  if (!region || !levels.includes(region.level)) throw badInput(field, sentence);
  return region.code;
}

/**
 * The regions of a partner's agreement; codes that changed are taken as what they are today.
 * @throws Refusal BAD_INPUT for unknown codes, for too many, and for any at a member that is no partner
 */
export function readAgreedRegions(
  tree: RegionTree,
  kind: MemberKind,
  codes: readonly RegionCode[] | null | undefined,
  field: FieldPath,
): RegionCode[] {
  const given = codes ?? [];
  if (given.length > 0 && kind !== 'PARTNER')
    throw badInput(field, 'Only a PARTNER has an agreement on regions.');
  if (given.length > MOST_AGREED) throw badInput(field, `Give at most ${MOST_AGREED} regions.`);
  const regions = given.flatMap((code) => {
    const found = tree.resolve(code)?.regions ?? [];
    if (found.length === 0) throw badInput(field, 'One of these regions is unknown.');
    return found.map((region) => region.code);
  });
  return [...new Set(regions)];
}
