import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { DiscardDraft } from '../../generated/operations.generated.js';
import { type RepeatOptions, repeatable } from '../../options/common.js';

export const define: Define = (command, act) => {
  command.description('Discard a draft for good.').argument('<id>', 'the draft');
  repeatable(command).action(act(run));
  examples(command, [['watchfire drafts discard 51aa…', 'throw it away']]);
};

async function run(context: Context, id: string, options: RepeatOptions): Promise<void> {
  const hub = await context.hub();
  const { discardDraft } = await hub.perform(
    DiscardDraft,
    { id },
    { idempotencyKey: options.idempotencyKey },
  );
  context.show(discardDraft, () => 'Discarded.');
}
