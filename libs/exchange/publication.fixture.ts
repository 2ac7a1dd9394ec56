import fc from 'fast-check';
import type { Tlp } from '#access';
import type { Outgoing, Party, Place, Source } from './publication.js';

export const HUB: Party = { id: 'e5a3f0a1-0c5b-4f0e-8d0a-3a1f1b0c9d01', name: 'Watchfire hub', kind: 'HUB' };
export const ORIGIN: Party = {
  id: '0b7a2c55-6f1d-4a63-9f6e-5b1f2f3c4d02',
  name: 'State of Wisconsin',
  kind: 'STATE',
};
export const SOURCE: Source = { hub: HUB, url: 'https://hub.example' };

export const DANE: Place = {
  code: '55025',
  name: 'Dane County, Wisconsin',
  stateIso: 'US-WI',
  same: ['055025'],
};
export const NATION: Place = { code: 'US', name: 'United States', stateIso: null, same: ['000000'] };

/** A publication with every field filled; what a test is about is given. */
export const outgoing = (given: Partial<Outgoing> = {}): Outgoing => ({
  id: '9d2f8a10-3b44-4a0e-b7de-2f61c0a8de11',
  kind: 'ALERT',
  state: 'RELEASED',
  title: 'Phishing of poll-book vendors',
  summary: 'Mail that asks for a password.',
  body: 'Seen at *two* offices.',
  instructions: '1. Reset.\n2. Report.',
  tlp: 'AMBER',
  origin: ORIGIN,
  onBehalfOf: null,
  status: 'ACTUAL',
  severity: 'HIGH',
  urgency: 'IMMEDIATE',
  certainty: 'OBSERVED',
  affectedSystems: ['ELECTRONIC_POLLBOOK', 'OFFICE_IT'],
  affectedProducts: ['Pollbook 4.2'],
  cves: ['CVE-2026-12345'],
  references: [{ title: 'Advice', url: 'https://example.org/advice' }],
  analyticConfidence: null,
  sourcing: null,
  handling: [],
  acknowledgeWithinMinutes: 30,
  expiresAt: '2026-11-04T12:00:00.000Z',
  regions: [DANE],
  publishedAt: '2026-11-03T12:00:00.000Z',
  updatedAt: '2026-11-03T13:30:00.123Z',
  revisions: [
    { id: '4f0c2a7e-0d0c-4b59-9b8f-6d3b7a1e0001', at: '2026-11-03T12:00:00.000Z', note: null },
    { id: '4f0c2a7e-0d0c-4b59-9b8f-6d3b7a1e0002', at: '2026-11-03T13:30:00.123Z', note: 'More offices.' },
  ],
  withdrawal: null,
  takenFrom: [],
  ...given,
});

/** Text as the hub keeps it: trimmed, and never empty. */
const text = (maxLength: number) =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength })
    .map((said) => said.trim())
    .filter((said) => said !== '');
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

/** Any publication that may leave. */
export const anyOutgoing: fc.Arbitrary<Outgoing> = fc
  .record({
    kind: fc.constantFrom('ALERT' as const, 'ADVISORY' as const, 'BULLETIN' as const),
    title: text(60),
    summary: maybe(text(80)),
    body: maybe(text(200)),
    instructions: maybe(text(100)),
    tlp: fc.constantFrom<Tlp>('CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT'),
    origin: maybe(fc.constant(ORIGIN)),
    status: fc.constantFrom('ACTUAL' as const, 'EXERCISE' as const, 'TEST' as const),
    severity: maybe(
      fc.constantFrom(
        'BASELINE' as const,
        'LOW' as const,
        'MEDIUM' as const,
        'HIGH' as const,
        'SEVERE' as const,
        'EMERGENCY' as const,
      ),
    ),
    urgency: maybe(fc.constantFrom('IMMEDIATE' as const, 'EXPECTED' as const, 'PAST' as const)),
    certainty: maybe(fc.constantFrom('OBSERVED' as const, 'LIKELY' as const, 'UNKNOWN' as const)),
    affectedProducts: fc.uniqueArray(text(20), { maxLength: 3 }),
    cves: fc.uniqueArray(
      fc.integer({ min: 1000, max: 99_999 }).map((n) => `CVE-2026-${n}`),
      { maxLength: 3 },
    ),
    analyticConfidence: maybe(fc.constantFrom('LOW' as const, 'MODERATE' as const, 'HIGH' as const)),
    sourcing: maybe(text(50)),
    handling: fc.array(text(20), { maxLength: 2 }),
    regions: fc.subarray([DANE, NATION]),
  })
  .map((said) => outgoing(said));
