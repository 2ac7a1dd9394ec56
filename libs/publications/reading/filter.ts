import type { PublicationKind, Tlp } from '#access';
import type { AffectedSystem, PublicationFilter, PublicationStatus } from '#contract';
import { badInput } from '#platform';
import type { RegionTree } from '#regions';
import { regionsOf } from '../content/check-audience.js';
import { cveOf, moment } from '../content/check-content.js';
import { levelOf } from '../vocabulary.js';

/** A filter whose every part has been checked; an empty list or null asks for nothing. */
export interface Wanted {
  readonly kinds: readonly PublicationKind[];
  readonly tlps: readonly Tlp[];
  readonly severityAtLeast: number | null;
  readonly statuses: readonly PublicationStatus[];
  /** The regions asked for: what is addressed to one of them or below. */
  readonly regions: readonly string[];
  /** What lies above them: what is addressed to exactly one of these matches too. */
  readonly regionsAbove: readonly string[];
  readonly systems: readonly AffectedSystem[];
  readonly originId: string | null;
  readonly cve: string | null;
  readonly updatedFrom: string | null;
  readonly updatedUntil: string | null;
  readonly currentOnly: boolean;
}

const MOST_REGIONS = 50;

/** @throws Refusal BAD_INPUT naming the field */
export function wantedBy(filter: PublicationFilter | null | undefined, tree: RegionTree): Wanted {
  const field = ['filter', 'regions'];
  const asked = filter?.regions ?? [];
  if (asked.length > MOST_REGIONS) throw badInput(field, `Name at most ${MOST_REGIONS} regions.`);
  const regions = distinct(asked.flatMap((code, index) => regionsOf(code, [...field, String(index)], tree)));
  return {
    kinds: distinct(filter?.kinds),
    tlps: distinct(filter?.tlps),
    severityAtLeast: filter?.severityAtLeast == null ? null : levelOf(filter.severityAtLeast),
    statuses: distinct(filter?.statuses),
    regions,
    regionsAbove: distinct(regions.flatMap((code) => tree.ancestors(code).map((above) => above.code))),
    systems: distinct(filter?.affectedSystems),
    originId: filter?.originId ?? null,
    cve: filter?.cve == null ? null : cveOf(filter.cve, ['filter', 'cve']),
    updatedFrom: moment(filter?.updatedFrom, ['filter', 'updatedFrom']),
    updatedUntil: moment(filter?.updatedUntil, ['filter', 'updatedUntil']),
    currentOnly: filter?.currentOnly ?? false,
  };
}

const distinct = <T>(values: readonly T[] | null | undefined): readonly T[] => [...new Set(values ?? [])];
