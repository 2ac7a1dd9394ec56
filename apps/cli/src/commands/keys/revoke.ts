import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { RevokeKey } from '../../generated/operations.generated.js';

export const define: Define = (command, act) => {
  command
    .description(
      "Revoke an API key of yours or, as coordinator, of one of your member's people. It ends at once.",
    )
    .argument('<id>', 'its id, as `keys list` shows it')
    .action(act(run));
  examples(command, [['watchfire keys revoke 7c1e…', 'end it']]);
};

async function run(context: Context, id: string): Promise<void> {
  const hub = await context.hub();
  const { revokeApiKey } = await hub.once(RevokeKey, { input: { id } });
  context.show(revokeApiKey, () => 'Revoked.');
}
