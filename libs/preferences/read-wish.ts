import type { MailTiming, SetPreferencesInput, SeverityChannelsInput } from '#contract';
import { badInput, type FieldPath } from '#platform';
import { levelOf } from '#publications';
import type { Reachability, Stored } from './reachability.js';
import { readHours } from './read-hours.js';
import type { DigestTimes } from './time/digest-times.js';
import { readLocalTime } from './time/local-time.js';
import { isTimeZone } from './time/zone.js';

const at = (...path: string[]): FieldPath => ['input', ...path];

/**
 * What is to be stored from now on.
 * @param before what was set here, and what is in effect
 * @throws Refusal BAD_INPUT naming the field
 */
export function readWish(
  input: SetPreferencesInput,
  before: { readonly stored: Stored | undefined; readonly reach: Reachability },
): Stored {
  const { stored, reach } = before;
  if (PARTS.every(([, field]) => input[field] == null) && (input.inherit ?? []).length === 0)
    throw badInput(
      ['input'],
      'Set channels, quietHours, timeZone or digest, or name in inherit what not to set.',
    );
  const set: Stored = {
    channels: stored?.channels ?? null,
    webhooks: stored?.webhooks ?? null,
    ...(input.channels == null ? {} : readChannels(input.channels, reach)),
    quietHours: input.quietHours == null ? (stored?.quietHours ?? null) : readQuiet(input.quietHours),
    timeZone: input.timeZone == null ? (stored?.timeZone ?? null) : readZone(input.timeZone),
    digest: input.digest == null ? (stored?.digest ?? null) : readDigest(input.digest),
  };
  const inherited = new Set(input.inherit ?? []);
  for (const [name, field] of PARTS) {
    if (!inherited.has(name)) continue;
    if (input[field] != null) throw badInput(at('inherit'), `It is either set or inherited: ${field}.`);
    set[field] = null;
    if (field === 'channels') set.webhooks = null;
  }
  return set;
}

const PARTS = [
  ['CHANNELS', 'channels'],
  ['QUIET_HOURS', 'quietHours'],
  ['TIME_ZONE', 'timeZone'],
  ['DIGEST', 'digest'],
] as const;

/** Of the ways, those that were named; what is in effect is set with it, so that it stays. */
function readChannels(
  channels: NonNullable<SetPreferencesInput['channels']>,
  before: Pick<Reachability, 'email' | 'webhook'>,
): Partial<Pick<Stored, 'channels' | 'webhooks'>> {
  const [email, webhook] = [[...before.email], [...before.webhook]];
  const seen = new Set<number>();
  channels.forEach((channel, place) => {
    const level = levelOf(channel.severity);
    const field = at('channels', String(place));
    if (seen.has(level)) throw badInput([...field, 'severity'], 'Name each severity once.');
    if (channel.email == null && channel.webhook == null)
      throw badInput(field, 'Set email, webhook or both.');
    if (channel.severity === 'EMERGENCY') assertArrives(channel, field);
    seen.add(level);
    email[level] = channel.email ?? (email[level] as MailTiming);
    webhook[level] = channel.webhook ?? (webhook[level] as boolean);
  });
  return {
    ...(channels.some((one) => one.email != null) && { channels: JSON.stringify(email) }),
    ...(channels.some((one) => one.webhook != null) && { webhooks: JSON.stringify(webhook) }),
  };
}

function assertArrives({ email, webhook }: SeverityChannelsInput, field: FieldPath): void {
  if (email != null && email !== 'AT_ONCE')
    throw badInput([...field, 'email'], 'An emergency always comes at once.');
  if (webhook === false) throw badInput([...field, 'webhook'], 'An emergency is always posted.');
}

function readQuiet({ from, until }: NonNullable<SetPreferencesInput['quietHours']>): string {
  if (from == null && until == null) return JSON.stringify(null);
  if (from == null || until == null)
    throw badInput(at('quietHours', from == null ? 'from' : 'until'), 'Give both times, or neither.');
  return JSON.stringify(readHours({ from, until }, at('quietHours')));
}

function readZone(text: string): string {
  if (!isTimeZone(text)) throw badInput(at('timeZone'), 'There is no such time zone.');
  return text;
}

function readDigest({ every, at: time, weekday }: NonNullable<SetPreferencesInput['digest']>): string {
  const digest: DigestTimes = {
    every,
    at: readLocalTime(time ?? '08:00', at('digest', 'at')),
    weekday: weekday ?? 'MONDAY',
  };
  return JSON.stringify(digest);
}
