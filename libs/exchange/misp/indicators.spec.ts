import fc from 'fast-check';
import type { IndicatorType } from '#contract';
import { outgoing, SOURCE } from '../publication.fixture.js';
import { attributeOf, type Pointed } from './attributes.js';
import { checkMisp, eventsIn } from './check-misp.js';
import { indicatorsIn } from './indicators.js';
import { toMisp } from './to-misp.js';

const read = (document: unknown) =>
  eventsIn(document).flatMap(({ at, event }) => indicatorsIn(checkMisp(event, at)));

const moment = fc
  .integer({ min: 1_700_000_000, max: 1_790_000_000 })
  .map((seconds) => new Date(seconds * 1000).toISOString());
const subject: fc.Arbitrary<Pick<Pointed, 'type' | 'value' | 'pattern'>> = fc.oneof(
  fc
    .ipV4()
    .map((value) => ({ type: 'IPV4' as IndicatorType, value, pattern: `[ipv4-addr:value = '${value}']` })),
  fc.domain().map((value) => ({
    type: 'DOMAIN' as IndicatorType,
    value,
    pattern: `[domain-name:value = '${value}']`,
  })),
  fc.constant({
    type: 'PATTERN' as IndicatorType,
    value: null,
    pattern: "[file:name = 'a' AND file:size > 3]",
  }),
);
const pointed: fc.Arbitrary<Pointed> = fc
  .record({
    subject,
    uuid: fc.uuid({ version: 4 }),
    description: fc.option(fc.constantFrom('Seen in invoices', 'A proxy'), { nil: null }),
    validFrom: moment,
    tlp: fc.constantFrom('AMBER' as const, 'AMBER_STRICT' as const),
    updatedAt: moment,
    count: fc.integer({ min: 0, max: 100 }),
    times: fc.tuple(moment, moment).map((two) => [...two].sort() as [string, string]),
  })
  .map(({ subject: what, count, times: [first, last], ...more }) => ({
    ...what,
    ...more,
    sightingCount: count,
    firstSeen: count === 0 ? null : count === 1 ? last : first,
    lastSeen: count === 0 ? null : last,
  }));

describe('indicators in an event of MISP', () => {
  it('come back as they were, with what was seen of them', () => {
    fc.assert(
      fc.property(fc.uniqueArray(pointed, { maxLength: 5, selector: ({ uuid }) => uuid }), (all) => {
        const attributes = all.map((one) => attributeOf(one, 'AMBER'));
        const back = read(JSON.parse(JSON.stringify(toMisp(outgoing(), SOURCE, attributes))));
        expect(back).toMatchObject(
          all.map((one) => ({
            uuid: one.uuid,
            given: one.value === null ? { pattern: one.pattern } : { value: one.value },
            comment: one.description,
            modified: one.updatedAt,
            validFrom: one.validFrom,
            tlp: one.tlp === 'AMBER' ? null : one.tlp,
            seen:
              one.sightingCount === 0
                ? null
                : { count: one.sightingCount, firstSeen: one.firstSeen, lastSeen: one.lastSeen },
          })),
        );
      }),
    );
  });

  it('are those of objects too, as strict as their object', () => {
    const attribute = { type: 'sha1', category: 'Payload delivery', value: 'a'.repeat(40), to_ids: true };
    const event = {
      uuid: '5c066053-0e94-46eb-9746-4b7d950d210f',
      info: 'An event',
      date: '2026-11-03',
      timestamp: '1793707200',
      Object: [
        {
          uuid: '5c066053-0e94-46eb-9746-4b7d950d2100',
          name: 'file',
          distribution: '0',
          Attribute: [attribute],
        },
        { uuid: '5c066053-0e94-46eb-9746-4b7d950d2101', name: 'file', deleted: true, Attribute: [attribute] },
      ],
    };
    const [first, ...more] = read(event);
    expect(first).toMatchObject({ given: { value: attribute.value }, tlp: 'AMBER_STRICT', seen: null });
    expect(read(event)[0]?.uuid).toBe(first?.uuid);
    expect(more).toEqual([]);
  });
});
