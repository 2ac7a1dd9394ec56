import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { ListWebhooks } from '../../generated/operations.generated.js';
import { endpointView } from './view.js';

export const define: Define = (command, act) => {
  command.description("Your endpoints and, as coordinator, your member's, and how they do.").action(act(run));
  examples(command, [['watchfire webhooks list', 'where what you see is posted to']]);
};

async function run(context: Context): Promise<void> {
  const hub = await context.hub();
  const { webhookEndpoints } = await hub.read(ListWebhooks, {}, { session: true });
  context.show({ webhookEndpoints }, (data, canvas) =>
    data.webhookEndpoints.length === 0
      ? 'You have no endpoints.'
      : data.webhookEndpoints.map((endpoint) => endpointView(endpoint, canvas)).join('\n\n'),
  );
}
