import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { absent } from '../../failure.js';
import { type DeliveryLineFragment, WebhookDeliveries } from '../../generated/operations.generated.js';
import { collect } from '../../hub/pages.js';
import { type PageOptions, paged } from '../../options/common.js';
import { type EnumValue, enumsOption } from '../../options/values.js';
import { safeLine } from '../../terminal/sanitize.js';
import { shortTime } from '../../terminal/time.js';
import { unreal, words } from '../../terminal/words.js';
import { page, table } from '../../views/list.js';
import { endpointId } from './which.js';

interface Options extends PageOptions {
  readonly state?: readonly EnumValue<'DeliveryState'>[];
}

export const define: Define = (command, act) => {
  command
    .description('What was sent to an endpoint or is to be, latest first, and what became of it.')
    .argument('<endpoint>', 'its id or name')
    .addOption(enumsOption('--state <states>', 'only these', 'DeliveryState'));
  paged(command).action(act(run));
  examples(command, [
    ['watchfire webhooks deliveries SIEM', 'the latest twenty'],
    ['watchfire webhooks deliveries SIEM --state failed', 'dead letters'],
  ]);
};

const deliveryTable = table<DeliveryLineFragment>(
  ['Planned', 'State', 'Tries', 'Answer', 'Id', 'What'],
  ({ id, state, plannedAt, dueAt, tries, cause, said, reason, publication }) => [
    shortTime(plannedAt),
    state === 'RETRYING' && dueAt ? `retrying ${shortTime(dueAt)}` : words(state),
    `${tries}`,
    said ? safeLine(said) : cause ? words(cause) : '-',
    id,
    publication
      ? `${unreal(publication.status)} ${safeLine(publication.title ?? publication.id)}`.trim()
      : words(reason),
  ],
  'Nothing was sent to it.',
);

async function run(context: Context, text: string, options: Options): Promise<void> {
  const hub = await context.hub();
  const id = await endpointId(hub, text);
  const { nodes, next } = await collect(options, async (part) => {
    const { webhookEndpoint } = await hub.read(
      WebhookDeliveries,
      { id, states: options.state ?? null, ...part },
      { session: true },
    );
    if (webhookEndpoint === null) throw absent('There is no such endpoint of yours.');
    return webhookEndpoint.deliveries;
  });
  context.show({ deliveries: nodes, next }, (data, canvas) =>
    page<DeliveryLineFragment>(deliveryTable)({ entries: data.deliveries, next: data.next }, canvas),
  );
}
