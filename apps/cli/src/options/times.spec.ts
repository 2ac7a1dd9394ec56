import { Failure } from '../failure.js';
import { minutesOf, momentOf } from './times.js';

const now = Date.parse('2026-11-03T12:00:00.000Z');

describe('a moment', () => {
  it.each([
    ['48h', 1, '2026-11-05T12:00:00.000Z'],
    ['48h', -1, '2026-11-01T12:00:00.000Z'],
    ['7d', -1, '2026-10-27T12:00:00.000Z'],
    ['90 minutes', 1, '2026-11-03T13:30:00.000Z'],
    ['2026-11-05T18:00Z', 1, '2026-11-05T18:00:00.000Z'],
    ['2026-11-05 18:00 -06:00', 1, '2026-11-06T00:00:00.000Z'],
    ['2026-11-05T18:00:30.5Z', 1, '2026-11-05T18:00:30.500Z'],
  ] as const)('%s in direction %i is %s', (text, direction, moment) => {
    expect(momentOf(text, 'x', direction, now)).toBe(moment);
  });

  it('without a zone is in this computer’s', () => {
    expect(momentOf('2026-11-05 18:00', 'x', 1)).toBe(new Date(2026, 10, 5, 18).toISOString());
    expect(momentOf('2026-11-05', 'x', 1)).toBe(new Date(2026, 10, 5).toISOString());
  });

  it.each(['', 'tomorrow', '2026-02-30', '2026-13-01', '5', '11/3/2026', '48y', '2026-11-05 25:00', '1e9h'])(
    '%j is none',
    (text) => {
      expect(() => momentOf(text, '--since', -1, now)).toThrow(Failure);
      expect(() => momentOf(text, '--since', -1, now)).toThrow(/^--since must be a date/);
    },
  );
});

describe('minutes', () => {
  it.each([
    ['90', 90],
    ['90m', 90],
    ['2h', 120],
    ['1 day', 1440],
  ])('%s is %i', (text, minutes) => expect(minutesOf(text, 'x')).toBe(minutes));

  it.each(['', '-5', '2.5h', 'soon'])('%j is none', (text) =>
    expect(() => minutesOf(text, 'x')).toThrow(Failure),
  );
});
