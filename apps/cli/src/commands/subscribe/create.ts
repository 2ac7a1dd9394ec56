import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { CreateSubscription } from '../../generated/operations.generated.js';
import { type RepeatOptions, repeatable } from '../../options/common.js';
import { type InterestOptions, interested, interestOf } from '../../options/interest.js';
import { subscriptionView } from './view.js';

interface Options extends RepeatOptions, InterestOptions {
  readonly member?: boolean;
}

export const define: Define = (command, act) => {
  command
    .description('Ask for what fits everything given, to be put into your inbox.')
    .argument('<name>', 'what you call it');
  interested(command).option('--member', "for all your member's people, as coordinator");
  repeatable(command).action(act(run));
  examples(command, [
    [
      "watchfire subscribe create 'Around us' --region 'dane wi' --severity medium",
      'what concerns Dane County',
    ],
    [
      "watchfire subscribe create 'Pollbooks' --system electronic-pollbook --kind advisory --member",
      'for the whole office',
    ],
  ]);
};

async function run(context: Context, name: string, options: Options): Promise<void> {
  const hub = await context.hub();
  const owner: 'MEMBER' | 'PERSON' = options.member ? 'MEMBER' : 'PERSON';
  const input = { name, owner, interest: await interestOf(hub, options) };
  const { createSubscription } = await hub.perform(CreateSubscription, input, {
    idempotencyKey: options.idempotencyKey,
    session: true,
  });
  context.show(
    createSubscription,
    ({ subscription }, canvas) => `Subscribed.\n${subscriptionView(subscription, canvas)}`,
  );
}
