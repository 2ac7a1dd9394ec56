import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { DeadLetters, type DeadLettersQuery } from '../../generated/operations.generated.js';
import { collect } from '../../hub/pages.js';
import { type PageOptions, paged } from '../../options/common.js';
import { type EnumValue, enumsOption } from '../../options/values.js';
import { safeLine } from '../../terminal/sanitize.js';
import { shortTime } from '../../terminal/time.js';
import { unreal, words } from '../../terminal/words.js';
import { givenUp } from '../../views/health.js';
import { page, table } from '../../views/list.js';

export interface Which {
  readonly channel?: readonly EnumValue<'DeliveryChannel'>[];
  readonly cause?: readonly EnumValue<'DeliveryCause'>[];
}

type Counts = DeadLettersQuery['deliveryHealth']['channels'];
type DeadLetter = DeadLettersQuery['deadLetters']['edges'][number]['node'];

export const define: Define = (command, act) => {
  command
    .description(
      'What was given up, of all members, planned latest first: as far as you may see what it is about.',
    )
    .addOption(enumsOption('--channel <channels>', 'only of these', 'DeliveryChannel'))
    .addOption(enumsOption('--cause <causes>', 'only for these', 'DeliveryCause'));
  paged(command).action(act(run));
  examples(command, [
    ['watchfire deliveries dead', 'the latest twenty'],
    ['watchfire deliveries dead --channel email --cause rejected --first 1000 --json', 'for a program'],
  ]);
};

async function run(context: Context, { channel, cause, ...options }: Which & PageOptions): Promise<void> {
  const hub = await context.hub();
  let inAll: Counts = [];
  const { nodes, next } = await collect(options, async (part) => {
    const chosen = { channels: channel ?? null, causes: cause ?? null };
    const { deadLetters, deliveryHealth } = await hub.read(DeadLetters, { ...chosen, ...part });
    inAll = deliveryHealth.channels;
    return deadLetters;
  });
  context.show({ deadLetters: nodes, inAll, next }, (data, canvas) => {
    const list = page<DeadLetter>(deadTable)({ entries: data.deadLetters, next: data.next }, canvas);
    return [list, givenUp(data.inAll)].filter(Boolean).join('\n\n');
  });
}

const deadTable = table<DeadLetter>(
  ['Planned', 'Channel', 'To', 'Tries', 'Why', 'Id', 'What'],
  ({ id, member, person, host, replayable, delivery }) => [
    shortTime(delivery.plannedAt),
    words(delivery.channel),
    [member.name, host ?? person?.name].flatMap((text) => (text ? [safeLine(text)] : [])).join(': '),
    `${delivery.tries}`,
    `${delivery.cause ? words(delivery.cause) : '-'}${replayable ? '' : ', no endpoint'}`,
    id,
    delivery.publication
      ? `${unreal(delivery.publication.status)} ${safeLine(delivery.publication.title ?? delivery.publication.id)}`.trim()
      : words(delivery.reason),
  ],
  'Nothing was given up of what you may see.',
);
