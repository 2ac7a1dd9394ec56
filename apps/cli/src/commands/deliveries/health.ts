import { setTimeout as pause } from 'node:timers/promises';
import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { DeliveryHealth } from '../../generated/operations.generated.js';
import { numberOption } from '../../options/values.js';
import { healthView } from '../../views/health.js';

interface Options {
  readonly watch?: boolean;
  readonly every: number;
  readonly count?: number;
}

export const define: Define = (command, act) => {
  command
    .description(
      'How delivery does on the hub, for its operators: what waits and for how long, what fails and why, and endpoints that take nothing.',
    )
    .option('-w, --watch', 'show it anew until you stop it')
    .addOption(numberOption('--every <seconds>', 'how often', 1, 3_600).default(2))
    .addOption(numberOption('-n, --count <times>', 'stop after so many', 1, 1_000_000))
    .action(act(run));
  examples(command, [
    ['watchfire deliveries health', 'how it stands'],
    ['watchfire deliveries health --watch', 'watch it'],
    ["watchfire deliveries health --json | jq '.late | length'", 'how much is late, for a program'],
  ]);
};

const CLEAR = '\u001b[H\u001b[2J';

async function run(context: Context, { watch = false, every, count }: Options): Promise<void> {
  const hub = await context.hub();
  if (!watch) {
    context.show((await hub.read(DeliveryHealth, {})).deliveryHealth, healthView);
    return;
  }
  const screen = context.io.stdout.isTTY === true && !context.json;
  for (let shown = 0; count === undefined || shown < count; shown += 1) {
    if (shown > 0) await pause(every * 1_000);
    const { deliveryHealth } = await hub.read(DeliveryHealth, {});
    if (screen) context.io.stdout.write(CLEAR);
    context.showOne(deliveryHealth, healthView);
  }
}
