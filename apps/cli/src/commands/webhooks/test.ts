import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { TestWebhook } from '../../generated/operations.generated.js';
import { type RepeatOptions, repeatable } from '../../options/common.js';
import { safeLine } from '../../terminal/sanitize.js';
import { endpointId } from './which.js';

export const define: Define = (command, act) => {
  command.description('Send an endpoint something to try it with.').argument('<endpoint>', 'its id or name');
  repeatable(command).action(act(run));
  examples(command, [
    ['watchfire webhooks test SIEM && watchfire webhooks deliveries SIEM -n 1', 'and see what became of it'],
  ]);
};

async function run(context: Context, text: string, options: RepeatOptions): Promise<void> {
  const hub = await context.hub();
  const { testWebhookEndpoint } = await hub.perform(
    TestWebhook,
    { id: await endpointId(hub, text) },
    { idempotencyKey: options.idempotencyKey, session: true },
  );
  context.show(
    testWebhookEndpoint,
    ({ endpoint, deliveryId }) => `On its way to ${safeLine(endpoint.name)}: ${deliveryId}`,
  );
}
