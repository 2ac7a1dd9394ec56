import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { type GroupLineFragment, ListGroups } from '../../generated/operations.generated.js';
import { collect } from '../../hub/pages.js';
import { type PageOptions, paged } from '../../options/common.js';
import { groupTable } from '../../views/community.js';
import { page } from '../../views/list.js';

export const define: Define = (command, act) => {
  command.description('The groups that your member is in.');
  paged(command, 100).action(act(run));
  examples(command, [['watchfire groups list', 'all of them']]);
};

async function run(context: Context, options: PageOptions): Promise<void> {
  const hub = await context.hub();
  const { nodes, next } = await collect(options, async (part) => (await hub.read(ListGroups, part)).groups);
  context.show({ groups: nodes, next }, (data, canvas) =>
    page<GroupLineFragment>(groupTable)({ entries: data.groups, next: data.next }, canvas),
  );
}
