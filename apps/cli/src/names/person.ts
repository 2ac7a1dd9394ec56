import { absent, usage } from '../failure.js';
import { ListPeople, type PersonLineFragment } from '../generated/operations.generated.js';
import type { Hub } from '../hub/hub.js';
import { collect } from '../hub/pages.js';
import { choose, idIn } from './choose.js';
import { memberId, ownMember } from './member.js';

/** More people than any member has. */
const ALL = 1_000;

/** A member's people, as far as the viewer may know of them. */
export async function peopleOf(hub: Hub, member: string): Promise<readonly PersonLineFragment[]> {
  const { nodes } = await collect({ first: ALL }, async (page) => {
    const { member: found } = await hub.read(ListPeople, { memberId: member, ...page });
    if (found === null) throw absent('There is no such member.');
    return found.people;
  });
  return nodes;
}

/** A person's id from an id, a name or e-mail address at one's own member, or `Member: Name`. */
export async function personId(hub: Hub, text: string): Promise<string> {
  const id = idIn(text);
  if (id !== null) return id;
  const [, member, name] = /^(.+):\s*(.+)$/.exec(text) ?? [];
  const people = await peopleOf(hub, member ? await memberId(hub, member) : (await ownMember(hub)).id);
  const byAddress = people.find(
    ({ email }) => email !== null && email.toLowerCase() === text.trim().toLowerCase(),
  );
  if (byAddress) return byAddress.id;
  if (text.includes('@'))
    throw usage(`"${text}" is nobody of your own member: write "Member: Name" for others.`);
  return choose(people, name ?? text, 'person').id;
}
