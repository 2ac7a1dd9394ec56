import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { SetAlertLevel } from '../../generated/operations.generated.js';
import { regionCode } from '../../names/region.js';
import { type RepeatOptions, repeatable } from '../../options/common.js';
import { momentOf } from '../../options/times.js';
import { type EnumValue, enumOption, enumValue } from '../../options/values.js';
import { outcomeView } from '../../views/outcome.js';

interface Options extends RepeatOptions {
  readonly reason: string;
  readonly instructions?: string;
  readonly tlp?: EnumValue<'Tlp'>;
  readonly expires?: string;
}

export const define: Define = (command, act) => {
  command
    .description(
      'Set the alert level of a region: a state of itself and what lies under it, the hub of all. It goes out as an advisory.',
    )
    .argument('<region>', 'a code or name')
    .argument('<level>', 'low, guarded, elevated, high, severe')
    .requiredOption('--reason <text>', 'why, in Markdown')
    .option('--instructions <text>', 'what to do, in Markdown')
    .addOption(enumOption('--tlp <tlp>', 'who may see it', 'Tlp'))
    .option('--expires <time>', 'when it ends by itself: a date, a time or a span such as 48h');
  repeatable(command).action(act(run));
  examples(command, [
    [
      "watchfire level set wisconsin elevated --reason 'Threats against offices' --tlp green --expires 7d",
      'for a week',
    ],
  ]);
};

async function run(context: Context, text: string, level: string, options: Options): Promise<void> {
  const chosen = enumValue('AlertLevel', level, 'The level');
  const expiresAt = options.expires === undefined ? undefined : momentOf(options.expires, '--expires', 1);
  const hub = await context.hub();
  const input = {
    region: await regionCode(hub, text),
    level: chosen,
    reason: options.reason,
    ...(options.instructions !== undefined && { instructions: options.instructions }),
    ...(options.tlp && { tlp: options.tlp }),
    ...(expiresAt !== undefined && { expiresAt }),
  };
  const { setAlertLevel } = await hub.perform(SetAlertLevel, input, {
    idempotencyKey: options.idempotencyKey,
  });
  context.show(setAlertLevel, outcomeView);
}
