import { type Define, examples } from '../cli.js';
import type { Context } from '../context.js';
import { absent, Failure } from '../failure.js';
import { Reach, ReachChanged } from '../generated/operations.generated.js';
import type { Hub } from '../hub/hub.js';
import { collect } from '../hub/pages.js';
import { shownAsItIs, type WatchOptions, watchable } from '../live/watch.js';
import { type PageOptions, paged } from '../options/common.js';
import { page } from '../views/list.js';
import { type ReachData, type Reach as Reached, reachView } from '../views/reach.js';

interface Options extends PageOptions, WatchOptions {
  readonly silent?: boolean;
}

export const define: Define = (command, act) => {
  command
    .description(
      'Whom your publication reached, who opened it and who answered: in all, by state, by kind and by member.',
    )
    .argument('<id>', 'the publication')
    .option('--silent', 'only members that have not answered');
  watchable(paged(command, 50)).action(act(run));
  examples(command, [
    ['watchfire reach 3f0c…', 'who has it and who answered'],
    ['watchfire reach 3f0c… --watch', 'watch the answers come in'],
    ['watchfire reach 3f0c… --silent --first 1000 --json', 'everyone who has not, for a program'],
  ]);
};

async function run(context: Context, id: string, options: Options): Promise<void> {
  const hub = await context.hub();
  await shownAsItIs(context, hub, options, { query: ReachChanged, publicationId: id }, async (show) => {
    const data = await reachOf(hub, id, options);
    show(data, (safe, canvas) =>
      page<never>(() => reachView(safe, canvas))({ entries: [], next: safe.next }, canvas),
    );
  });
}

type Data = ReachData & { readonly next: string | null };

async function reachOf(hub: Hub, id: string, options: Options): Promise<Data> {
  let head: { publication: ReachData['publication']; reach: Reached } | undefined;
  const { nodes, next } = await collect(options, async (part) => {
    const { publication: found } = await hub.read(Reach, {
      id,
      silentOnly: options.silent === true,
      ...part,
    });
    if (found === null) throw absent('There is nothing here by that id.');
    const { reach, ...publication } = found;
    if (reach === null)
      throw new Failure('FORBIDDEN', 'Only those who posted it, and hub analysts, may know whom it reached.');
    head ??= { publication, reach };
    return reach.members;
  });
  const { publication, reach } = head as NonNullable<typeof head>;
  return { publication, reach: { ...reach, members: nodes }, next };
}
