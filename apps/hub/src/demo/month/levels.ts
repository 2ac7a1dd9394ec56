import type { Level } from './deed.js';

type Told = Omit<Level, 'what' | 'at'> & { readonly day: number; readonly hour: number };

/** How alert levels went up and down in the month, day by day from 0. */
export const LEVELS: readonly Told[] = [
  {
    ...{ day: 2, hour: 15, by: 'HUB', region: 'US', level: 'GUARDED', tlp: 'GREEN' },
    reason:
      'The season begins: sign-in pages are copied, and offices are called by people who say they are vendors.',
  },
  {
    ...{ day: 9, hour: 18, by: '55', region: '55', level: 'ELEVATED', tlp: 'GREEN' },
    reason: 'Several counties got the same invoice mails within a day.',
  },
  {
    ...{ day: 12, hour: 14, by: '12', region: '12', level: 'GUARDED', tlp: 'GREEN' },
    reason: 'A storm may reach the coast; power may fail at early voting sites.',
  },
  {
    ...{ day: 17, hour: 20, by: '55', region: '55079', level: 'HIGH', tlp: 'AMBER' },
    reason: 'A caller named two polling places. Both are being searched.',
  },
  {
    ...{ day: 20, hour: 16, by: '26', region: '26', level: 'ELEVATED', tlp: 'GREEN' },
    reason: 'False statements about drop boxes spread in three counties.',
  },
  {
    ...{ day: 22, hour: 17, by: '55', region: '55079', level: 'ELEVATED', tlp: 'AMBER' },
    reason: 'Nothing was found. Patrols stay until the polls close.',
  },
  {
    ...{ day: 26, hour: 19, by: 'HUB', region: 'US', level: 'ELEVATED', tlp: 'GREEN' },
    reason: 'Floods of requests against results pages were seen in four states.',
  },
];
