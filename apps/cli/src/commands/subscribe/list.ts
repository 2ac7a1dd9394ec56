import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { ListSubscriptions } from '../../generated/operations.generated.js';
import { subscriptionView } from './view.js';

export const define: Define = (command, act) => {
  command.description('Your own subscriptions and those of your member.').action(act(run));
  examples(command, [['watchfire subscribe list', 'what your inbox asks for']]);
};

async function run(context: Context): Promise<void> {
  const hub = await context.hub();
  const { subscriptions } = await hub.read(ListSubscriptions, {});
  context.show({ subscriptions }, (data, canvas) =>
    data.subscriptions.length === 0
      ? 'You have no subscriptions: only what notifies without one reaches your inbox.'
      : data.subscriptions.map((subscription) => subscriptionView(subscription, canvas)).join('\n\n'),
  );
}
