import { type Define, examples } from '../cli.js';
import type { Context } from '../context.js';
import { absent } from '../failure.js';
import { MarkInbox, ShowPublication } from '../generated/operations.generated.js';
import { publicationView } from '../views/publication.js';

interface Options {
  readonly peek?: boolean;
}

export const define: Define = (command, act) => {
  command
    .description(
      'One publication in full: its text, its revisions, and where it stands in your inbox. It is then marked as read.',
    )
    .argument('<id>', 'its id, as `list` shows it')
    .option('--peek', 'do not mark it as read')
    .action(act(run));
  examples(command, [
    ['watchfire show 3f0c3f6e-8a0e-4b8e-9ad5-3c8e1d0e8b1a', 'read it'],
    ['watchfire show 3f0c3f6e-8a0e-4b8e-9ad5-3c8e1d0e8b1a --json', 'all of it, for a program'],
  ]);
};

async function run(context: Context, id: string, options: Options): Promise<void> {
  const hub = await context.hub();
  const { publication } = await hub.read(ShowPublication, { id });
  if (publication === null) throw absent('There is nothing here by that id.');
  context.show({ publication }, (data, canvas) => publicationView(data.publication, canvas));
  if (publication.inbox?.state === 'UNREAD' && !options.peek) {
    await hub.perform(MarkInbox, { publicationIds: [id], state: 'READ' });
  }
}
