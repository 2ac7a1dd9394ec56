import { signedOut } from '../failure.js';
import { FindMembers, OwnMember } from '../generated/operations.generated.js';
import type { Hub } from '../hub/hub.js';
import { choose, idIn } from './choose.js';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A member's id from its id or name. */
export async function memberId(hub: Hub, text: string): Promise<string> {
  return idIn(text) ?? (await memberByName(hub, text)).id;
}

async function memberByName(hub: Hub, text: string): Promise<Named> {
  const { members } = await hub.read(FindMembers, { text, first: 100 });
  return choose(
    members.edges.map(({ node }) => node),
    text,
    'member',
    members.pageInfo.hasNextPage,
  );
}

/** The viewer's own member. */
export async function ownMember(hub: Hub): Promise<Named> {
  const { viewer } = await hub.read(OwnMember, {});
  if (viewer === null) throw signedOut('Nobody is signed in. Run: watchfire sign-in');
  return viewer.member;
}
