import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { ReturnDraft } from '../../generated/operations.generated.js';
import { type RepeatOptions, repeatable } from '../../options/common.js';
import { draftList } from './view.js';

interface Options extends RepeatOptions {
  readonly note: string;
}

export const define: Define = (command, act) => {
  command
    .description('Give a draft that waits for review back to its author.')
    .argument('<id>', 'the draft')
    .requiredOption('--note <text>', 'what should be changed');
  repeatable(command).action(act(run));
  examples(command, [
    ["watchfire drafts return 51aa… --note 'Name the affected version'", 'ask for a change'],
  ]);
};

async function run(context: Context, id: string, options: Options): Promise<void> {
  const hub = await context.hub();
  const { returnDraft } = await hub.perform(
    ReturnDraft,
    { id, note: options.note },
    { idempotencyKey: options.idempotencyKey, session: true },
  );
  context.show(returnDraft, ({ draft }, canvas) =>
    draft ? `Given back.\n${draftList([draft], canvas)}` : 'Given back.',
  );
}
