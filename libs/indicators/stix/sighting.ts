import type { Attribution } from '#contract';

/** How often something was seen, and when. */
export interface Seen {
  readonly count: number;
  readonly firstSeen: string;
  readonly lastSeen: string;
}

export interface Sighting extends Seen {
  readonly id: string;
  readonly indicatorId: string;
  readonly memberId: string;
  readonly attribution: Attribution;
  readonly at: string;
}

/** STIX 2.1, section 5.2. Where it was seen is told only with a name. */
export const stixOfSighting = (
  {
    id,
    memberId,
    attribution,
    count,
    firstSeen,
    lastSeen,
    at,
  }: Pick<Sighting, 'id' | 'memberId' | 'attribution' | 'at' | keyof Seen>,
  objectId: string,
  modified = at,
): string =>
  JSON.stringify({
    type: 'sighting',
    spec_version: '2.1',
    id: `sighting--${id}`,
    created: at,
    modified,
    first_seen: firstSeen,
    last_seen: lastSeen,
    count,
    sighting_of_ref: objectId,
    ...(attribution === 'NAMED' && { where_sighted_refs: [`identity--${memberId}`] }),
  });
