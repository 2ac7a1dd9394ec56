import { signedOut } from '../failure.js';
import { FindMembers, type FindMembersQuery, OwnMember } from '../generated/operations.generated.js';
import type { Hub } from '../hub/hub.js';
import { choose, idIn } from './choose.js';

interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * A member's id from its id or name. Offices of different states may bear one name, so it may be followed by the
 * jurisdiction: `Rock County Election Office (Rock County, Wisconsin)`, or its code.
 */
export async function memberId(hub: Hub, text: string): Promise<string> {
  const id = idIn(text);
  if (id !== null) return id;
  const [, name = text, where] = /^(.+?)\s*\(([^()]+)\)$/.exec(text) ?? [];
  const { members } = await hub.read(FindMembers, { text: name, first: 100 });
  const nodes = members.edges.map(({ node }) => node);
  const there = nodes.filter(({ jurisdiction }) => where === undefined || liesThere(jurisdiction, where));
  const candidates = there.length > 0 ? there : nodes.filter((node) => node.name === text);
  return choose(candidates.map(labelled), name, 'member', members.pageInfo.hasNextPage).id;
}

type Found = FindMembersQuery['members']['edges'][number]['node'];

const liesThere = (jurisdiction: Found['jurisdiction'], where: string): boolean =>
  jurisdiction !== null &&
  [jurisdiction.code, jurisdiction.fullName].some((known) => known.toLowerCase() === where.toLowerCase());

const labelled = ({ id, name, jurisdiction }: Found) => ({
  id,
  name,
  ...(jurisdiction && { label: `${name} (${jurisdiction.fullName})` }),
});

/** The viewer's own member. */
export async function ownMember(hub: Hub): Promise<Named> {
  const { viewer } = await hub.read(OwnMember, {});
  if (viewer === null) throw signedOut('Nobody is signed in. Run: watchfire sign-in');
  return viewer.member;
}
