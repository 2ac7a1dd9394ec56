import fc from 'fast-check';
import { localTimes, moments, wall, weekdays, ZONES, zones } from './arbitraries.fixture.js';
import { type DigestTimes, nextDigest, type Weekday } from './digest-times.js';

const HOUR = 3_600_000;

/** The digests after a moment, one after the other. */
function digests(times: DigestTimes, zone: string, after: Date, count: number): Date[] {
  const found: Date[] = [];
  for (let at = after; found.length < count; ) {
    at = nextDigest(times, zone, at);
    found.push(at);
  }
  return found;
}

const dayAfter = (date: string, days: number) =>
  new Date(Date.parse(`${date}T12:00Z`) + days * 24 * HOUR).toISOString().slice(0, 10);

describe('digests', () => {
  it('of every day come once on each local day, at their time or, where clocks leave it out, as much later', () => {
    fc.assert(
      fc.property(localTimes, zones, moments, (at, zone, after) => {
        const found = digests({ every: 'DAY', at, weekday: 'MONDAY' }, zone, after, 5);
        const days = found.map((digest) => wall(zone, digest));
        const [first] = days;
        expect(found[0]?.getTime()).toBeGreaterThan(after.getTime());
        expect(days.map(({ date }) => date)).toEqual(days.map((_, n) => dayAfter(first?.date ?? '', n)));
        for (const { date, time } of days) {
          if (time === at) continue;
          expect([date, at.slice(0, 2), time]).toEqual(['2026-03-08', '02', at.replace('02:', '03:')]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('of every week come on their day, a week apart', () => {
    fc.assert(
      fc.property(localTimes, weekdays, zones, moments, (at, weekday, zone, after) => {
        const found = digests({ every: 'WEEK', at, weekday: weekday as Weekday }, zone, after, 3);
        const days = found.map((digest) => wall(zone, digest));
        expect(days.map((day) => day.weekday)).toEqual([weekday, weekday, weekday]);
        expect(days.map(({ date }) => date)).toEqual([0, 7, 14].map((n) => dayAfter(days[0]?.date ?? '', n)));
        expect((found[0] as Date).getTime() - after.getTime()).toBeLessThanOrEqual(7 * 24 * HOUR + HOUR);
      }),
      { numRuns: 200 },
    );
  });

  it('of every hour come on the hour, and not once less or more when clocks change', () => {
    fc.assert(
      fc.property(zones, moments, (zone, after) => {
        const found = digests({ every: 'HOUR', at: '00:00', weekday: 'MONDAY' }, zone, after, 6);
        for (const digest of found) expect(wall(zone, digest).time).toMatch(/:00$/);
        found.reduce((before, digest) => {
          expect(digest.getTime() - before.getTime()).toBe(HOUR);
          return digest;
        });
        expect((found[0] as Date).getTime() - after.getTime()).toBeLessThanOrEqual(HOUR);
      }),
      { numRuns: 200 },
    );
  });

  it.each(ZONES)('at 01:30 come once in the night in which %s shows it twice', (zone) => {
    const times = { every: 'DAY', at: '01:30', weekday: 'MONDAY' } as const;
    const found = digests(times, zone, new Date('2026-10-31T00:00Z'), 4).map((digest) => wall(zone, digest));
    expect(new Set(found.map(({ date }) => date)).size).toBe(4);
    expect(found.every(({ time }) => time === '01:30')).toBe(true);
  });
});
