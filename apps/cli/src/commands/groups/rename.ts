import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { RenameGroup } from '../../generated/operations.generated.js';
import { groupId } from '../../names/group.js';
import { type RepeatOptions, repeatable } from '../../options/common.js';
import { groupTable } from '../../views/community.js';

export const define: Define = (command, act) => {
  command
    .description('Rename a group that your member runs.')
    .argument('<group>', 'its name or id')
    .argument('<name>', 'its new name');
  repeatable(command).action(act(run));
  examples(command, [["watchfire groups rename 'Lake Michigan counties' 'Lake counties'", 'shorter']]);
};

async function run(context: Context, text: string, name: string, options: RepeatOptions): Promise<void> {
  const hub = await context.hub();
  const input = { groupId: await groupId(hub, text), name };
  const { renameGroup } = await hub.perform(RenameGroup, input, {
    idempotencyKey: options.idempotencyKey,
    session: true,
  });
  context.show(renameGroup, ({ group }, canvas) => groupTable([group], canvas));
}
