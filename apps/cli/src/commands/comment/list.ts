import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { absent } from '../../failure.js';
import { Comments, CommentsChanged } from '../../generated/operations.generated.js';
import { collect } from '../../hub/pages.js';
import { shownAsItIs, type WatchOptions, watchable } from '../../live/watch.js';
import { type PageOptions, paged } from '../../options/common.js';
import { commentList } from '../../views/comment.js';
import { page } from '../../views/list.js';

export const define: Define = (command, act) => {
  command
    .description('What was said about a publication, in order, as far as you may see it.')
    .argument('<id>', 'the publication');
  watchable(paged(command)).action(act(run));
  examples(command, [
    ['watchfire comment list 3f0c…', 'read what others say'],
    ['watchfire comment list 3f0c… --watch', 'read it as they say it'],
  ]);
};

async function run(context: Context, id: string, options: PageOptions & WatchOptions): Promise<void> {
  const hub = await context.hub();
  await shownAsItIs(context, hub, options, { query: CommentsChanged, publicationId: id }, async (show) => {
    const { nodes, next } = await collect(options, async (part) => {
      const { publication } = await hub.read(Comments, { id, ...part });
      if (publication === null) throw absent('There is nothing here by that id.');
      return publication.comments;
    });
    show({ comments: nodes, next }, (data, canvas) =>
      page(commentList)({ entries: data.comments, next: data.next }, canvas),
    );
  });
}
