import { Option } from 'commander';
import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { ReplayWebhook } from '../../generated/operations.generated.js';
import { type RepeatOptions, repeatable } from '../../options/common.js';
import { momentOf } from '../../options/times.js';
import { counted } from '../../terminal/words.js';
import { endpointId } from './which.js';

interface Options extends RepeatOptions {
  readonly failed?: boolean;
  readonly from?: string;
  readonly until?: string;
}

export const define: Define = (command, act) => {
  command
    .description(
      'Send once more what was sent to an endpoint, or could not be: some, those of a time, or all that failed.',
    )
    .argument('<endpoint>', 'its id or name')
    .argument('[deliveries...]', 'ids of deliveries, at most 100')
    .addOption(new Option('--failed', 'all that failed').conflicts(['from', 'until']))
    .option('--from <time>', 'those planned from then on')
    .option('--until <time>', 'and before then');
  repeatable(command).action(act(run));
  examples(command, [
    ['watchfire webhooks replay SIEM --failed', 'after it was mended'],
    ['watchfire webhooks replay SIEM --from 2026-11-03', 'all since Election Day'],
  ]);
};

async function run(
  context: Context,
  text: string,
  deliveryIds: readonly string[],
  options: Options,
): Promise<void> {
  const hub = await context.hub();
  const input = {
    id: await endpointId(hub, text),
    ...(deliveryIds.length > 0 && { deliveryIds }),
    ...(options.failed && { failed: true }),
    ...(options.from !== undefined && { from: momentOf(options.from, '--from', -1) }),
    ...(options.until !== undefined && { until: momentOf(options.until, '--until', -1) }),
  };
  const { replayWebhookDeliveries } = await hub.perform(ReplayWebhook, input, {
    idempotencyKey: options.idempotencyKey,
    session: true,
  });
  context.show(
    replayWebhookDeliveries,
    ({ count }) => `${counted(count, 'delivery', 'deliveries')} on the way again.`,
  );
}
