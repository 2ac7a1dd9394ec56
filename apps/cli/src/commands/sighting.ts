import { type Define, examples } from '../cli.js';
import type { Context } from '../context.js';
import { absent } from '../failure.js';
import { type IndicatorLineFragment, LookUp, RecordSighting } from '../generated/operations.generated.js';
import type { Hub } from '../hub/hub.js';
import { type RepeatOptions, repeatable } from '../options/common.js';
import { momentOf } from '../options/times.js';
import { numberOption } from '../options/values.js';
import { pointsAt, seen } from '../views/indicators.js';

interface Options extends RepeatOptions {
  readonly count: number;
  readonly first?: string;
  readonly last?: string;
  readonly named?: boolean;
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const define: Define = (command, act) => {
  command
    .description('Say that an indicator was seen here. It is counted; who saw it is told only with --named.')
    .argument('<indicator>', 'its id, or a value')
    .addOption(numberOption('--count <times>', 'how often', 1, 999_999_999).default(1))
    .option('--first <time>', 'when it was first seen: 2026-11-03, or 2h ago as 2h')
    .option('--last <time>', 'when it was last seen')
    .option('--named', 'tell all who see the indicator that your member saw it');
  repeatable(command).action(act(run));
  examples(command, [
    ["watchfire sighting 'evil[.]site'", 'seen here, just now'],
    ['watchfire sighting 198.51.100.7 --count 12 --first 2d --last 1h', 'in the logs of two days'],
  ]);
};

async function run(context: Context, text: string, options: Options): Promise<void> {
  const hub = await context.hub();
  const { count, first, last, named, idempotencyKey } = options;
  const ids = ID.test(text) ? [text.toLowerCase()] : await idsOf(hub, text);
  const indicators: IndicatorLineFragment[] = [];
  for (const indicatorId of ids) {
    const { recordSighting } = await hub.perform(
      RecordSighting,
      {
        indicatorId,
        count,
        ...(first && { firstSeen: momentOf(first, '--first', -1) }),
        ...(last && { lastSeen: momentOf(last, '--last', -1) }),
        ...(named && { attribution: 'NAMED' as const }),
      },
      { idempotencyKey: idempotencyKey && `${idempotencyKey} ${indicatorId}`.replace(' ', '/') },
    );
    indicators.push(recordSighting.indicator);
  }
  context.show({ indicators }, (data) =>
    data.indicators.map((indicator) => `${pointsAt(indicator)}: ${seen(indicator)}`).join('\n'),
  );
}

/** All that hold the value: each is shared with others, and each is told. */
async function idsOf(hub: Hub, value: string): Promise<string[]> {
  const { lookUp } = await hub.read(LookUp, { values: [value] });
  const ids = (lookUp[0]?.indicators ?? []).map(({ id }) => id);
  if (ids.length === 0) throw absent('No indicator that you may see holds this value.');
  return ids;
}
