import fc from 'fast-check';
import type { MailTiming } from '#contract';
import { mailRoute, mustArrive, type Pressing } from './mail-route.js';
import { type Reachability, reachabilityOf } from './reachability.js';
import { hours, localTimes, moments, weekdays, zones } from './time/arbitraries.fixture.js';
import { quietUntil } from './time/quiet-hours.js';

const timings = fc.constantFrom<MailTiming>('AT_ONCE', 'DIGEST', 'OFF');
const reaches: fc.Arbitrary<Reachability> = fc.record({
  email: fc.array(timings, { minLength: 6, maxLength: 6 }),
  webhook: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
  quietHours: fc.option(hours),
  timeZone: zones,
  digest: fc.record({
    every: fc.constantFrom('HOUR' as const, 'DAY' as const, 'WEEK' as const),
    at: localTimes,
    weekday: weekdays,
  }),
});
const pressings: fc.Arbitrary<Pressing> = fc.record({
  severity: fc.option(fc.nat(5)),
  immediate: fc.boolean(),
  asks: fc.boolean(),
  red: fc.boolean(),
});

const every = (rule: (reach: Reachability, pressing: Pressing, now: Date) => void) =>
  fc.assert(fc.property(reaches, pressings, moments, rule), { numRuns: 500 });

describe('the route of an e-mail', () => {
  it('is there for what is red and for an emergency, whatever somebody set', () => {
    every((reach, pressing, now) => {
      const route = mailRoute(reach, pressing, now);
      const off = reach.email[pressing.severity ?? 0] === 'OFF';
      expect(route === null).toBe(off && !mustArrive(pressing));
    });
  });

  it('leads what is red into no digest', () => {
    every((reach, pressing, now) => {
      if (pressing.red) expect(mailRoute(reach, pressing, now)?.by).toBe('MAIL');
    });
  });

  it('breaks through a digest for what presses, and through the night for what is severe', () => {
    every((reach, pressing, now) => {
      const route = mailRoute(reach, pressing, now);
      if (route === null) return;
      const severe = (pressing.severity ?? 0) >= 4;
      if (severe) expect(route).toEqual({ by: 'MAIL', dueAt: now });
      if (pressing.immediate || pressing.asks) expect(route.by).toBe('MAIL');
      if (route.by === 'DIGEST') expect(reach.email[pressing.severity ?? 0]).toBe('DIGEST');
      if (route.by === 'MAIL' && !severe) {
        const quiet = reach.quietHours && quietUntil(reach.quietHours, reach.timeZone, now);
        expect(route.dueAt).toEqual(quiet ?? now);
      }
    });
  });
});

describe('preferences', () => {
  const member = {
    id: 'm',
    kind: 'LOCAL',
    active: true,
    since: 0,
    jurisdiction: ['66', 'R09', 'US'],
  } as const;
  const row = { channels: null, webhooks: null, quietHours: null, timeZone: null, digest: null };

  it('are one’s own first, then the member’s, then what is usual', () => {
    const members = { ...row, timeZone: 'America/Denver', quietHours: '{"from":"22:00","until":"06:00"}' };
    expect(reachabilityOf([undefined, undefined], { member })).toMatchObject({
      timeZone: 'Pacific/Guam',
      quietHours: null,
      email: ['DIGEST', 'DIGEST', 'DIGEST', 'AT_ONCE', 'AT_ONCE', 'AT_ONCE'],
      digest: { every: 'DAY', at: '08:00' },
    });
    expect(reachabilityOf([row, members], { member })).toMatchObject({
      timeZone: 'America/Denver',
      quietHours: { from: '22:00', until: '06:00' },
    });
    expect(reachabilityOf([{ ...row, quietHours: 'null' }, members], { member }).quietHours).toBeNull();
  });
});
