import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { PollRemote } from '../../generated/operations.generated.js';
import { type RepeatOptions, repeatable } from '../../options/common.js';
import { safeLine } from '../../terminal/sanitize.js';
import { remoteId } from './which.js';

export const define: Define = (command, act) => {
  command
    .description('Read a remote collection at once, even if it fails.')
    .argument('<collection>', 'its id or name');
  repeatable(command).action(act(run));
  examples(command, [['watchfire remotes poll AIS', 'do not wait for its time']]);
};

async function run(context: Context, text: string, options: RepeatOptions): Promise<void> {
  const hub = await context.hub();
  const { pollRemoteCollection } = await hub.perform(
    PollRemote,
    { id: await remoteId(hub, text) },
    { idempotencyKey: options.idempotencyKey, session: true },
  );
  context.show(
    pollRemoteCollection,
    ({ collection }) => `${safeLine(collection.name)} is read within seconds.`,
  );
}
