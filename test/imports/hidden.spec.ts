import { toStix } from '#exchange';
import { outgoing, SOURCE } from '../../libs/exchange/publication.fixture.js';
import { ExchangeOffice, type Line } from './office.js';

let office: ExchangeOffice;
beforeAll(async () => {
  office = await ExchangeOffice.open();
});
afterAll(() => office.close());

const AT = '2026-11-20T12:00:00.000Z';
const indicatorOf = (uuid: string) => ({
  type: 'indicator',
  spec_version: '2.1',
  id: `indicator--${uuid}`,
  created: AT,
  modified: AT,
  pattern: "[ipv4-addr:value = '45.61.136.70']",
  pattern_type: 'stix',
  valid_from: AT,
});
/** A bundle whose report has this id and holds this indicator. */
const bundle = (id: string, uuid: string, title = 'Password guessing') => ({
  type: 'bundle',
  id: `bundle--${id}`,
  objects: [
    indicatorOf(uuid),
    ...toStix(outgoing({ id, title, expiresAt: null }), SOURCE, [`indicator--${uuid}`]),
  ],
});

/** What is told, without what is made anew each time. */
const told = (lines: readonly Line[], ...names: readonly string[]): string =>
  names.reduce(
    (text, name) => text.replaceAll(name, 'NAME'),
    JSON.stringify(lines).replace(/"(publicationId|draftId)":"[0-9a-f-]{36}"/g, '"$1":"ID"'),
  );

const TITLE = 'query ($id: ID!) { publication(id: $id) { title revisions { number } } }';
const TOTALS = `query ($values: [String!]!) { lookUp(values: $values) { known sightingCount indicators { id } } }`;

describe('what an importer is told', () => {
  const [absent, taken] = ['0b7f6a52-4b4e-4a55-9a35-1f6f3c0d0001', '0b7f6a52-4b4e-4a55-9a35-1f6f3c0d0002'];

  it('of an id that a hidden publication has is what is told of an absent one', async () => {
    const input = { content: { kind: 'ADVISORY', title: 'Hidden', audience: { regions: ['55'] } } };
    const { publish } = await office.ask<{ publish: { publication: { id: string } } }>(
      'official',
      'mutation ($input: PublishInput!) { publish(input: $input) { publication { id } } }',
      { input },
    );
    const hidden = publish.publication.id;
    const of = async (id: string) =>
      told(await office.send('distant', bundle(id, absent), 'release=true&regions=12086'), id);
    expect(await of(hidden)).toBe(await of(absent));
    expect(await office.ask('official', TITLE, { id: hidden })).toMatchObject({
      publication: { title: 'Hidden', revisions: [{ number: 1 }] },
    });
  });

  it('of a document and of indicators that another has taken in is what the first was told', async () => {
    const mine = await office.send('official', bundle(taken, taken, 'First'), 'release=true&regions=55');
    const theirs = await office.send('distant', bundle(taken, taken, 'First'), 'release=true&regions=12086');
    expect(told(theirs)).toBe(told(mine));
    expect(theirs.map(({ taken: one }) => one?.publicationId)).not.toEqual(
      mine.map(({ taken: one }) => one?.publicationId),
    );
  });

  it('of a value afterwards counts what they see alone', async () => {
    const query = { values: ['45.61.136.70'] };
    const [official] = (await office.ask<{ lookUp: { indicators: object[] }[] }>('official', TOTALS, query))
      .lookUp;
    const [clerk] = (await office.ask<{ lookUp: { indicators: object[] }[] }>('clerk', TOTALS, query)).lookUp;
    const [distant] = (await office.ask<{ lookUp: { indicators: object[] }[] }>('distant', TOTALS, query))
      .lookUp;
    expect(official?.indicators).toHaveLength(1);
    expect(clerk).toEqual(official);
    expect(distant?.indicators).toHaveLength(3);
    expect(distant?.indicators).not.toEqual(expect.arrayContaining(official?.indicators ?? []));
    const [neighbor] = (
      await office.ask<{ lookUp: object[] }>('federal', TOTALS, { values: ['45.61.136.71'] })
    ).lookUp;
    expect(neighbor).toMatchObject({ known: false, indicators: [] });
  });
});
