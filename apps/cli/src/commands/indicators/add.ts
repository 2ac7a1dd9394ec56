import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { AddIndicators } from '../../generated/operations.generated.js';
import { type RepeatOptions, repeatable } from '../../options/common.js';
import { type SharedOptions, shared, wishOf } from '../../options/shared.js';
import { momentOf } from '../../options/times.js';
import { numberOption } from '../../options/values.js';
import { columns } from '../../terminal/layout.js';
import { words } from '../../terminal/words.js';
import { pointsAt, warningOf } from '../../views/indicators.js';

interface Options extends SharedOptions, RepeatOptions {
  readonly pattern?: boolean;
  readonly about?: string;
  readonly confidence?: number;
  readonly until?: string;
}

export const define: Define = (command, act) => {
  command
    .description('Share indicators: values, as they are or defanged, or STIX patterns.')
    .argument('<values...>', 'what to share')
    .option('--pattern', 'they are STIX patterns')
    .option('--about <text>', 'what they are about')
    .addOption(numberOption('--confidence <percent>', 'how sure you are', 0, 100))
    .option('--until <time>', 'until when they are good: 2026-12-31, or 30 days from now as 30d');
  repeatable(shared(command)).action(act(run));
  examples(command, [
    ["watchfire indicators add 'hxxps://evil[.]site/login' -r wi", 'for Wisconsin, TLP:AMBER'],
    ['watchfire indicators add 198.51.100.7 --publication 3f0c…', 'part of an alert'],
    [
      'watchfire indicators add --pattern "[domain-name:value = \'evil.site\']" -r us --tlp green',
      'a pattern',
    ],
  ]);
};

async function run(context: Context, values: readonly string[], options: Options): Promise<void> {
  const hub = await context.hub();
  const { pattern, about, confidence, until, idempotencyKey } = options;
  const said = {
    ...(about && { description: about }),
    ...(confidence !== undefined && { confidence }),
    ...(until && { validUntil: momentOf(until, '--until', 1) }),
  };
  const { addIndicators } = await hub.perform(
    AddIndicators,
    {
      ...(await wishOf(hub, options)),
      indicators: values.map((value) => ({ ...(pattern ? { pattern: value } : { value }), ...said })),
    },
    { idempotencyKey },
  );
  context.show(addIndicators, ({ results }, { width, style }) =>
    columns(
      results.map(({ outcome, indicator }) => {
        const warning = warningOf(indicator.harmless);
        return [
          words(outcome),
          indicator.tlpLabel,
          `${pointsAt(indicator)}  ${indicator.id}${warning ? `  ${style.bold(warning)}` : ''}`,
        ];
      }),
      width,
    ),
  );
}
