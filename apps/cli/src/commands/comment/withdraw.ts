import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { WithdrawComment } from '../../generated/operations.generated.js';
import { type RepeatOptions, repeatable } from '../../options/common.js';

export const define: Define = (command, act) => {
  command
    .description('Take back what you said. Its text is gone for good; that there was something stays.')
    .argument('<comment>', 'its id');
  repeatable(command).action(act(run));
  examples(command, [['watchfire comment withdraw 9b1d…', 'take it back']]);
};

async function run(context: Context, id: string, options: RepeatOptions): Promise<void> {
  const hub = await context.hub();
  const { withdrawComment } = await hub.perform(
    WithdrawComment,
    { id },
    { idempotencyKey: options.idempotencyKey },
  );
  context.show(withdrawComment, () => 'Taken back.');
}
