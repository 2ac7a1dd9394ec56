import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { RemoveComment } from '../../generated/operations.generated.js';
import { type RepeatOptions, repeatable } from '../../options/common.js';

interface Options extends RepeatOptions {
  readonly reason: string;
}

export const define: Define = (command, act) => {
  command
    .description('Remove what somebody said, as a hub analyst. Its text is gone for good; the reason stays.')
    .argument('<comment>', 'its id')
    .requiredOption('--reason <text>', 'why, for everyone who could see it');
  repeatable(command).action(act(run));
  examples(command, [["watchfire comment remove 9b1d… --reason 'Names a voter'", 'remove it']]);
};

async function run(context: Context, id: string, options: Options): Promise<void> {
  const hub = await context.hub();
  const { removeComment } = await hub.perform(
    RemoveComment,
    { id, reason: options.reason },
    { idempotencyKey: options.idempotencyKey, session: true },
  );
  context.show(removeComment, () => 'Removed.');
}
