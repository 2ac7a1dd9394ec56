/** A STIX object as JSON: what is known of it by name, and everything else that it carries. */
export interface StixObject {
  readonly type: string;
  readonly id: string;
  readonly spec_version?: string;
  readonly created?: string;
  readonly modified?: string;
  readonly created_by_ref?: string;
  readonly revoked?: boolean;
  readonly object_marking_refs?: readonly string[];
  readonly [property: string]: unknown;
}

/** A STIX bundle: STIX 2.1, section 8. */
export interface StixBundle {
  readonly type: 'bundle';
  readonly id: string;
  readonly objects: readonly StixObject[];
}

/** What every object made here has. STIX 2.1, section 3.2. */
export const common = (type: string, uuid: string, created: string, modified = created) =>
  ({ type, spec_version: '2.1', id: `${type}--${uuid}`, created, modified }) as const;

/**
 * When the objects that only name a fact (a place, a member, a CVE) are said to be made: they have one version, and the same
 * bytes in whatever bundle they come.
 */
export const FACTS_SINCE = '2026-01-01T00:00:00.000Z';
