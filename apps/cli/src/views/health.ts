import type { Canvas } from '../context.js';
import type { DeliveryHealthQuery } from '../generated/operations.generated.js';
import { columns } from '../terminal/layout.js';
import { safeLine } from '../terminal/sanitize.js';
import { shortTime } from '../terminal/time.js';
import { counted, words } from '../terminal/words.js';

export type Health = DeliveryHealthQuery['deliveryHealth'];

/** How delivery does: what is late first, then the channels, then endpoints that take nothing. */
export function healthView(health: Health, canvas: Canvas): string {
  return [
    lateness(health, canvas),
    channelTable(health, canvas),
    failures(health),
    givenUp(health.channels),
    endpoints(health, canvas),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function lateness({ late, unplannedCount }: Health, { style }: Canvas): string {
  const behind = unplannedCount > 0 ? ` ${counted(unplannedCount, 'release')} to plan.` : '';
  if (late.length === 0) return `Nothing is late.${behind}`;
  return late
    .map(({ what, seconds }) => style.bad(`LATE: ${words(what)} has waited for ${seconds} s.`))
    .concat(behind ? [behind.trim()] : [])
    .join('\n');
}

function channelTable({ channels }: Health, { style, width }: Canvas): string {
  const heading = ['Channel', 'Waiting', 'Oldest', 'Later', 'Dead', 'Sent a minute'].map(style.bold);
  const rows = channels.map((one) => [
    words(one.channel),
    one.waitingCount.toLocaleString('en-US'),
    `${one.oldestWaitingSeconds} s`,
    one.laterCount.toLocaleString('en-US'),
    one.deadCount.toLocaleString('en-US'),
    one.sentPerMinute.toLocaleString('en-US'),
  ]);
  return columns([heading, ...rows], width);
}

/** How much was given up, whatever it is about, by channel and cause. */
export const givenUp = (channels: readonly Pick<Health['channels'][number], 'channel' | 'dead'>[]): string =>
  channels
    .filter((one) => one.dead.length > 0)
    .map(
      ({ channel, dead: found }) =>
        `Given up in all, ${words(channel)}: ${found.map(({ cause, count }) => `${words(cause)} ${count.toLocaleString('en-US')}`).join(', ')}.`,
    )
    .join('\n');

const failures = ({ channels }: Health): string =>
  channels
    .filter((one) => one.failures.length > 0)
    .map(
      ({ channel, failures: found }) =>
        `Failed in the last hour, ${words(channel)}: ${found.map(({ cause, count }) => `${words(cause)} ${count.toLocaleString('en-US')}`).join(', ')}.`,
    )
    .join('\n');

function endpoints(
  { endpointCount, failingEndpointCount, disabledEndpointCount, failingEndpoints }: Health,
  { style, width }: Canvas,
): string {
  const head = `${counted(endpointCount, 'webhook endpoint')}: ${failingEndpointCount} failing, ${disabledEndpointCount} disabled.`;
  if (failingEndpoints.length === 0) return head;
  const rows = failingEndpoints.map(
    ({ member, host, state, disabledBecause, failingSince, lastFailure, id }) => [
      safeLine(member.name),
      safeLine(host),
      state === 'ACTIVE' ? `failing since ${failingSince ? shortTime(failingSince) : '-'}` : 'disabled',
      words(lastFailure ?? disabledBecause ?? 'OWNER'),
      id,
    ],
  );
  return `${head}\n${columns([['Member', 'Host', 'State', 'Why', 'Id'].map(style.bold), ...rows], width)}`;
}
