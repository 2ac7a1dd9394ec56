import sql from 'sql-template-tag';
import { Database } from '#platform';
import { INDICATOR, linesOf, Office } from './office.js';

const wisconsin = { audience: { regions: ['55'] } };
const values = (...all: string[]) => all.map((value) => ({ value }));

describe('indicators that are known', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open();
  }, 60_000);
  afterAll(() => office.close());

  describe('looked up', () => {
    it('are found by value, by what is defanged and by a pattern that holds it', async () => {
      const pattern = "[domain-name:value = 'c2.badhost.ru' AND network-traffic:dst_port = 443]";
      const [{ indicator }] = await office.add('official', { ...wisconsin, indicators: [{ pattern }] });
      expect(indicator).toMatchObject({ type: 'PATTERN', value: null, pattern });
      const found = await office.lookUp(
        'clerk',
        'C2[.]BadHost.ru',
        'nothing.badhost.ru',
        'no value',
        '8.8.8.8',
      );
      expect(found).toMatchObject([
        { known: true, canonical: 'c2.badhost.ru', indicators: [{ id: indicator.id }] },
        { known: false, canonical: 'nothing.badhost.ru', indicators: [] },
        { known: false, type: null, canonical: null },
        { known: false, harmless: 'PUBLIC_RESOLVER' },
      ]);
    });

    it('by the ten thousand are found in one call, which is told to nobody', async () => {
      const audited = () =>
        office.hub.app.get(Database).read((tx) => tx.rows(sql`SELECT sequence FROM audit_entry`));
      await office.add('official', { ...wisconsin, indicators: values('91.92.0.1', '91.92.39.15') });
      const before = await audited();
      const asked = Array.from({ length: 10_000 }, (_, n) => `91.92.${n >> 8}.${n & 255}`);
      const { status, text } = await office.post(
        'clerk',
        '/indicators/look-up',
        'text/plain',
        asked.join('\n'),
      );
      expect(status).toBe(200);
      const { results } = JSON.parse(text);
      expect(results).toHaveLength(10_000);
      expect(
        results.flatMap((one: { known: boolean; value: string }) => (one.known ? one.value : [])),
      ).toEqual(['91.92.0.1', '91.92.39.15']);
      expect(await audited()).toEqual(before);
      expect((await office.post(null, '/indicators/look-up', 'text/plain', '1.2.3.4')).status).toBe(401);
      expect(
        (await office.post('clerk', '/indicators/look-up', 'text/plain', `${asked.join('\n')}\n1.2.3.4`))
          .status,
      ).toBe(413);
      expect(
        (await office.post('clerk', '/indicators/look-up', 'application/json', '{"values":[1]}')).status,
      ).toBe(400);
    });
  });

  describe('seen', () => {
    const SIGHT = `mutation ($input: RecordSightingInput!) { recordSighting(input: $input) { indicator { ${INDICATOR} } } }`;

    it('are counted for all who see them; by whom is told as they let it be told', async () => {
      const [{ indicator }] = await office.add('official', {
        ...wisconsin,
        indicators: values('77.91.68.1'),
      });
      const sight = (desk: 'clerk' | 'neighbor', more: object) =>
        office.ask(desk, SIGHT, { input: { indicatorId: indicator.id, ...more } });
      await sight('clerk', { count: 3, firstSeen: '2026-01-01T00:00:00Z', lastSeen: '2026-01-05T00:00:00Z' });
      await sight('neighbor', { count: 2, firstSeen: '2026-01-03T00:00:00Z', attribution: 'NAMED' });
      const query = `query ($id: ID!) { indicator(id: $id) { ${INDICATOR} } }`;
      const seenBy = async (desk: 'official' | 'clerk' | 'operator') =>
        (await office.ask(desk, query, { id: indicator.id })).indicator;
      expect(await seenBy('official')).toMatchObject({
        sightingCount: 5,
        firstSeen: '2026-01-01T00:00:00.000Z',
        lastSeen: '2026-01-05T00:00:00.000Z',
        sightings: [
          { count: 2, member: { name: 'Rock County Election Office' } },
          { count: 3, member: null },
        ],
      });
      for (const desk of ['clerk', 'operator'] as const)
        expect((await seenBy(desk)).sightings[1].member).toEqual({ name: 'Dane County Election Office' });
      expect((await office.lookUp('neighbor', '77.91.68.1'))[0].sightingCount).toBe(5);
    });

    it('elsewhere are as absent ones, and bad times are refused', async () => {
      const [{ indicator }] = await office.add('official', {
        ...wisconsin,
        indicators: values('77.91.68.2'),
      });
      const refusal = (desk: 'clerk' | 'distant', more: object) =>
        office.refusal(desk, SIGHT, { input: { indicatorId: indicator.id, ...more } });
      expect(await refusal('distant', {})).toBe('NOT_FOUND');
      expect(await refusal('clerk', { indicatorId: crypto.randomUUID() })).toBe('NOT_FOUND');
      expect(await refusal('clerk', { count: 0 })).toBe('BAD_INPUT input count');
      expect(await refusal('clerk', { lastSeen: '2100-01-01T00:00:00Z' })).toBe('BAD_INPUT input lastSeen');
      expect(
        await refusal('clerk', { firstSeen: '2026-01-02T00:00:00Z', lastSeen: '2026-01-01T00:00:00Z' }),
      ).toBe('BAD_INPUT input lastSeen');
    });
  });

  it('are revoked for good, by their own; the same value may be shared anew', async () => {
    const REVOKE =
      'mutation ($input: RevokeIndicatorInput!) { revokeIndicator(input: $input) { indicator { state } } }';
    const [{ indicator }] = await office.add('official', { ...wisconsin, indicators: values('77.91.68.3') });
    const input = { id: indicator.id };
    expect(await office.refusal('clerk', REVOKE, { input })).toBe('FORBIDDEN');
    expect(await office.refusal('distant', REVOKE, { input })).toBe('NOT_FOUND');
    expect(await office.ask('official', REVOKE, { input })).toEqual({
      revokeIndicator: { indicator: { state: 'REVOKED' } },
    });
    expect(await office.refusal('official', REVOKE, { input })).toBe('CONFLICT');
    const [anew] = await office.add('official', { ...wisconsin, indicators: values('77.91.68.3') });
    expect(anew.outcome).toBe('ADDED');
    expect(anew.indicator.id).not.toBe(indicator.id);
  });

  it('are listed latest first, page by page, and filtered', async () => {
    const query = `query ($filter: IndicatorFilter, $after: Cursor) { indicators(first: 7, filter: $filter, after: $after) {
      edges { node { id type value state } } pageInfo { hasNextPage endCursor } } }`;
    const all = async (filter?: object) => {
      const nodes: { id: string; type: string; value: string; state: string }[] = [];
      for (let after: string | null = null; ; ) {
        const { indicators } = await office.ask('clerk', query, { filter, after });
        nodes.push(...indicators.edges.map(({ node }: { node: object }) => node));
        if (!indicators.pageInfo.hasNextPage) return nodes;
        after = indicators.pageInfo.endCursor;
      }
    };
    const every = await all();
    expect(new Set(every.map(({ id }) => id)).size).toBe(every.length);
    expect(every[0]).toMatchObject({ value: '77.91.68.3', state: 'ACTIVE' });
    expect((await all({ types: ['PATTERN'] })).map(({ type }) => type)).toEqual(['PATTERN']);
    expect((await all({ activeOnly: true })).length).toBe(every.length - 1);
    expect(await office.refusal('distant', query, { after: 'A'.repeat(48) })).toBe('BAD_INPUT after');
  });

  describe('in a list', () => {
    it('are taken in line by line; what is bad is told of and left out, and the same list changes nothing', async () => {
      const good = Array.from({ length: 2_500 }, (_, n) => `5.188.${n >> 8}.${n & 255}`);
      const body = [
        '# a list',
        '',
        ...good,
        'not a value',
        "[url:value = 'http://a.ru/']",
        '[a:b',
        '8.8.8.8',
        'x'.repeat(70_000),
      ].join('\r\n');
      const path = '/indicators?region=55&tlp=AMBER';
      const first = await office.post('official', path, 'text/plain; charset=utf-8', body);
      expect(first.status).toBe(200);
      const told = linesOf(first.text);
      expect(told.filter(({ progress }) => progress).map(({ progress }) => progress)).toEqual([1002, 2002]);
      expect(told.filter(({ refused, line }) => line && refused).map(({ line }) => line)).toEqual([
        2503, 2505, 2507,
      ]);
      expect(told.filter(({ warning }) => warning)).toEqual([
        { line: 2506, warning: 'PUBLIC_RESOLVER', value: '8.8.8.8' },
      ]);
      expect(told.at(-1)).toEqual({ done: true, added: 2_502, updated: 0, known: 0, refused: 3 });
      const again = linesOf((await office.post('official', path, 'text/plain', body)).text);
      expect(again.at(-1)).toEqual({ done: true, added: 0, updated: 0, known: 2_502, refused: 3 });
    });

    it('of JSON say as much as a mutation', async () => {
      const lines = [
        '{"value":"evil.badhost.ru","confidence":50,"validUntil":"2030-01-01T00:00:00Z"}',
        '{"value":"evil2.badhost.ru","confidence":"high"}',
        '{"__proto__":{"value":"x"},"value":"evil3.badhost.ru"}',
        'null',
        '{',
      ];
      const { text } = await office.post(
        'official',
        '/indicators?region=55',
        'application/x-ndjson',
        lines.join('\n'),
      );
      expect(linesOf(text)).toMatchObject([
        { line: 2, field: 'confidence' },
        { line: 3, field: '__proto__' },
        { line: 4 },
        { line: 5 },
        { done: true, added: 1, refused: 4 },
      ]);
    });

    it.each([
      ['from nobody', null, '/indicators?region=55', 'text/plain', 401],
      ['for a region beyond', 'clerk', '/indicators?region=12', 'text/plain', 403],
      ['for nobody', 'clerk', '/indicators', 'text/plain', 400],
      ['with a parameter that is none', 'clerk', '/indicators?region=55&regions=12', 'text/plain', 400],
      ['for a publication that is not seen', 'clerk', '/indicators?publication=x', 'text/plain', 404],
      ['of another type', 'clerk', '/indicators?region=55', 'application/json', 400],
    ] as const)('%s are refused before the first line', async (_, desk, path, type, status) => {
      const { status: got, text } = await office.post(
        desk,
        path,
        type,
        type === 'application/json' ? '{}' : '1.2.3.4',
      );
      expect([got, text]).toEqual([status, expect.stringContaining('"error"')]);
    });

    it('are taken by their own route alone', async () => {
      expect((await office.post('clerk', '/graphql', 'text/plain', '{ hub { name } }')).status).toBe(415);
    });
  });
});
