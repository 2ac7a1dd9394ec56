import { ListGroups } from '../generated/operations.generated.js';
import type { Hub } from '../hub/hub.js';
import { collect } from '../hub/pages.js';
import { choose, idIn } from './choose.js';

/** A sharing group's id from its id or name. A member is in at most 100 groups. */
export async function groupId(hub: Hub, text: string): Promise<string> {
  const id = idIn(text);
  if (id !== null) return id;
  const { nodes } = await collect({ first: 100 }, async (page) => (await hub.read(ListGroups, page)).groups);
  return choose(nodes, text, 'group').id;
}
