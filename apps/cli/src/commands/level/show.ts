import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { AlertLevels, type AlertLevelsQuery } from '../../generated/operations.generated.js';
import { regionCode } from '../../names/region.js';
import { safeLine } from '../../terminal/sanitize.js';
import { longTime } from '../../terminal/time.js';
import { words } from '../../terminal/words.js';
import { table } from '../../views/list.js';

export const define: Define = (command, act) => {
  command
    .description(
      'The alert level of a region, its own or inherited, and what is set below it. By default of the nation.',
    )
    .argument('[region]', 'a code or name', 'US')
    .action(act(run));
  examples(command, [
    ['watchfire level show', 'the nation and all that is set in it'],
    ["watchfire level show 'dane wi'", 'one county'],
  ]);
};

async function run(context: Context, text: string): Promise<void> {
  const hub = await context.hub();
  const { alertLevels } = await hub.read(AlertLevels, { within: await regionCode(hub, text) });
  context.show({ alertLevels }, (data, canvas) => levels(data.alertLevels, canvas));
}

const levels = table<AlertLevelsQuery['alertLevels'][number]>(
  ['Region', 'Level', 'Set for', 'Since', 'TLP'],
  ({ region, level, setFor, since, publication }) => [
    safeLine(region.fullName),
    words(level),
    setFor.code === region.code ? 'itself' : safeLine(setFor.fullName),
    longTime(since),
    publication.tlpLabel,
  ],
  'No level is set there that you may see.',
);
