import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { DeleteSubscription, ListSubscriptions } from '../../generated/operations.generated.js';
import { choose, idIn } from '../../names/choose.js';
import { type RepeatOptions, repeatable } from '../../options/common.js';

export const define: Define = (command, act) => {
  command.description('End a subscription.').argument('<subscription>', 'its id or name');
  repeatable(command).action(act(run));
  examples(command, [["watchfire subscribe delete 'Around us'", 'end it']]);
};

async function run(context: Context, text: string, options: RepeatOptions): Promise<void> {
  const hub = await context.hub();
  const id =
    idIn(text) ?? choose((await hub.read(ListSubscriptions, {})).subscriptions, text, 'subscription').id;
  const { deleteSubscription } = await hub.perform(
    DeleteSubscription,
    { id },
    { idempotencyKey: options.idempotencyKey, session: true },
  );
  context.show(deleteSubscription, () => 'Ended.');
}
