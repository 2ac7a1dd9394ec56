import { timestamp } from '#platform';
import { breaksQuiet, mailRoute, type Reachability } from '#preferences';
import type { LogEntry } from '#publications';
import type { Told } from '../channels/channel.js';
import type { NewDelivery } from '../queue/put-deliveries.js';
import { pressingOf } from './pressing.js';

const MINUTE = 60_000;

/**
 * How a release goes to somebody by e-mail: by itself, or as an item of a digest with the digest itself. A digest that goes out
 * within the minute is left alone: it may be gone before this is committed.
 */
export function planMail(entry: LogEntry, { viewer }: Told, reach: Reachability, now: Date): NewDelivery[] {
  const pressing = pressingOf(entry);
  const route = mailRoute(reach, pressing, now);
  if (route === null) return [];
  const { personId, member } = viewer;
  const to = { address: personId, personId, memberId: member.id };
  const about = { publicationId: entry.publicationId, sequence: entry.sequence };
  if (route.by === 'MAIL') {
    const dueAt = timestamp(route.dueAt);
    return [{ channel: 'EMAIL', ...to, ...about, urgent: breaksQuiet(pressing), dueAt }];
  }
  const later = mailRoute(reach, pressing, new Date(now.getTime() + MINUTE)) ?? route;
  const dueAt = timestamp(later.dueAt);
  const step = Math.floor(later.dueAt.getTime() / MINUTE);
  return [
    { channel: 'DIGEST', ...to, ...about, dueAt },
    { channel: 'EMAIL', ...to, reason: 'DIGEST', step, dueAt },
  ];
}
