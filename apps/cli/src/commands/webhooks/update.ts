import { Option } from 'commander';
import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { UpdateWebhook } from '../../generated/operations.generated.js';
import { type RepeatOptions, repeatable } from '../../options/common.js';
import { endpointView } from './view.js';
import { endpointId } from './which.js';

interface Options extends RepeatOptions {
  readonly name?: string;
  readonly url?: string;
  readonly enable?: boolean;
  readonly disable?: boolean;
}

export const define: Define = (command, act) => {
  command
    .description('Change an endpoint, or have it sent to again.')
    .argument('<endpoint>', 'its id or name')
    .option('--name <name>', 'what you call it from now on')
    .option('--url <url>', 'where it is from now on')
    .addOption(new Option('--enable', 'send to it').conflicts('disable'))
    .option('--disable', 'send nothing to it');
  repeatable(command).action(act(run));
  examples(command, [['watchfire webhooks update SIEM --enable', 'once it works again']]);
};

async function run(context: Context, text: string, options: Options): Promise<void> {
  const hub = await context.hub();
  const input = {
    id: await endpointId(hub, text),
    ...(options.name !== undefined && { name: options.name }),
    ...(options.url !== undefined && { url: options.url }),
    ...((options.enable || options.disable) && { enabled: options.enable === true }),
  };
  const { updateWebhookEndpoint } = await hub.perform(UpdateWebhook, input, {
    idempotencyKey: options.idempotencyKey,
    session: true,
  });
  context.show(updateWebhookEndpoint, ({ endpoint }, canvas) => endpointView(endpoint, canvas));
}
