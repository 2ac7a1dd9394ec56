import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { RevokeIndicator } from '../../generated/operations.generated.js';
import { type RepeatOptions, repeatable } from '../../options/common.js';
import { pointsAt } from '../../views/indicators.js';

export const define: Define = (command, act) => {
  command
    .description('Revoke an indicator of your member: it is no longer believed, for good.')
    .argument('<id>', 'the indicator');
  repeatable(command).action(act(run));
  examples(command, [['watchfire indicators revoke 3f0c…', 'it was a mistake']]);
};

async function run(context: Context, id: string, { idempotencyKey }: RepeatOptions): Promise<void> {
  const hub = await context.hub();
  const { revokeIndicator } = await hub.perform(RevokeIndicator, { id }, { idempotencyKey });
  context.show(revokeIndicator, ({ indicator }) => `Revoked: ${pointsAt(indicator)}`);
}
