import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { ListRemotes } from '../../generated/operations.generated.js';
import { remoteView } from './view.js';

export const define: Define = (command, act) => {
  command.description('The collections that the hub reads, and how they do.').action(act(run));
  examples(command, [['watchfire remotes list', 'what is read, and what fails']]);
};

async function run(context: Context): Promise<void> {
  const hub = await context.hub();
  const { remoteCollections } = await hub.read(ListRemotes, {}, { session: true });
  context.show({ remoteCollections }, (data, canvas) =>
    data.remoteCollections.length === 0
      ? 'The hub reads no collections of others.'
      : data.remoteCollections.map((remote) => remoteView(remote, canvas)).join('\n\n'),
  );
}
