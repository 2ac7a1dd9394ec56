import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { stopped } from '../../failure.js';
import { CloseGroup } from '../../generated/operations.generated.js';
import { groupId } from '../../names/group.js';
import { type RepeatOptions, repeatable } from '../../options/common.js';
import { confirmed } from '../../terminal/ask.js';
import { interactive } from '../../terminal/io.js';

interface Options extends RepeatOptions {
  readonly yes?: boolean;
}

export const define: Define = (command, act) => {
  command
    .description('Close a group that your member runs, for good.')
    .argument('<group>', 'its name or id')
    .option('-y, --yes', 'do not ask');
  repeatable(command).action(act(run));
  examples(command, [["watchfire groups close 'Lake counties'", 'nothing is addressed to it any more']]);
};

async function run(context: Context, text: string, options: Options): Promise<void> {
  const hub = await context.hub();
  const id = await groupId(hub, text);
  if (!options.yes && interactive(context.io) && !(await confirmed(context.io, 'Close it for good?')))
    throw stopped();
  const { closeGroup } = await hub.perform(
    CloseGroup,
    { groupId: id },
    { idempotencyKey: options.idempotencyKey, session: true },
  );
  context.show(closeGroup, () => 'Closed.');
}
