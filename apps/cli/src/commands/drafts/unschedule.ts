import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { CancelScheduledRelease } from '../../generated/operations.generated.js';
import { type RepeatOptions, repeatable } from '../../options/common.js';

export const define: Define = (command, act) => {
  command
    .description('Take a scheduled release back. The draft stays as it is.')
    .argument('<id>', 'the draft');
  repeatable(command).action(act(run));
  examples(command, [['watchfire drafts unschedule 51aa…', 'undo it']]);
};

async function run(context: Context, id: string, options: RepeatOptions): Promise<void> {
  const hub = await context.hub();
  const { cancelScheduledRelease } = await hub.perform(
    CancelScheduledRelease,
    { id },
    { idempotencyKey: options.idempotencyKey, session: true },
  );
  context.show(cancelScheduledRelease, () => 'Taken back. Nothing goes out.');
}
