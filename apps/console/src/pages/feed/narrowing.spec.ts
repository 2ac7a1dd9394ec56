import fc from 'fast-check';
import { ENUMS } from '../../generated/operations.generated.js';
import { filterOf, readNarrowing, writtenNarrowing } from './narrowing.js';

const some = <T extends string>(values: readonly T[]) => fc.subarray([...values]);
const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
const dayText = fc.oneof(
  fc.constant(''),
  day.map((date) => date.toISOString().slice(0, 10)),
);

const narrowings = fc.record({
  text: fc.string(),
  kinds: some(ENUMS.PublicationKind),
  tlps: some(ENUMS.Tlp),
  statuses: some(ENUMS.PublicationStatus),
  systems: some(ENUMS.AffectedSystem),
  severity: fc.option(fc.constantFrom(...ENUMS.Severity)),
  region: fc.option(fc.constantFrom('55', '55025', 'US')),
  from: dayText,
  until: dayText,
  current: fc.boolean(),
  pages: fc.integer({ min: 1, max: 500 }),
});

describe('the address of the feed', () => {
  it('holds all that it is narrowed to, so that it can be linked', () => {
    fc.assert(
      fc.property(narrowings, (narrowing) => {
        expect(readNarrowing(writtenNarrowing(narrowing))).toEqual(narrowing);
      }),
    );
  });

  it('takes nothing from an address that is not in the contract', () => {
    const read = readNarrowing('?kind=NONSENSE&tlp=<script>&severity=x&from=yesterday&pages=-3');
    expect(read).toMatchObject({ kinds: [], tlps: [], severity: null, from: '', pages: 1 });
    expect(filterOf(read)).toEqual({});
  });

  it('counts the whole of the last day', () => {
    const { updatedFrom, updatedUntil } = filterOf(readNarrowing('?from=2026-11-03&until=2026-11-03'));
    expect(Date.parse(updatedUntil ?? '') - Date.parse(updatedFrom ?? '')).toBe(86_400_000);
  });
});
