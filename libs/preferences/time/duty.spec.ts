import fc from 'fast-check';
import { hours, moments, wall, weekdays, zones } from './arbitraries.fixture.js';
import { isOnDuty } from './duty.js';
import { usualZone } from './state-zones.js';
import { isTimeZone } from './zone.js';

describe('being on duty', () => {
  it('is decided by the day on which the hours began', () => {
    fc.assert(
      fc.property(
        hours,
        fc.uniqueArray(weekdays, { minLength: 1 }),
        zones,
        moments,
        (span, days, zone, now) => {
          const { date, time, weekday } = wall(zone, now);
          const dayBefore = wall('UTC', new Date(Date.parse(`${date}T12:00Z`) - 86_400_000)).weekday;
          const { from, until } = span;
          const wanted =
            from < until
              ? days.includes(weekday as never) && time >= from && time < until
              : (days.includes(weekday as never) && time >= from) ||
                (days.includes(dayBefore as never) && time < until);
          expect(isOnDuty([{ ...span, days }], zone, now)).toBe(wanted);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is always so for whoever has no hours', () => {
    expect(isOnDuty([], 'Pacific/Guam', new Date('2026-11-03T12:00Z'))).toBe(true);
  });
});

describe('time zones', () => {
  it.each([
    [['55025', '55', 'R05', 'US'], 'America/Chicago'],
    [['66', 'R09', 'US'], 'Pacific/Guam'],
    [['US'], 'America/New_York'],
    [[], 'America/New_York'],
  ])('of whoever answers for %j is %s', (line, zone) => expect(usualZone(line)).toBe(zone));

  it.each(['America/Chicago', 'UTC', 'Pacific/Guam', 'America/Indiana/Indianapolis'])('%s is one', (name) =>
    expect(isTimeZone(name)).toBe(true),
  );

  it.each(['', 'Chicago', '+05:00', 'America/Nowhere', `${'A'.repeat(70)}`, 'America/Chicago; DROP'])(
    '%j is none',
    (name) => expect(isTimeZone(name)).toBe(false),
  );
});
