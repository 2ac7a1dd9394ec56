import { type Define, examples } from '../../cli.js';
import type { Canvas, Context } from '../../context.js';
import { absent } from '../../failure.js';
import {
  type GroupLineFragment,
  ShowGroup,
  type ShowGroupQuery,
} from '../../generated/operations.generated.js';
import { collect } from '../../hub/pages.js';
import { groupId } from '../../names/group.js';
import { safeLine } from '../../terminal/sanitize.js';
import { table } from '../../views/list.js';

type Member = NonNullable<ShowGroupQuery['group']>['members']['edges'][number]['node'];

/** More members than any group has. */
const ALL = 1_000;

export const define: Define = (command, act) => {
  command.description('One group and its members.').argument('<group>', 'its name or id').action(act(run));
  examples(command, [["watchfire groups show 'Lake Michigan counties'", 'who is in it']]);
};

const rosterTable = table<Member>(
  ['Member', 'Kind', 'Id'],
  ({ id, name, kind }) => [safeLine(name), kind.toLowerCase(), id],
  'Nobody is in it.',
);

async function run(context: Context, text: string): Promise<void> {
  const hub = await context.hub();
  const id = await groupId(hub, text);
  let head: GroupLineFragment | undefined;
  const { nodes: members } = await collect({ first: ALL }, async (part) => {
    const { group } = await hub.read(ShowGroup, { id, ...part });
    if (group === null) throw absent('There is nothing here by that id.');
    const { members: found, ...rest } = group;
    head = rest;
    return found;
  });
  context.show({ group: { ...(head as GroupLineFragment), members } }, (data, canvas) =>
    view(data.group, canvas),
  );
}

function view(
  { name, owner, id, members }: GroupLineFragment & { readonly members: readonly Member[] },
  canvas: Canvas,
): string {
  return `${canvas.style.bold(safeLine(name))}, run by ${safeLine(owner.name)}  ${canvas.style.dim(id)}\n\n${rosterTable(members, canvas)}`;
}
