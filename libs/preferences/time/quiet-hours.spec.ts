import fc from 'fast-check';
import { hours, moments, wall, ZONES, zones } from './arbitraries.fixture.js';
import { type Hours, quietUntil } from './quiet-hours.js';

const MINUTE = 60_000;

/** Straight from the words: a minute is quiet if the clock on the wall shows a time within the hours. */
function isQuiet({ from, until }: Hours, timeZone: string, moment: Date): boolean {
  const { time } = wall(timeZone, moment);
  if (from < until) return from <= time && time < until;
  return time >= from || time < until;
}

const NIGHT = { from: '22:00', until: '06:00' };

describe('quiet hours', () => {
  it('end at the first minute that is not quiet, whatever the clocks do', () => {
    fc.assert(
      fc.property(hours, zones, moments, (quiet, zone, now) => {
        const end = quietUntil(quiet, zone, now);
        if (!isQuiet(quiet, zone, now)) return end === null;
        if (end === null || end <= now || isQuiet(quiet, zone, end)) return false;
        for (let at = now.getTime(); at < end.getTime(); at += MINUTE)
          if (!isQuiet(quiet, zone, new Date(at))) return false;
        return true;
      }),
      { numRuns: 400 },
    );
  });

  it.each(ZONES)('of a night over both changes of the clocks end at six in the morning in %s', (zone) => {
    for (const evening of ['2026-03-07T23:30', '2026-10-31T23:30', '2026-07-01T23:30']) {
      const now = localMoment(zone, evening);
      const end = quietUntil(NIGHT, zone, now) as Date;
      expect(wall(zone, end).time).toBe('06:00');
      const changes = zone !== 'Pacific/Guam' && zone !== 'America/Phoenix' && zone !== 'Pacific/Honolulu';
      const usual = 6.5 * 60 * MINUTE;
      const shift = !changes || evening.startsWith('2026-07') ? 0 : evening.startsWith('2026-03') ? -60 : 60;
      expect(end.getTime() - now.getTime()).toBe(usual + shift * MINUTE);
    }
  });

  it('that clocks put forward cut short end when they are', () => {
    const now = new Date('2026-03-08T06:45:00Z');
    expect(quietUntil({ from: '01:30', until: '02:30' }, 'America/New_York', now)).toEqual(
      new Date('2026-03-08T07:00:00Z'),
    );
  });

  it('that clocks put back bring twice end twice', () => {
    const quiet = { from: '00:30', until: '01:30' };
    const first = quietUntil(quiet, 'America/New_York', new Date('2026-11-01T04:45:00Z'));
    expect(first).toEqual(new Date('2026-11-01T05:30:00Z'));
    expect(quietUntil(quiet, 'America/New_York', first as Date)).toBeNull();
    expect(quietUntil(quiet, 'America/New_York', new Date('2026-11-01T06:10:00Z'))).toEqual(
      new Date('2026-11-01T06:30:00Z'),
    );
  });
});

/** The moment at which clocks show something, found by trying. */
function localMoment(zone: string, text: string): Date {
  const guess = Date.parse(`${text}Z`);
  for (let offset = -14 * 60; offset <= 14 * 60; offset += 30) {
    const { date, time } = wall(zone, new Date(guess + offset * MINUTE));
    if (`${date}T${time}` === text) return new Date(guess + offset * MINUTE);
  }
  throw new Error('No such local time.');
}
