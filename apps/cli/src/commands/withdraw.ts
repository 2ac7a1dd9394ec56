import { type Define, examples } from '../cli.js';
import type { Context } from '../context.js';
import { absent, stopped } from '../failure.js';
import { ReadForRevision, WithdrawPublication } from '../generated/operations.generated.js';
import { type RepeatOptions, repeatable } from '../options/common.js';
import { confirmed } from '../terminal/ask.js';
import { interactive } from '../terminal/io.js';
import { outcomeView } from '../views/outcome.js';
import { publicationList } from '../views/publication-line.js';

interface Options extends RepeatOptions {
  readonly reason: string;
  readonly supersededBy?: string;
  readonly yes?: boolean;
}

export const define: Define = (command, act) => {
  command
    .description(
      'Withdraw a publication. Everyone who could see it is told so, and why; its text is gone for good.',
    )
    .argument('<id>', 'the publication')
    .requiredOption('--reason <text>', 'why, for everyone who could see it')
    .option('--superseded-by <id>', 'the publication that takes its place')
    .option('-y, --yes', 'do not ask');
  repeatable(command).action(act(run));
  examples(command, [
    ["watchfire withdraw 3f0c… --reason 'The mails were part of a phishing test'", 'take it back'],
    [
      "watchfire withdraw 3f0c… --reason 'Replaced' --superseded-by 9b1d… --yes",
      'point to what replaces it, from a script',
    ],
  ]);
};

async function run(context: Context, id: string, options: Options): Promise<void> {
  const hub = await context.hub();
  if (!options.yes && interactive(context.io)) {
    const { publication } = await hub.read(ReadForRevision, { id });
    if (publication === null) throw absent('There is nothing here by that id.');
    context.tell([publication], publicationList);
    if (!(await confirmed(context.io, 'Withdraw it for good?'))) throw stopped();
  }
  const input = {
    id,
    reason: options.reason,
    ...(options.supersededBy && { supersededById: options.supersededBy }),
  };
  const answer = await hub.perform(WithdrawPublication, input, { idempotencyKey: options.idempotencyKey });
  context.show(answer.withdrawPublication, (data, canvas) =>
    data.outcome === 'RELEASED' && data.publication
      ? `Withdrawn.\n${publicationList([data.publication], canvas)}`
      : outcomeView(data, canvas),
  );
}
