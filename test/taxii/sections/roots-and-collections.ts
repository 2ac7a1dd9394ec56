import { indicator, TAXII } from '../client.js';
import { type ConformanceHub, expectError, MOMENT, ROOT, UUID4, V1, V2, V3, X, Y } from '../told.js';

/** Sections 4.1 to 5.4: what there is to be read. */
export function rootsAndCollections(hub: ConformanceHub): void {
  it('4.1, discovery: at the root of the host, and its default is among its API roots', async () => {
    const { status, json } = await hub.taxii.ask('/taxii2/');
    expect(status).toBe(200);
    expect(json.title).toEqual(expect.any(String));
    expect(json.api_roots).toContain(json.default);
    for (const root of json.api_roots) expect((await hub.taxii.ask(root)).json.versions).toContain(TAXII);
  });

  it('4.2, API root: tells what it takes', async () => {
    const { json } = await hub.taxii.ask(ROOT);
    expect(json).toEqual({
      title: expect.any(String),
      description: expect.any(String),
      versions: [TAXII],
      max_content_length: 10 * 1024 * 1024,
    });
    const padded = (size: number) => {
      const bare = JSON.stringify({ objects: [indicator(Y, V1)], pad: '' });
      return bare
        .replace('"pad":""', `"pad":${JSON.stringify('x'.repeat(199_000)).repeat(1)}`)
        .padEnd(size, ' ');
    };
    expect((await hub.taxii.post('region-55', padded(json.max_content_length))).status).toBe(202);
    expectError(await hub.taxii.post('region-55', padded(json.max_content_length + 1)), 413);
  });

  it('4.3, status: for whoever asked, and for nobody else', async () => {
    const { json } = await hub.taxii.post('region-55', [indicator(Y, V1), { type: 'indicator' }]);
    const path = `${ROOT}status/${json.id}/`;
    const got = await hub.taxii.ask(path);
    expect([got.status, got.json]).toEqual([200, json]);
    expectError(await hub.taxii.ask(path, { as: 'clerk' }), 404);
    expectError(await hub.taxii.ask(path.replace('community', 'exercises')), 404);
    expectError(await hub.taxii.ask(`${ROOT}status/${crypto.randomUUID()}/`), 404);
  });

  describe('5.1 and 5.2, collections', () => {
    it('are by kind and by region, and always in one order', async () => {
      const first = await hub.taxii.ask(`${ROOT}collections/`);
      expect((await hub.taxii.ask(`${ROOT}collections/`)).text).toBe(first.text);
      const { collections } = first.json;
      expect(collections.map(({ alias }: { alias: string }) => alias)).toEqual([
        ...['all', 'alerts', 'advisories', 'bulletins', 'indicators'],
        ...['region-55', 'region-r05', 'region-us'],
      ]);
      for (const one of collections) {
        expect(one).toMatchObject({
          id: expect.stringMatching(UUID4),
          can_read: true,
          media_types: ['application/stix+json;version=2.1', 'application/stix+json;version=2.0'],
        });
        expect((await hub.taxii.at(one.id)).json).toEqual(one);
        expect((await hub.taxii.at(one.alias)).json).toEqual(one);
      }
      expect(
        collections
          .filter((one: { can_write: boolean }) => one.can_write)
          .map(({ alias }: { alias: string }) => alias),
      ).toEqual(['region-55', 'region-r05']);
    });

    it('of other regions are not there', async () => {
      expectError(await hub.taxii.at('region-12'), 404);
      expectError(await hub.taxii.at('region-12', 'objects/'), 404);
      expectError(await hub.taxii.at('region-55', 'objects/', { as: 'distant' }), 404);
      expect((await hub.taxii.at('region-55025', '', { as: 'clerk' })).json.can_write).toBe(true);
    });

    it('hold what is of their kind or region, and nothing else', async () => {
      expect(new Set((await hub.taxii.all('indicators')).map(({ type }) => type))).toEqual(
        new Set(['indicator']),
      );
      const reports = async (name: string) =>
        (await hub.taxii.all(name, 'match[type]=report')).map((one) => one.name);
      expect(await reports('alerts')).toEqual(['One', 'Two']);
      expect(await reports('bulletins')).toEqual([]);
      expect(await reports('region-55')).toEqual(['One', 'Two']);
      const county = await hub.taxii.all('region-55025', 'match[type]=report', { as: 'clerk' });
      expect(county.map((one) => one.name)).toEqual(['One', 'Two']);
      const beside = await hub.taxii.all('region-55105', 'match[type]=report', { as: 'neighbor' });
      expect(beside.map((one) => one.name)).toEqual(['One']);
    });
  });

  it('5.3, manifest: an entry for each version, with what it can be had as', async () => {
    const { json } = await hub.taxii.at(
      'region-55',
      `manifest/?match[id]=indicator--${X}&match[version]=all`,
    );
    expect(json.objects).toEqual(
      [V1, V2, V3].map((version) => ({
        id: `indicator--${X}`,
        date_added: expect.stringMatching(MOMENT),
        version,
        media_type: 'application/stix+json;version=2.1',
      })),
    );
  });

  it('5.4, objects: whatever one names is in the collection before it', async () => {
    const met = new Set<string>();
    for (const one of await hub.taxii.all('all')) {
      met.add(one.id);
      const refs = [
        one.created_by_ref,
        ...(one.object_marking_refs ?? []),
        ...(one.object_refs ?? []),
      ].filter(Boolean);
      expect([one.id, refs.filter((ref) => !met.has(ref) && !/^marking/.test(ref))]).toEqual([one.id, []]);
    }
  });

  it('tells by no microsecond how many entries of the same moment are not seen', async () => {
    const { json } = await hub.taxii.at(
      'region-55',
      `manifest/?match[id]=indicator--${X}&match[version]=all`,
    );
    const below = json.objects.map(({ date_added }: { date_added: string }) => date_added.slice(-4, -1));
    expect(below).toHaveLength(3);
    expect(below).not.toEqual(['000', '000', '000']);
  });
}
