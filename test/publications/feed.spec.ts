import sql from 'sql-template-tag';
import type { PublicationFilter } from '#contract';
import { Feed, Releases, Search, wordsOf } from '#publications';
import type { TestDatabase } from '../support/database.js';
import { Hub, type Office, openHubDatabase, refused } from './hub.js';

describe('lists', () => {
  let place: TestDatabase;
  let hub: Hub;
  let state: Office;
  let county: Office;
  const ids: string[] = [];

  beforeAll(async () => {
    place = await openHubDatabase();
    hub = await Hub.on(place);
    state = await hub.office('STATE', '55');
    county = await hub.office('LOCAL', '55025');
    for (let n = 0; n < 5; n += 1)
      ids.unshift(await hub.publish(state, { title: `Ballot printer ${n}`, tlp: 'GREEN' }));
  });
  afterAll(async () => {
    await hub.close();
    await place.close();
  });

  const feed = async (wish: object) => hub.get(Feed).page(await hub.as(county), wish);
  const search = async (wish: object) => hub.get(Search).page(await hub.as(county), wish);

  it('give cursors of one length, good only for what they were given for', async () => {
    const { pageInfo, edges } = await feed({ first: 2 });
    expect(new Set(edges.map(({ cursor }) => cursor.length))).toEqual(new Set([48]));
    const after = pageInfo.endCursor;
    expect((await feed({ first: 2, after })).edges.map(({ node }) => node.id)).toEqual(ids.slice(2, 4));
    const filter: PublicationFilter = { kinds: ['ALERT'] };
    const refusal = refused('BAD_INPUT', 'after');
    await expect(feed({ after, filter })).rejects.toEqual(refusal);
    await expect(search({ after })).rejects.toEqual(refusal);
    await expect(search({ after, text: 'ballot' })).rejects.toEqual(refusal);
    await expect(hub.get(Releases).connection(await hub.as(county), { after })).rejects.toEqual(refusal);
    for (const made of ['', '0', 'A'.repeat(48), `${after}x`])
      await expect(feed({ after: made })).rejects.toEqual(refusal);
  });

  it('move a publication to their top when it is revised, and page on without it', async () => {
    const { pageInfo } = await feed({ first: 2 });
    await hub.revise(state, ids[4] as string);
    const rest = await feed({ first: 10, after: pageInfo.endCursor });
    expect(rest.edges.map(({ node }) => node.id)).toEqual(ids.slice(2, 4));
    expect((await feed({ first: 1 })).edges[0]?.node.id).toBe(ids[4]);
  });

  const bad: [string, object, string[]][] = [
    ['a size of nothing', { first: 0 }, ['first']],
    ['a size too large', { first: 101 }, ['first']],
    ['a region that never was', { filter: { regions: ['55', '00'] } }, ['filter', 'regions', '1']],
    ['too many regions', { filter: { regions: Array(51).fill('55') } }, ['filter', 'regions']],
    ['a CVE id that is none', { filter: { cve: "' OR 1=1 --" } }, ['filter', 'cve']],
    ['a moment that is none', { filter: { updatedFrom: 'yesterday' } }, ['filter', 'updatedFrom']],
  ];
  it.each(bad)('refuse %s and name it', async (_, wish, field) => {
    await expect(feed(wish)).rejects.toEqual(refused('BAD_INPUT', ...field));
    await expect(search(wish)).rejects.toEqual(refused('BAD_INPUT', ...field));
  });

  describe('searched', () => {
    const found = async (text: string) => (await search({ text })).edges.map(({ node }) => node.title);

    it('find words whatever their case and accents, the last of them begun', async () => {
      await hub.publish(state, {
        title: 'Élection night',
        body: 'CVE-2026-4321 in tabulators',
        cves: ['CVE-2026-4321'],
      });
      for (const text of [
        'election',
        'ÉLECTION nig',
        'night elec',
        'cve-2026-4321',
        'cve-2026-43',
        '2026-4321',
        'tabul',
      ]) {
        expect([text, await found(text)]).toEqual([text, ['Élection night']]);
      }
      for (const text of ['lection', 'elec night', 'cve-4321', '4321-2026', 'night ballot']) {
        expect([text, await found(text)]).toEqual([text, []]);
      }
    });

    it.each([
      '"',
      "'",
      '*',
      'a AND',
      'NOT ballot',
      'ballot OR 1',
      '(ballot',
      'words:ballot',
      'NEAR(ballot printer)',
      '^ballot',
      ':*',
      "x' | 'y",
      '{}',
      '\\',
      '& !',
    ])('take %s for text and never for an operator', async (text) => {
      const words = wordsOf(text).join(' ');
      const searching = search({ text });
      if (words === '') return expect(searching).rejects.toEqual(refused('BAD_INPUT', 'text'));
      const titles = (await searching).edges.map(({ node }) => node.title);
      expect(titles).toEqual(await found(words));
    });

    it('show the passage, what was found in it marked', async () => {
      await hub.publish(state, {
        title: 'A title',
        summary: null,
        body: `${'x '.repeat(200)}the tally *server* failed${' y'.repeat(200)}`,
      });
      const [edge] = (await search({ text: 'tally server' })).edges;
      const pieces = edge?.snippet ?? [];
      expect(pieces.filter(({ match }) => match).map(({ text }) => text)).toEqual(['tally', 'server']);
      const text = pieces.map((piece) => piece.text).join('');
      expect(text).toContain('the tally server failed');
      expect(text.startsWith('… ')).toBe(true);
      expect(text.endsWith(' …')).toBe(true);
      expect(text.length).toBeLessThan(300);
    });

    it('count by facet', async () => {
      const page = await search({ text: 'ballot printer' });
      const { total, states, ...counts } = await page.counts();
      expect(total).toBe(4);
      expect(counts).toEqual({
        kinds: [{ value: 'ALERT', count: 4 }],
        tlps: [{ value: 'GREEN', count: 4 }],
        statuses: [{ value: 'ACTUAL', count: 4 }],
        severities: [{ value: 'HIGH', count: 4 }],
        affectedSystems: [{ value: 'ELECTRONIC_POLLBOOK', count: 4 }],
      });
      expect(states).toEqual([{ value: '55', count: 4 }]);
      expect(hub.get(Search).facets(await page.counts()).states[0]?.region.name).toBe('Wisconsin');
    });

    it('find an earlier wording no more', async () => {
      const id = await hub.publish(state, { title: 'Zebra crossing' });
      expect(await found('zebra')).toHaveLength(1);
      await hub.revise(state, id);
      expect(await found('zebra')).toEqual([]);
      const [row] = await hub.database.read((tx) =>
        tx.rows<{ n: number }>(sql`SELECT COUNT(*) AS n FROM publication_text`),
      );
      expect(row?.n).toBe(await hub.count('publication'));
    });
  });
});
