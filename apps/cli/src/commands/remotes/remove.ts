import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { RemoveRemote } from '../../generated/operations.generated.js';
import { type RepeatOptions, repeatable } from '../../options/common.js';
import { remoteId } from './which.js';

export const define: Define = (command, act) => {
  command
    .description('Read a remote collection no more. What has come from it stays.')
    .argument('<collection>', 'its id or name');
  repeatable(command).action(act(run));
  examples(command, [['watchfire remotes remove AIS', 'for good']]);
};

async function run(context: Context, text: string, options: RepeatOptions): Promise<void> {
  const hub = await context.hub();
  const { removeRemoteCollection } = await hub.perform(
    RemoveRemote,
    { id: await remoteId(hub, text) },
    { idempotencyKey: options.idempotencyKey, session: true },
  );
  context.show(removeRemoteCollection, () => 'It is read no more.');
}
