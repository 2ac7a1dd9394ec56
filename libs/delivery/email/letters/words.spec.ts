import { moment } from './words.js';

describe('a moment', () => {
  const cases = [
    [
      '2026-11-03T12:30:00.000Z',
      'America/Chicago',
      'Tuesday, November 3, 2026 at 6:30 AM CST (2026-11-03 12:30 UTC)',
    ],
    [
      '2026-11-03T12:30:00.000Z',
      'Pacific/Guam',
      'Tuesday, November 3, 2026 at 10:30 PM GMT+10 (2026-11-03 12:30 UTC)',
    ],
    [
      '2026-07-04T03:00:00.000Z',
      'America/Chicago',
      'Friday, July 3, 2026 at 10:00 PM CDT (2026-07-04 03:00 UTC)',
    ],
    [
      '2026-07-04T03:00:00.000Z',
      'america/phoenix',
      'Friday, July 3, 2026 at 8:00 PM MST (2026-07-04 03:00 UTC)',
    ],
  ] as const;

  it.each([...cases, ...cases])('%s in %s is written as its clocks show it', (at, timeZone, written) => {
    expect(moment(at, timeZone).replaceAll('\u202f', ' ')).toBe(written);
  });
});
