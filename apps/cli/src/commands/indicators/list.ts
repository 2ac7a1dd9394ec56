import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { ListIndicators } from '../../generated/operations.generated.js';
import { collect } from '../../hub/pages.js';
import { type PageOptions, paged } from '../../options/common.js';
import { type EnumValue, enumsOption } from '../../options/values.js';
import { indicatorTable } from '../../views/indicators.js';
import { page } from '../../views/list.js';

interface Options extends PageOptions {
  readonly type?: readonly EnumValue<'IndicatorType'>[];
  readonly active?: boolean;
}

export const define: Define = (command, act) => {
  command
    .description('Indicators that you may see, latest first.')
    .addOption(enumsOption('-t, --type <types>', 'only these', 'IndicatorType'))
    .option('--active', 'leave out what was revoked');
  paged(command).action(act(run));
  examples(command, [
    ['watchfire indicators list --type ipv4,domain --active', 'addresses and names that are believed'],
    ["watchfire indicators list -n 1000 --type ipv4 --json | jq -r '.indicators[].value'", 'for a firewall'],
  ]);
};

async function run(context: Context, options: Options): Promise<void> {
  const hub = await context.hub();
  const filter = {
    ...(options.type && { types: options.type }),
    ...(options.active && { activeOnly: true }),
  };
  const { nodes, next } = await collect(options, async (part) => {
    const { indicators } = await hub.read(ListIndicators, { filter, ...part });
    return indicators;
  });
  context.show({ indicators: nodes, next }, ({ indicators, next: more }, canvas) =>
    page<(typeof indicators)[number]>((entries) => indicatorTable(entries, canvas))(
      { entries: indicators, next: more },
      canvas,
    ),
  );
}
