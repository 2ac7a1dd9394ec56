import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { AlertLevelHistory, type AlertLevelHistoryQuery } from '../../generated/operations.generated.js';
import { collect } from '../../hub/pages.js';
import { regionCode } from '../../names/region.js';
import { type PageOptions, paged } from '../../options/common.js';
import { safeLine } from '../../terminal/sanitize.js';
import { longTime } from '../../terminal/time.js';
import { words } from '../../terminal/words.js';
import { page, table } from '../../views/list.js';

export const define: Define = (command, act) => {
  command
    .description("How a region's own level changed, latest first.")
    .argument('<region>', 'a code or name');
  paged(command).action(act(run));
  examples(command, [['watchfire level history wisconsin', 'when it was raised, and why']]);
};

async function run(context: Context, text: string, options: PageOptions): Promise<void> {
  const hub = await context.hub();
  const region = await regionCode(hub, text);
  const { nodes, next } = await collect(
    options,
    async (part) => (await hub.read(AlertLevelHistory, { region, ...part })).alertLevelHistory,
  );
  context.show({ changes: nodes, next }, (data, canvas) =>
    page(changes)({ entries: data.changes, next: data.next }, canvas),
  );
}

const changes = table<AlertLevelHistoryQuery['alertLevelHistory']['edges'][number]['node']>(
  ['When', 'Level', 'Why'],
  ({ at, level, reason }) => [longTime(at), words(level), safeLine(reason ?? '')],
  'No change that you may see.',
);
