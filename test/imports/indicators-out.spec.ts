import type { StixObject } from '#exchange';
import { describeWithCorpus } from '../../libs/exchange/corpus.fixture.js';
import { stixSchemas } from '../../libs/exchange/stix/schemas.fixture.js';
import { ExchangeOffice } from './office.js';

type Desk = 'federal' | 'official' | 'distant' | 'operator';
// biome-ignore lint/suspicious/noExplicitAny: what a test reads of an answer is checked by the test
type Any = any;

let office: ExchangeOffice;
const ids = { named: '', anonymous: '' };

const publish = async (desk: Desk, content: object) =>
  (
    await office.ask<Any>(
      desk,
      'mutation ($input: PublishInput!) { publish(input: $input) { publication { id } } }',
      { input: { content: { title: 'Password guessing', audience: { regions: ['55'] }, ...content } } },
    )
  ).publish.publication.id as string;

const add = async (desk: Desk, publicationId: string, indicators: object[]) =>
  (
    await office.ask<Any>(
      desk,
      'mutation ($input: AddIndicatorsInput!) { addIndicators(input: $input) { results { indicator { id } } } }',
      { input: { publicationId, indicators } },
    )
  ).addIndicators.results.map(({ indicator }: Any) => indicator.id as string) as string[];

const see = (desk: Desk, indicatorId: string | undefined, more: object) =>
  office.ask(
    desk,
    'mutation ($input: RecordSightingInput!) { recordSighting(input: $input) { indicator { id } } }',
    { input: { indicatorId, ...more } },
  );

const exported = async (desk: Desk | null, id: string, format: 'STIX' | 'MISP'): Promise<string | null> =>
  (
    await office.ask<Any>(
      desk,
      'query ($id: ID!, $format: ExportFormat!) { exportPublication(id: $id, format: $format) { text } }',
      { id, format },
    )
  ).exportPublication?.text ?? null;
const anotherId = (id: string, by: number): string =>
  `${((Number.parseInt(id[0] ?? '0', 16) + by) % 16).toString(16)}${id.slice(1)}`;
const objectsIn = (text: string | null): StixObject[] => JSON.parse(text ?? '{"objects":[]}').objects;
const ofType = (objects: readonly StixObject[], type: string) => objects.filter((one) => one.type === type);

beforeAll(async () => {
  office = await ExchangeOffice.open();
  ids.named = await publish('federal', { kind: 'BULLETIN' });
  const [first] = await add('federal', ids.named, [
    {
      value: 'evil[.]badhost.ru',
      confidence: 70,
      description: 'Invoices',
      killChainPhases: [{ killChain: 'lockheed-martin-cyber-kill-chain', phase: 'delivery' }],
      validUntil: '2027-11-24T00:00:00Z',
    },
    { value: '45.61.136.7' },
    { pattern: "[file:name = 'it\\'s.exe' AND file:size > 3]" },
  ]);
  await see('official', first, { count: 3, attribution: 'NAMED' });
  await see('official', first, { count: 4 });
  ids.anonymous = await publish('official', {
    kind: 'ALERT',
    attribution: 'ANONYMOUS',
    severity: 'LOW',
    urgency: 'PAST',
    certainty: 'LIKELY',
  });
  await add('official', ids.anonymous, [{ value: '45.61.136.8' }]);
});
afterAll(() => office.close());

describe('indicators leave with their publication', () => {
  it('as STIX, under the ids that TAXII gives, for whom it is and for nobody else', async () => {
    const objects = objectsIn(await exported('official', ids.named, 'STIX'));
    const [report] = ofType(objects, 'report');
    const [indicators, sightings] = [ofType(objects, 'indicator'), ofType(objects, 'sighting')];
    expect([indicators.length, sightings.length]).toEqual([3, 2]);
    for (const { id } of [...indicators, ...sightings]) expect(report?.object_refs).toContain(id);
    for (const one of indicators) expect(one.created_by_ref).toBe(report?.created_by_ref);
    expect(indicators.find(({ name }) => name === 'evil.badhost.ru')).toMatchObject({
      confidence: 70,
      valid_until: '2027-11-24T00:00:00.000Z',
      kill_chain_phases: [{ phase_name: 'delivery' }],
    });
    const answer = await office.get(
      '/taxii2/community/collections/all/objects/?match[type]=indicator,sighting',
      'official',
      { headers: { accept: 'application/taxii+json;version=2.1' } },
    );
    const byTaxii = ((await answer.json()) as { objects: StixObject[] }).objects;
    expect(byTaxii).toEqual(expect.arrayContaining([...indicators, ...sightings]));
    expect(await exported('distant', ids.named, 'STIX')).toBeNull();
  });

  it('and tell who saw them only as that member lets it be told', async () => {
    const text = await exported('official', ids.named, 'STIX');
    const told = ofType(objectsIn(text), 'sighting').map(({ where_sighted_refs: where }) => where);
    expect(told.filter((where) => where !== undefined)).toHaveLength(1);
  });

  it('of an anonymous origin as the hub’s, to its own people too', async () => {
    for (const desk of ['official', 'operator'] as const)
      for (const format of ['STIX', 'MISP'] as const) {
        const text = await exported(desk, ids.anonymous, format);
        expect(text).toContain('45.61.136.8');
        expect(text).not.toContain(office.desks.official.memberId);
      }
  });

  it('as attributes of MISP, and make the event a later one', async () => {
    const { Event } = JSON.parse((await exported('official', ids.named, 'MISP')) ?? '{}');
    const found = Event.Attribute.filter(({ to_ids }: Any) => to_ids);
    expect(found).toHaveLength(3);
    expect(found.find(({ type }: Any) => type === 'domain')).toMatchObject({
      value: 'evil.badhost.ru',
      comment: 'Invoices',
      Sighting: expect.arrayContaining([expect.objectContaining({ type: '0' })]),
    });
    expect(found.find(({ type }: Any) => type === 'domain').Sighting).toHaveLength(7);
  });

  it.each(['STIX', 'MISP'] as const)('as %s, and are the same when they come back', async (format) => {
    const text = (await exported('official', ids.named, format)) ?? '';
    const foreign = text.replaceAll(ids.named, anotherId(ids.named, format === 'STIX' ? 1 : 2));
    const [taken] = await office.taken('federal', foreign, 'release=true&regions=55');
    expect(taken).toMatchObject({ what: 'RELEASED', indicators: 3 });
    const back = await exported('official', taken?.publicationId ?? '', format);
    if (format === 'STIX') {
      const told = (objects: readonly StixObject[]) =>
        objects
          .filter(({ type }) => type === 'indicator' || type === 'sighting')
          .map((object) => JSON.stringify(object))
          .sort();
      expect(told(objectsIn(back))).toEqual(told(objectsIn(foreign)));
    } else expect(JSON.parse(back ?? '')).toEqual(JSON.parse(foreign));
    const { publication } = await office.ask<Any>(
      'official',
      'query ($id: ID!) { publication(id: $id) { indicators { edges { node { value pattern confidence sightingCount } } } } }',
      { id: taken?.publicationId },
    );
    const nodes = publication.indicators.edges.map(({ node }: Any) => node);
    expect(nodes).toHaveLength(3);
    expect(nodes.find(({ value }: Any) => value === 'evil.badhost.ru')).toMatchObject({
      confidence: format === 'STIX' ? 70 : null,
      sightingCount: 7,
    });
  });
});

describeWithCorpus('by the OASIS schemas', () => {
  it('what leaves with a publication is valid', async () => {
    const schemas = stixSchemas();
    for (const object of objectsIn(await exported('official', ids.named, 'STIX'))) {
      const validate = schemas.get(object.type);
      expect([object.type, validate?.(object), validate?.errors]).toEqual([object.type, true, null]);
    }
  });
});
