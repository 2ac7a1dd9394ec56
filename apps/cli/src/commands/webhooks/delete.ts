import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { DeleteWebhook } from '../../generated/operations.generated.js';
import { type RepeatOptions, repeatable } from '../../options/common.js';
import { endpointId } from './which.js';

export const define: Define = (command, act) => {
  command
    .description('End an endpoint. What waits for it is not sent.')
    .argument('<endpoint>', 'its id or name');
  repeatable(command).action(act(run));
  examples(command, [['watchfire webhooks delete SIEM', 'end it']]);
};

async function run(context: Context, text: string, options: RepeatOptions): Promise<void> {
  const hub = await context.hub();
  const { deleteWebhookEndpoint } = await hub.perform(
    DeleteWebhook,
    { id: await endpointId(hub, text) },
    { idempotencyKey: options.idempotencyKey, session: true },
  );
  context.show(deleteWebhookEndpoint, () => 'Ended.');
}
