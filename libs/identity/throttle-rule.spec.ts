import fc from 'fast-check';
import { ACCOUNT_RULE, ADDRESS_RULE, NO_TRIES, type ThrottleRule, type Tries } from './throttle-rule.js';

const MINUTE = 60_000;
const START = Date.parse('2026-11-03T12:00:00.000Z');

/** When the tries of somebody who fails as often as allowed, `pauses` apart, were let through. */
function letThrough(rule: ThrottleRule, pauses: readonly number[]): number[] {
  const times: number[] = [];
  let tries: Tries = NO_TRIES;
  let now = START;
  for (const pause of pauses) {
    now += pause;
    if (!rule.mayTry(tries, now)) continue;
    tries = rule.withOneMore(tries, now);
    times.push(now);
  }
  return times;
}

const most = (times: readonly number[], within: number): number =>
  Math.max(0, ...times.map((start) => times.filter((time) => time >= start && time < start + within).length));

const pauses = fc.array(
  fc.oneof(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 40 * MINUTE })),
  {
    minLength: 200,
    maxLength: 600,
  },
);

describe('the throttle', () => {
  it('lets ten failures through at once, then makes wait, each time longer', () => {
    const everySecond = Array.from({ length: 3 * 60 * 60 }, () => 1000);
    const times = letThrough(ACCOUNT_RULE, everySecond);
    const waits = times
      .slice(1)
      .map((time, n) => time - (times[n] ?? 0))
      .filter((wait) => wait > 1000);
    expect(waits.map((wait) => Math.round(wait / MINUTE))).toEqual([15, 30, 60]);
    expect(times.length).toBe(40);
  });

  it('never lets more than 100 failures in a row through to one account', () => {
    const aYear = Array.from({ length: 40_000 }, () => 15 * MINUTE);
    expect(letThrough(ACCOUNT_RULE, aYear)).toHaveLength(100);
    fc.assert(fc.property(pauses, (given) => letThrough(ACCOUNT_RULE, given).length <= 100));
  });

  it('never lets more than twice a window’s tries through in one window', () => {
    fc.assert(
      fc.property(pauses, (given) => {
        expect(most(letThrough(ACCOUNT_RULE, given), 15 * MINUTE)).toBeLessThanOrEqual(19);
        expect(most(letThrough(ADDRESS_RULE, given), 15 * MINUTE)).toBeLessThanOrEqual(99);
      }),
    );
  });

  it('lets fifty failures through from one network, and fifty more after 15 minutes', () => {
    const burst = Array.from({ length: 80 }, () => 1);
    expect(letThrough(ADDRESS_RULE, burst)).toHaveLength(50);
    expect(letThrough(ADDRESS_RULE, [...burst, 15 * MINUTE, ...burst])).toHaveLength(100);
  });

  it('never waits longer than a day short of the lock', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 98 }), fc.integer({ min: 0, max: 9 }), (inARow, inWindow) => {
        const next = ACCOUNT_RULE.withOneMore(
          { windowStart: START, inWindow, inARow, blockedUntil: 0 },
          START,
        );
        expect(ACCOUNT_RULE.mayTry(next, START + 24 * 60 * MINUTE)).toBe(true);
      }),
    );
  });
});
