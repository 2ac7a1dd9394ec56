import fc from 'fast-check';
import { nextPoll } from './next-poll.js';

const NOW = new Date('2026-11-03T12:00:00.000Z');
const minutes = (wish: Parameters<typeof nextPoll>[0], chance = 0) =>
  (nextPoll(wish, NOW, chance).getTime() - NOW.getTime()) / 60_000;

it.each([
  [0, 15],
  [1, 1],
  [2, 2],
  [5, 16],
  [11, 1024],
  [12, 1440],
  [1000, 1440],
])('after %i failures in a row it waits %i minutes', (failures, wait) => {
  expect(minutes({ everyMinutes: 15, failures, notBefore: null })).toBe(wait);
});

it('never comes before the server’s own word', () => {
  const notBefore = new Date('2026-11-03T15:00:00.000Z');
  expect(minutes({ everyMinutes: 15, failures: 1, notBefore })).toBe(180);
  expect(minutes({ everyMinutes: 15, failures: 1, notBefore: new Date(0) })).toBe(1);
});

it('leaves up to a fifth to chance', () => {
  fc.assert(
    fc.property(fc.nat({ max: 30 }), fc.double({ min: 0, max: 1, noNaN: true }), (failures, chance) => {
      const least = minutes({ everyMinutes: 15, failures, notBefore: null });
      const wait = minutes({ everyMinutes: 15, failures, notBefore: null }, chance);
      expect(wait).toBeGreaterThanOrEqual(Math.floor(least));
      expect(wait).toBeLessThanOrEqual(least * 1.2 + 0.001);
    }),
  );
});
