import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { usage } from '../../failure.js';
import { ReplayDeadLetters } from '../../generated/operations.generated.js';
import { type RepeatOptions, repeatable } from '../../options/common.js';
import { enumsOption } from '../../options/values.js';
import { counted } from '../../terminal/words.js';
import type { Which } from './dead.js';

interface Options extends Which, RepeatOptions {
  readonly all?: boolean;
}

export const define: Define = (command, act) => {
  command
    .description('Send once more what was given up: some, or all, also what you may not see.')
    .argument('[deliveries...]', 'ids of dead letters, at most 100')
    .option('--all', 'all, at most 10,000 at once')
    .addOption(enumsOption('--channel <channels>', 'with --all: of these', 'DeliveryChannel'))
    .addOption(enumsOption('--cause <causes>', 'with --all: given up for these', 'DeliveryCause'));
  repeatable(command).action(act(run));
  examples(command, [
    ['watchfire deliveries replay 3f0c…', 'one'],
    [
      'watchfire deliveries replay --all --channel email --cause unreachable',
      'after the mail server was away',
    ],
  ]);
};

async function run(
  context: Context,
  ids: readonly string[],
  { all, channel, cause, idempotencyKey }: Options,
) {
  if (ids.length > 0 === (all === true)) throw usage('Name what to send again, or say --all.');
  const hub = await context.hub();
  const input = {
    ...(ids.length > 0 && { ids }),
    ...(all && { all }),
    ...(channel && { channels: channel }),
    ...(cause && { causes: cause }),
  };
  const { replayDeadLetters } = await hub.perform(ReplayDeadLetters, input, {
    idempotencyKey,
    session: true,
  });
  context.show(
    replayDeadLetters,
    ({ count }) => `${counted(count, 'delivery', 'deliveries')} that you may see on the way again.`,
  );
}
