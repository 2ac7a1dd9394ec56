import { ManualClock, SystemClock, timestamp } from './clock.js';
import { RandomIds, SeededIds } from './ids.js';

const UUID4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('Clock', () => {
  it('goes with the system, or when told', () => {
    const before = Date.now();
    expect(new SystemClock().now().getTime()).toBeGreaterThanOrEqual(before);
    const clock = new ManualClock('2026-11-03T12:00:00Z');
    clock.now().setFullYear(1999);
    clock.advance(1500);
    expect(timestamp(clock.now())).toBe('2026-11-03T12:00:01.500Z');
    clock.set('2027-01-01T00:00:00Z');
    expect(timestamp(clock.now())).toBe('2027-01-01T00:00:00.000Z');
  });
});

describe('Ids', () => {
  it.each([new RandomIds(), new SeededIds(7)])('are UUIDs of version 4, none twice', (ids) => {
    const given = Array.from({ length: 1000 }, () => ids.id());
    for (const id of given) expect(id).toMatch(UUID4);
    expect(new Set(given).size).toBe(1000);
  });

  it('come again from the same seed only', () => {
    const first = (ids: SeededIds) => [ids.id(), ids.id()];
    expect(first(new SeededIds('a'))).toEqual(first(new SeededIds('a')));
    expect(first(new SeededIds('a'))).not.toEqual(first(new SeededIds('b')));
  });
});
