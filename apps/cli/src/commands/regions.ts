import { type Define, examples } from '../cli.js';
import type { Context } from '../context.js';
import { FindRegions } from '../generated/operations.generated.js';
import { regionCode } from '../names/region.js';
import { type EnumValue, enumsOption, numberOption } from '../options/values.js';
import { regionTable } from '../views/community.js';

interface Options {
  readonly within?: string;
  readonly level?: readonly EnumValue<'RegionLevel'>[];
  readonly first: number;
}

export const define: Define = (command, act) => {
  command
    .description(
      'Look up regions by text or code, best match first. Without text: those directly under another, by default the nation.',
    )
    .argument('[text...]', "such as dane wi, 'St. Louis city', 55025, US-WI, region 5")
    .option('--within <region>', 'only at or under this region')
    .addOption(enumsOption('--level <levels>', 'only these levels', 'RegionLevel'))
    .addOption(numberOption('-n, --first <count>', 'how many', 1, 100).default(20))
    .action(act(run));
  examples(command, [
    ['watchfire regions dane wi', 'the code of Dane County, Wisconsin'],
    ['watchfire regions --within wi --first 100', "Wisconsin's counties"],
    ['watchfire regions 055025 --json', 'a SAME code in all other notations'],
  ]);
};

async function run(context: Context, words: readonly string[], options: Options): Promise<void> {
  const hub = await context.hub();
  const within = options.within === undefined ? null : await regionCode(hub, options.within);
  const text = words.length > 0 ? words.join(' ') : null;
  const { regions } = await hub.read(FindRegions, {
    text,
    within,
    levels: options.level ?? null,
    first: options.first,
  });
  context.show({ regions }, (data, canvas) => regionTable(data.regions, canvas));
}
