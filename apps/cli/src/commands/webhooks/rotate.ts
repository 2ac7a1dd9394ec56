import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { RotateWebhookSecret } from '../../generated/operations.generated.js';
import { type RepeatOptions, repeatable } from '../../options/common.js';
import { numberOption } from '../../options/values.js';
import { endpointView, secretView } from './view.js';
import { endpointId } from './which.js';

interface Options extends RepeatOptions {
  readonly overlap: number;
}

export const define: Define = (command, act) => {
  command
    .description('Give an endpoint a new secret, shown once. For a while the old one signs too.')
    .argument('<endpoint>', 'its id or name')
    .addOption(numberOption('--overlap <hours>', 'how long the old secret signs too', 0, 168).default(24));
  repeatable(command).action(act(run));
  examples(command, [
    ['watchfire webhooks rotate SIEM', 'change over within a day'],
    ['watchfire webhooks rotate SIEM --overlap 0', 'the old secret was lost: it ends now'],
  ]);
};

async function run(context: Context, text: string, options: Options): Promise<void> {
  const hub = await context.hub();
  const { rotateWebhookSecret } = await hub.perform(
    RotateWebhookSecret,
    { id: await endpointId(hub, text), overlapHours: options.overlap },
    { idempotencyKey: options.idempotencyKey, session: true },
  );
  context.show(
    rotateWebhookSecret,
    ({ endpoint, secret }, canvas) => `${endpointView(endpoint, canvas)}\n${secretView(secret, canvas)}`,
  );
}
