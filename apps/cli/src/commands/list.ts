import { type Define, examples } from '../cli.js';
import type { Context } from '../context.js';
import { ListPublications } from '../generated/operations.generated.js';
import { collect } from '../hub/pages.js';
import { type PageOptions, paged } from '../options/common.js';
import { type FilterOptions, filtered, filterOf } from '../options/filter.js';
import { page } from '../views/list.js';
import { publicationList } from '../views/publication-line.js';

export const define: Define = (command, act) => {
  command.description('What you may see, latest release first. A star marks what is unread in your inbox.');
  paged(filtered(command)).action(act(run));
  examples(command, [
    ['watchfire list', 'the latest twenty'],
    [
      "watchfire list --region 'dane wi' --severity high --current",
      'what is severe and current around Dane County',
    ],
    [
      'watchfire list --kind advisory --cve CVE-2026-1234 --json',
      'advisories that name a CVE, for a program',
    ],
  ]);
};

async function run(context: Context, options: PageOptions & FilterOptions): Promise<void> {
  const hub = await context.hub();
  const filter = await filterOf(hub, options);
  const { nodes, next } = await collect(options, async (part) => {
    const { publications } = await hub.read(ListPublications, { filter, ...part });
    return publications;
  });
  context.show({ publications: nodes, next }, ({ publications, next: more }, canvas) =>
    page<(typeof publications)[number]>((entries) =>
      entries.length > 0 ? publicationList(entries, canvas) : 'Nothing fits.',
    )({ entries: publications, next: more }, canvas),
  );
}
