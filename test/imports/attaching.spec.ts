import { TLP_MARKINGS } from '#exchange';
import { ExchangeOffice } from './office.js';

let office: ExchangeOffice;
beforeAll(async () => {
  office = await ExchangeOffice.open();
});
afterAll(() => office.close());

const AT = '2026-11-20T12:00:00.000Z';
const uuid = (index: number) => `6e0a5b11-3f0c-4d46-9c59-${String(index).padStart(12, '0')}`;
const object = (type: string, index: number, more: object = {}) => ({
  type,
  spec_version: '2.1',
  id: `${type}--${uuid(index)}`,
  created: AT,
  modified: AT,
  ...more,
});
const SOURCE = object('identity', 1, { name: 'A source', identity_class: 'organization' });
const marked = (tlp: keyof typeof TLP_MARKINGS) => ({ object_marking_refs: [TLP_MARKINGS[tlp].id] });
const indicator = (index: number, value: string, more: object = {}) =>
  object('indicator', index, {
    created_by_ref: SOURCE.id,
    pattern: `[ipv4-addr:value = '${value}']`,
    pattern_type: 'stix',
    valid_from: AT,
    ...marked('AMBER'),
    ...more,
  });
const sighting = (index: number, of: number, count: number, more: object = {}) =>
  object('sighting', index, {
    sighting_of_ref: `indicator--${uuid(of)}`,
    count,
    first_seen: AT,
    last_seen: AT,
    ...marked('AMBER'),
    ...more,
  });
const report = (index: number, refs: readonly { readonly id: string }[], more: object = {}) =>
  object('report', index, {
    name: 'Password guessing',
    report_types: ['indicator'],
    published: AT,
    object_refs: refs.map(({ id }) => id),
    ...marked('AMBER'),
    ...more,
  });
const bundle = (...objects: object[]) => ({ type: 'bundle', id: `bundle--${uuid(99)}`, objects });

const SHOWN = `query ($id: ID!) { publication(id: $id) { indicators(first: 50) { edges { node {
  value type tlp confidence state sightingCount sightings { count member { name } } } } } } }`;
// biome-ignore lint/suspicious/noExplicitAny: what a test reads of an answer is checked by the test
type Any = any;
const indicatorsOf = async (desk: 'federal' | 'official' | 'distant' | 'operator', id: string | null) =>
  ((await office.ask<Any>(desk, SHOWN, { id })).publication?.indicators.edges ?? []).map(
    ({ node }: Any) => node,
  );
const known = async (desk: 'federal' | 'official' | 'distant', value: string) =>
  (
    await office.ask<Any>(
      desk,
      'query ($values: [String!]!) { lookUp(values: $values) { known sightingCount } }',
      { values: [value] },
    )
  ).lookUp[0];

describe('indicators of a bundle', () => {
  const strict = indicator(12, '45.61.136.12', { ...marked('AMBER_STRICT'), confidence: 80 });
  const same = indicator(13, '45.61.136.11');
  const other = object('indicator', 14, {
    pattern: 'alert tcp any any',
    pattern_type: 'snort',
    valid_from: AT,
    ...marked('AMBER'),
  });
  const first = indicator(11, '45.61.136.11', { x_unknown: { kept: true } });
  const all = [SOURCE, first, strict, same, indicator(15, '8.8.8.8'), other];
  const sightings = [sighting(21, 11, 3), sighting(22, 12, 4), sighting(23, 13, 2)];
  const document = bundle(...all, ...sightings, report(1, all));
  let id: string | null = null;

  it('become part of the release, each value once, none looser than it is marked', async () => {
    const lines = await office.send('federal', document, 'release=true&regions=55');
    const taken = lines.find((line) => line.taken)?.taken;
    expect(taken).toMatchObject({ what: 'RELEASED', tlp: 'AMBER_STRICT', indicators: 5 });
    id = taken?.publicationId ?? null;
    expect(lines.at(-1)?.attached).toEqual({
      publicationId: id,
      indicators: 4,
      sightings: 3,
      left: 1,
      harmless: [{ value: '8.8.8.8', kind: 'PUBLIC_RESOLVER' }],
    });
    const shown = await indicatorsOf('official', id);
    expect(shown).toHaveLength(3);
    expect(shown).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ value: '45.61.136.11', tlp: 'AMBER_STRICT', sightingCount: 5 }),
        expect.objectContaining({ value: '45.61.136.12', confidence: 80, sightingCount: 4 }),
      ]),
    );
    for (const { sightings: seen } of shown) for (const { member } of seen) expect(member).toBeNull();
  });

  it('are known to whom the publication is for, and to nobody else', async () => {
    expect(await known('official', '45.61.136.11')).toEqual({ known: true, sightingCount: 5 });
    expect(await known('distant', '45.61.136.11')).toEqual({ known: false, sightingCount: 0 });
  });

  it('taken in again change nothing; a later version changes what it says', async () => {
    const again = await office.send('federal', document, 'release=true&regions=55');
    expect(again.at(-1)).toMatchObject({ taken: { what: 'UNCHANGED' } });
    const modified = '2026-11-21T12:00:00.000Z';
    const later = bundle(
      ...all.map((one) => (one === strict ? { ...strict, modified, confidence: 95 } : one)),
      { ...sightings[0], modified, count: 30 },
      report(1, all, { modified }),
    );
    await office.send('federal', later, 'release=true&regions=55');
    const shown = await indicatorsOf('official', id);
    expect(shown).toHaveLength(3);
    expect(shown).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ value: '45.61.136.11', sightingCount: 32 }),
        expect.objectContaining({ value: '45.61.136.12', confidence: 95 }),
      ]),
    );
  });
});

describe('of a draft', () => {
  const release = (draftId: string | null | undefined) =>
    office.ask<Any>(
      'official',
      'mutation ($input: ReleaseDraftInput!) { releaseDraft(input: $input) { outcome publication { id } } }',
      { input: { id: draftId, version: 1 } },
    );

  it('they are nobody’s until it is released, and then come by themselves', async () => {
    const one = indicator(31, '45.61.136.31');
    const [taken] = await office.taken('official', bundle(one, report(2, [one])));
    expect(taken).toMatchObject({ what: 'DRAFTED', indicators: 1 });
    expect(await known('official', '45.61.136.31')).toMatchObject({ known: false });
    const { releaseDraft } = await release(taken?.draftId);
    await office.until(
      async () => (await indicatorsOf('official', releaseDraft.publication.id)).length === 1,
    );
    expect(await known('official', '45.61.136.31')).toMatchObject({ known: true });
  });

  it('of an anonymous origin they are the hub’s own, and count what was seen', async () => {
    const one = indicator(41, '45.61.136.41');
    const [taken] = await office.taken(
      'official',
      bundle(one, sighting(42, 41, 7), report(3, [one])),
      'anonymous=true',
    );
    const { releaseDraft } = await release(taken?.draftId);
    const { id } = releaseDraft.publication;
    await office.until(async () => (await indicatorsOf('official', id))[0]?.sightingCount === 7);
    const bundleOut = await office.ask<Any>(
      'official',
      'query ($id: ID!) { exportPublication(id: $id) { text } }',
      { id },
    );
    expect(bundleOut.exportPublication.text).not.toContain(uuid(41));
    expect(bundleOut.exportPublication.text).not.toContain(SOURCE.id);
  });
});

describe('of an event of MISP', () => {
  it('are what is meant for detection', async () => {
    const attribute = (index: number, type: string, value: string, more: object = {}) => ({
      uuid: uuid(index),
      type,
      category: 'Network activity',
      value,
      timestamp: '1795200000',
      to_ids: true,
      ...more,
    });
    const event = {
      Event: {
        uuid: uuid(50),
        info: 'Password guessing',
        date: '2026-11-20',
        timestamp: '1795200000',
        distribution: '3',
        Tag: [{ name: 'tlp:green' }],
        Attribute: [
          attribute(51, 'ip-dst|port', '45.61.136.51|443'),
          attribute(52, 'domain|ip', 'evil.badhost.ru|45.61.136.52'),
          attribute(53, 'filename|md5', 'a.exe|9e107d9d372bb6826bd81d3542a419d6'),
          attribute(54, 'mutex', "it's"),
          attribute(55, 'yara', 'rule x {}'),
          attribute(56, 'ip-dst', '45.61.136.56', { to_ids: false }),
          attribute(57, 'ip-dst', '45.61.136.57', { deleted: true }),
          attribute(58, 'url', 'http://evil.badhost.ru/x', {
            Sighting: [
              { type: '0', date_sighting: '1795200000' },
              { type: '0', date_sighting: '1795200060' },
              { type: '1', date_sighting: '1795200061' },
            ],
          }),
        ],
      },
    };
    const lines = await office.send('federal', event, 'release=true&regions=55');
    expect(lines.at(-1)?.attached).toMatchObject({ indicators: 6, sightings: 1, left: 0 });
    const shown = await indicatorsOf('official', lines[0]?.taken?.publicationId ?? null);
    expect(new Set(shown.map(({ value }: Any) => value))).toEqual(
      new Set([
        '45.61.136.51',
        'evil.badhost.ru',
        '45.61.136.52',
        '9e107d9d372bb6826bd81d3542a419d6',
        null,
        'http://evil.badhost.ru/x',
      ]),
    );
    expect(shown.find(({ type }: Any) => type === 'URL')).toMatchObject({ sightingCount: 2, tlp: 'GREEN' });
  });
});
