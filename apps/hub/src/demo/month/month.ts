import type { RegionTree } from '#regions';
import { Random } from '../random.js';
import { answersTo } from './answers.js';
import { commentsOn } from './comments.js';
import type { Deed, Level, Planned, Publish } from './deed.js';
import { LEVELS } from './levels.js';
import { plan } from './plan.js';
import { sequelsTo } from './sequels.js';

const MONTH_DAYS = 30;
const SEED = 20_261_103;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Offices write between these hours, UTC. */
const OPENS = 13;
const CLOSES = 24;

/** Midnight, UTC, between yesterday and today. */
const endOfYesterday = (now: Date): Date => new Date(Math.floor(now.getTime() / DAY) * DAY);

/** When the first day of the month that ended yesterday begins. */
export const beginningOfMonth = (now: Date): Date =>
  new Date(endOfYesterday(now).getTime() - MONTH_DAYS * DAY);

/**
 * A month of the demo community's life in order of time, ending yesterday: the same every time but for its dates.
 * @param now any moment of today
 */
export function tellMonth(tree: RegionTree, now: Date): Deed[] {
  const random = new Random(SEED);
  const end = endOfYesterday(now);
  const published = spread(plan(tree, random), end, random);
  const sequels = sequelsTo(published, end);
  const ended = new Set(sequels.map(endedBy));
  const lasting = published.filter(({ key }) => !ended.has(key));
  const answers = answersTo(lasting, { tree, random, end });
  const followed = new Set(sequels.flatMap((deed) => ('key' in deed ? deed.key : [])));
  const quiet = lasting.filter(({ key }) => !followed.has(key));
  const comments = commentsOn(quiet, tree, end);
  return [...published, ...sequels, ...answers, ...comments, ...levels(end)].sort(
    (one, other) => one.at.getTime() - other.at.getTime(),
  );
}

const levels = (end: Date): Level[] =>
  LEVELS.map(({ day, hour, ...level }) => ({
    ...level,
    what: 'LEVEL',
    at: new Date(beginningOfMonth(end).getTime() + day * DAY + hour * HOUR),
  }));

/** What a deed takes out of force. */
function endedBy(deed: Deed): string | undefined {
  if (deed.what === 'WITHDRAW') return deed.key;
  return deed.what === 'PUBLISH' ? deed.supersedes : undefined;
}

/** Gives each its time, so that every day has its share and nothing is left to the night. */
function spread(planned: readonly Planned[], end: Date, random: Random): Publish[] {
  const start = beginningOfMonth(end).getTime();
  return random.some(planned, planned.length).map(({ when, ...item }, index) => {
    const day = when?.day ?? Math.floor((index * MONTH_DAYS) / planned.length);
    const hour = when?.hour ?? OPENS + random.next() * (CLOSES - OPENS);
    return { what: 'PUBLISH', at: new Date(start + day * DAY + hour * HOUR), ...item };
  });
}
