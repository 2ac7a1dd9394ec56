import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { CreateWebhook } from '../../generated/operations.generated.js';
import { type RepeatOptions, repeatable } from '../../options/common.js';
import { type InterestOptions, interested, interestOf } from '../../options/interest.js';
import { endpointView, secretView } from './view.js';

interface Options extends RepeatOptions, InterestOptions {
  readonly member?: boolean;
}

export const define: Define = (command, act) => {
  command
    .description(
      'Have what you may see posted to an address, as far as it fits everything given. Its secret is shown once.',
    )
    .argument('<name>', 'what you call it')
    .argument('<url>', 'where: an https address');
  interested(command).option('--member', 'for your member, as coordinator, and not for yourself');
  repeatable(command).action(act(run));
  examples(command, [
    ['watchfire webhooks create SIEM https://siem.dane.example/watchfire', 'everything that you may see'],
    [
      'watchfire webhooks create Pager https://pager.dane.example/in --severity severe --member --json | jq -r .secret',
      'its secret alone',
    ],
  ]);
};

async function run(context: Context, name: string, url: string, options: Options): Promise<void> {
  const hub = await context.hub();
  const owner: 'MEMBER' | 'PERSON' = options.member ? 'MEMBER' : 'PERSON';
  const narrowed =
    options.region ||
    options.kind ||
    options.severity ||
    options.system ||
    options.text ||
    !options.below ||
    !options.above;
  const interest = narrowed ? await interestOf(hub, options) : null;
  const { createWebhookEndpoint } = await hub.perform(
    CreateWebhook,
    { name, url, owner, interest },
    { idempotencyKey: options.idempotencyKey, session: true },
  );
  context.show(
    createWebhookEndpoint,
    ({ endpoint, secret }, canvas) => `${endpointView(endpoint, canvas)}\n${secretView(secret, canvas)}`,
  );
}
