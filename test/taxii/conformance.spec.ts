import { type Got, indicator, TAXII, Taxii } from './client.js';

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;
const UUID4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const ROOT = '/taxii2/community/';
const X = '3b3c3d3e-1111-4111-8111-111111111111';
const Y = '3b3c3d3e-2222-4222-8222-222222222222';
const V1 = '2026-01-01T00:00:00.000Z';
const V2 = '2026-02-01T00:00:00.123456Z';
const V3 = '2026-03-01T00:00:00.000Z';

/** Rules of TAXII 2.1 that a server must keep, by the section that says so. */
describe('TAXII 2.1', () => {
  let taxii: Taxii;
  beforeAll(async () => {
    taxii = await Taxii.open();
    const { office } = taxii;
    await office.publish('official', {
      title: 'One',
      audience: { regions: ['55'] },
      cves: ['CVE-2026-1000'],
    });
    await office.publish('clerk', { title: 'Two' });
    await taxii.settle();
    await office.add('official', {
      audience: { regions: ['55'] },
      indicators: Array.from({ length: 25 }, (_, n) => ({ value: `45.9.150.${n}` })),
    });
    for (const [uuid, modified] of [
      [X, V1],
      [X, V2],
      [X, V3],
      [Y, V1],
    ] as const)
      await taxii.post('region-55', [
        indicator(uuid, modified, uuid === X ? { x_custom: { kept: ['as', 1, null] } } : {}),
      ]);
  }, 60_000);
  afterAll(() => taxii.close());

  const expectError = ({ status, json, headers }: Got, wanted: number): void => {
    expect([status, json]).toEqual([
      wanted,
      expect.objectContaining({ title: expect.any(String), http_status: String(wanted) }),
    ]);
    expect(headers.get('content-type')).toBe(TAXII);
  };
  const ids = ({ json }: Got): string[] => (json.objects ?? []).map(({ id }: { id: string }) => id);
  const versionsOf = ({ json }: Got): string[] =>
    (json.objects ?? []).map((one: { modified: string }) => one.modified);
  const object = (uuid: string, query = '') => taxii.at('region-55', `objects/indicator--${uuid}/${query}`);

  it('tells by no microsecond how many entries of the same moment are not seen', async () => {
    const { json } = await taxii.at('region-55', `manifest/?match[id]=indicator--${X}&match[version]=all`);
    const below = json.objects.map(({ date_added }: { date_added: string }) => date_added.slice(-4, -1));
    expect(below).toHaveLength(3);
    expect(below).not.toEqual(['000', '000', '000']);
  });

  describe('1.6.8 and 3.1, content negotiation', () => {
    it.each([
      TAXII,
      'application/taxii+json',
      'application/taxii+json; version=2.1',
      'Application/TAXII+JSON;Version="2.1"',
      'application/vnd.oasis.stix+json, application/taxii+json;version=2.1',
      'application/taxii+json;version=9.9,application/taxii+json;version=2.1;q=0.5',
      'text/html;q=0.5, */*;q=0.1',
      'application/*',
      undefined,
    ])('accepts %s', async (accept) => {
      const got = await taxii.ask(ROOT, { headers: { accept } });
      expect([got.status, got.headers.get('content-type')]).toEqual([200, TAXII]);
    });

    it.each([
      'text/html',
      'application/taxii+json;version=2.0',
      'application/json',
      'nonsense',
      'application/taxii+json;q=0',
    ])('answers 406 to %s', async (accept) =>
      expectError(await taxii.ask(ROOT, { headers: { accept } }), 406),
    );

    it.each([
      TAXII,
      'application/taxii+json',
      'application/taxii+json; version=2.1',
      'APPLICATION/TAXII+JSON;version=2.1',
    ])('takes a body of %s', async (type) => {
      const got = await taxii.post('region-55', [indicator(Y, V1)], { headers: { 'content-type': type } });
      expect(got.status).toBe(202);
    });

    it.each([
      'application/json',
      'application/stix+json;version=2.1',
      'application/taxii+json;version=2.0',
      undefined,
    ])('answers 415 to a body of %s', async (type) =>
      expectError(await taxii.post('region-55', [], { headers: { 'content-type': type } }), 415),
    );
  });

  describe('1.6.9, authentication', () => {
    it.each([
      '/taxii2/',
      ROOT,
      `${ROOT}collections/`,
      `${ROOT}collections/all/objects/`,
      `${ROOT}collections/nowhere/`,
      '/taxii2/nowhere/',
    ])('asks for it at %s, and tells how', async (path) => {
      const got = await taxii.ask(path, { as: null });
      expectError(got, 401);
      expect(got.headers.get('www-authenticate')).toMatch(/^Basic realm=.*, Bearer realm=/);
    });

    it('takes an API key as bearer and as the password of Basic', async () => {
      const { office } = taxii;
      const { createApiKey } = await office.ask(
        'official',
        'mutation { createApiKey(input: { name: "x", scopes: [READ] }) { secret } }',
      );
      const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
      for (const authorization of [
        `Bearer ${createApiKey.secret}`,
        basic(`official@office.example:${createApiKey.secret}`),
      ]) {
        const got = await taxii.ask(`${ROOT}collections/`, { as: null, headers: { authorization } });
        expect(got.status).toBe(200);
        // A key that only reads writes nowhere.
        expect(got.json.collections.some((one: { can_write: boolean }) => one.can_write)).toBe(false);
      }
      for (const authorization of [
        basic('official@office.example:wrong password'),
        basic('nobody'),
        'Basic ?',
        `Bearer wfk_${'A'.repeat(43)}`,
      ])
        expectError(await taxii.ask(ROOT, { as: null, headers: { authorization } }), 401);
    });
  });

  describe('3.1, paths', () => {
    it('end in a slash; without it one is shown the way', async () => {
      for (const path of [
        '/taxii2',
        '/taxii2/community',
        `${ROOT}collections`,
        `${ROOT}collections/all/objects?limit=1`,
      ]) {
        const got = await taxii.ask(path);
        expect([got.status, got.headers.get('location')]).toEqual([308, path.replace(/(\?|$)/, '/$1')]);
      }
    });

    it('that lead nowhere are 404, and other methods 405', async () => {
      for (const path of ['/taxii2/nowhere/', `${ROOT}nothing/`, `${ROOT}collections/all/nothing/`])
        expectError(await taxii.ask(path), 404);
      const got = await taxii.ask(`${ROOT}collections/`, {
        method: 'PUT',
        body: '{}',
        headers: { 'content-type': TAXII },
      });
      expectError(got, 405);
      expect(got.headers.get('allow')).toBe('GET');
    });
  });

  describe('3.2 and 3.3, headers and order', () => {
    it('tells when the first and the last of a page were added, with microseconds', async () => {
      const { json } = await taxii.at('all', 'manifest/?limit=5');
      for (const path of ['objects/?limit=5', 'manifest/?limit=5']) {
        const { headers } = await taxii.at('all', path);
        expect(headers.get('x-taxii-date-added-first')).toBe(json.objects[0].date_added);
        expect(headers.get('x-taxii-date-added-last')).toBe(json.objects[4].date_added);
        expect(json.objects[0].date_added).toMatch(MOMENT);
      }
      for (const path of [`objects/indicator--${X}/`, `objects/indicator--${X}/versions/`])
        expect((await taxii.at('region-55', path)).headers.get('x-taxii-date-added-last')).toMatch(MOMENT);
    });

    it('answers in the order in which things were added, and no two at one moment', async () => {
      const { json } = await taxii.at('all', 'manifest/?limit=1000&match[version]=all');
      const added = json.objects.map((one: { date_added: string }) => one.date_added);
      expect([...new Set(added)].sort()).toEqual(added);
    });
  });

  describe('3.4, filtering', () => {
    it.each([
      'added_after=yesterday',
      'added_after=2026-02-30T00:00:00.000000Z',
      'added_after=2026-01-01T00:00:00.000000Z&added_after=2026-01-01T00:00:00.000000Z',
      'limit=0',
      'limit=-1',
      'limit=1.5',
      'limit=ten',
      'limit=1&limit=2',
      'next=nonsense',
      'match[type]=',
      'match[type]=indicator,',
      'match[id]=a&match[id]=b',
      'match[version]=all,last',
      'match[version]=last,last',
      'match[version]=2026-01-01',
      'match[spec_version]=two',
    ])('answers 400 to %s', async (query) => {
      expectError(await taxii.at('all', `objects/?${query}`), 400);
      expectError(await taxii.at('all', `manifest/?${query}`), 400);
    });

    it('passes over what it does not know', async () => {
      expect((await taxii.at('all', 'objects/?match[colour]=red&x=1&limit=1')).status).toBe(200);
    });

    it('added_after is strict, and a page from it goes on without gap or repeat', async () => {
      const every = ids(await taxii.at('all', 'objects/?limit=1000'));
      const met: string[] = [];
      for (let after = ''; ; ) {
        const got = await taxii.at('all', `objects/?limit=4${after}`);
        met.push(...ids(got));
        if (!got.json.more) break;
        after = `&added_after=${got.headers.get('x-taxii-date-added-last')}`;
      }
      expect(met).toEqual(every);
      expect((await taxii.at('all', 'objects/?added_after=2999-01-01T00:00:00.000000Z')).text).toBe('{}');
    });

    it('match[type]: several are any of them, unknown ones are none', async () => {
      const types = new Set((await taxii.all('all', 'match[type]=report,location')).map(({ type }) => type));
      expect([...types].sort()).toEqual(['location', 'report']);
      expect((await taxii.at('all', 'objects/?match[type]=malware')).text).toBe('{}');
      expect((await taxii.at('all', 'objects/?match[type]=x-nothing')).text).toBe('{}');
    });

    it('match[id]: several are any of them; with others, all must fit', async () => {
      const two = `indicator--${X},indicator--${Y}`;
      expect(ids(await taxii.at('region-55', `objects/?match[id]=${two}`)).sort()).toEqual(two.split(','));
      expect((await taxii.at('region-55', `objects/?match[id]=${two}&match[type]=report`)).text).toBe('{}');
      expect((await taxii.at('region-55', 'objects/?match[id]=no,nothing--x')).text).toBe('{}');
    });

    it.each([
      ['', [V3]],
      ['match[version]=last', [V3]],
      ['match[version]=first', [V1]],
      ['match[version]=all', [V1, V2, V3]],
      ['match[version]=first,last', [V1, V3]],
      [`match[version]=${V2}`, [V2]],
      [`match[version]=first,${V2},last`, [V1, V2, V3]],
      ['match[version]=2020-01-01T00:00:00Z', []],
    ])('match[version]: %s', async (query, wanted) => {
      expect(versionsOf(await taxii.at('region-55', `objects/?match[id]=indicator--${X}&${query}`))).toEqual(
        wanted,
      );
      expect(versionsOf(await object(X, `?${query}`))).toEqual(wanted);
      const { json } = await taxii.at('region-55', `manifest/?match[id]=indicator--${X}&${query}`);
      expect((json.objects ?? []).map((one: { version: string }) => one.version)).toEqual(wanted);
    });

    it('match[spec_version] leaves out what is not named', async () => {
      expect((await taxii.at('all', 'objects/?match[spec_version]=2.0')).text).toBe('{}');
      expect(ids(await taxii.at('all', 'objects/?match[spec_version]=2.0,2.1&limit=2'))).toHaveLength(2);
    });
  });

  describe('3.5 and 3.7, pages and envelopes', () => {
    it('tell of more, and `next` leads through all, whatever is added meanwhile', async () => {
      const every = ids(await taxii.at('all', 'objects/?limit=1000'));
      const met: string[] = [];
      for (let next: string | undefined; ; ) {
        const { json } = await taxii.at('all', `objects/?limit=6${next ? `&next=${next}` : ''}`);
        expect(json.objects.length).toBeLessThanOrEqual(6);
        expect(json.more === true).toBe(json.next !== undefined);
        met.push(...json.objects.map(({ id }: { id: string }) => id));
        if (!json.more) break;
        next = json.next;
      }
      expect(met).toEqual(every);
    });

    it('`next` is good with its own filters alone, and for its own collection', async () => {
      const { next } = (await taxii.at('all', 'objects/?limit=2&match[type]=indicator')).json;
      expect((await taxii.at('all', `objects/?limit=3&match[type]=indicator&next=${next}`)).status).toBe(200);
      expectError(await taxii.at('all', `objects/?limit=2&next=${next}`), 400);
      expectError(await taxii.at('indicators', `objects/?limit=2&match[type]=indicator&next=${next}`), 400);
    });

    it('the last page tells of no more, and what is empty is {}', async () => {
      const got = await taxii.at('all', 'objects/?limit=1000');
      expect(Object.keys(got.json)).toEqual(['objects']);
      for (const path of ['objects/?match[type]=malware', 'manifest/?match[type]=malware'])
        expect((await taxii.at('all', path)).text).toBe('{}');
    });
  });

  it('3.6, errors: every one is an error message', async () => {
    expectError(await taxii.at('nowhere', 'objects/'), 404);
    expectError(
      await taxii.at('all', 'objects/', { method: 'PATCH', headers: { 'content-type': TAXII }, body: '{}' }),
      405,
    );
  });

  it('4.1, discovery: at the root of the host, and its default is among its API roots', async () => {
    const { status, json } = await taxii.ask('/taxii2/');
    expect(status).toBe(200);
    expect(json.title).toEqual(expect.any(String));
    expect(json.api_roots).toContain(json.default);
    for (const root of json.api_roots) expect((await taxii.ask(root)).json.versions).toContain(TAXII);
  });

  it('4.2, API root: tells what it takes', async () => {
    const { json } = await taxii.ask(ROOT);
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
    expect((await taxii.post('region-55', padded(json.max_content_length))).status).toBe(202);
    expectError(await taxii.post('region-55', padded(json.max_content_length + 1)), 413);
  });

  it('4.3, status: for whoever asked, and for nobody else', async () => {
    const { json } = await taxii.post('region-55', [indicator(Y, V1), { type: 'indicator' }]);
    const path = `${ROOT}status/${json.id}/`;
    const got = await taxii.ask(path);
    expect([got.status, got.json]).toEqual([200, json]);
    expectError(await taxii.ask(path, { as: 'clerk' }), 404);
    expectError(await taxii.ask(path.replace('community', 'exercises')), 404);
    expectError(await taxii.ask(`${ROOT}status/${crypto.randomUUID()}/`), 404);
  });

  describe('5.1 and 5.2, collections', () => {
    it('are by kind and by region, and always in one order', async () => {
      const first = await taxii.ask(`${ROOT}collections/`);
      expect((await taxii.ask(`${ROOT}collections/`)).text).toBe(first.text);
      const { collections } = first.json;
      expect(collections.map(({ alias }: { alias: string }) => alias)).toEqual([
        ...['all', 'alerts', 'advisories', 'bulletins', 'indicators'],
        ...['region-55', 'region-r05', 'region-us'],
      ]);
      for (const one of collections) {
        expect(one).toMatchObject({
          id: expect.stringMatching(UUID4),
          can_read: true,
          media_types: ['application/stix+json;version=2.1'],
        });
        expect((await taxii.at(one.id)).json).toEqual(one);
        expect((await taxii.at(one.alias)).json).toEqual(one);
      }
      expect(
        collections
          .filter((one: { can_write: boolean }) => one.can_write)
          .map(({ alias }: { alias: string }) => alias),
      ).toEqual(['region-55', 'region-r05']);
    });

    it('of other regions are not there', async () => {
      expectError(await taxii.at('region-12'), 404);
      expectError(await taxii.at('region-12', 'objects/'), 404);
      expectError(await taxii.at('region-55', 'objects/', { as: 'distant' }), 404);
      expect((await taxii.at('region-55025', '', { as: 'clerk' })).json.can_write).toBe(true);
    });

    it('hold what is of their kind or region, and nothing else', async () => {
      expect(new Set((await taxii.all('indicators')).map(({ type }) => type))).toEqual(
        new Set(['indicator']),
      );
      const reports = async (name: string) =>
        (await taxii.all(name, 'match[type]=report')).map((one) => one.name);
      expect(await reports('alerts')).toEqual(['One', 'Two']);
      expect(await reports('bulletins')).toEqual([]);
      expect(await reports('region-55')).toEqual(['One', 'Two']);
      const county = await taxii.all('region-55025', 'match[type]=report', { as: 'clerk' });
      expect(county.map((one) => one.name)).toEqual(['One', 'Two']);
      const beside = await taxii.all('region-55105', 'match[type]=report', { as: 'neighbor' });
      expect(beside.map((one) => one.name)).toEqual(['One']);
    });
  });

  it('5.3, manifest: an entry for each version, with what it can be had as', async () => {
    const { json } = await taxii.at('region-55', `manifest/?match[id]=indicator--${X}&match[version]=all`);
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
    for (const one of await taxii.all('all')) {
      met.add(one.id);
      const refs = [
        one.created_by_ref,
        ...(one.object_marking_refs ?? []),
        ...(one.object_refs ?? []),
      ].filter(Boolean);
      expect([one.id, refs.filter((ref) => !met.has(ref) && !/^marking/.test(ref))]).toEqual([one.id, []]);
    }
  });

  describe('5.5, adding', () => {
    const Z = '3b3c3d3e-3333-4333-8333-333333333333';

    it('keeps objects as they came, unknown ones and custom properties too', async () => {
      const note = {
        type: 'x-county-note',
        spec_version: '2.1',
        id: `x-county-note--${Z}`,
        created: V1,
        modified: V1,
        x_deep: { a: [1, { b: null }] },
      };
      const { status, json, headers } = await taxii.post('region-55', [note]);
      expect([status, headers.get('content-type')]).toEqual([202, TAXII]);
      expect(json).toEqual({
        id: expect.stringMatching(UUID4),
        status: 'complete',
        request_timestamp: expect.stringMatching(MOMENT),
        total_count: 1,
        success_count: 1,
        successes: [{ id: note.id, version: V1 }],
        failure_count: 0,
        pending_count: 0,
      });
      const back = (await taxii.at('region-55', `objects/${note.id}/`, { as: 'clerk' })).json.objects;
      expect(back).toEqual([
        { ...note, object_marking_refs: ['marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421'] },
      ]);
    });

    it('lets indicators be looked up', async () => {
      await taxii.post('region-55', [indicator(Z, V1, { pattern: "[domain-name:value = 'c3.badhost.ru']" })]);
      expect((await taxii.office.lookUp('clerk', 'c3[.]badhost.ru'))[0]).toMatchObject({ known: true });
      expect((await taxii.office.lookUp('distant', 'c3[.]badhost.ru'))[0]).toMatchObject({ known: false });
    });

    it('takes the same again without an error, and not what contradicts it', async () => {
      const same = await taxii.post('region-55', [indicator(X, V3, { x_custom: { kept: ['as', 1, null] } })]);
      expect(same.json).toMatchObject({ success_count: 1, failure_count: 0 });
      expect(versionsOf(await object(X, '?match[version]=all'))).toEqual([V1, V2, V3]);
      const other = await taxii.post('region-55', [indicator(X, V3, { name: 'Something else' })]);
      expect(other.json).toMatchObject({
        success_count: 0,
        failure_count: 1,
        failures: [{ id: `indicator--${X}`, version: V3 }],
      });
    });

    it('tells of each that is bad, and adds the rest', async () => {
      const red = { object_marking_refs: ['marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1'] };
      const { status, json } = await taxii.post('region-55', [
        indicator(Y, V1),
        indicator(crypto.randomUUID(), V1, red),
        indicator(crypto.randomUUID(), V1, { pattern: undefined }),
        indicator(crypto.randomUUID(), V1, { spec_version: '2.0' }),
        { type: 'bundle', id: `bundle--${Z}`, objects: [] },
        { id: '../../etc/passwd', type: 'indicator' },
        'text',
        null,
      ]);
      expect([status, json.success_count, json.failure_count, json.total_count]).toEqual([202, 1, 7, 8]);
      for (const one of json.failures)
        expect(one).toEqual({
          id: expect.any(String),
          version: expect.any(String),
          message: expect.any(String),
        });
    });

    it.each([
      ['no JSON', '{"objects": ['],
      ['no object', '[]'],
      ['no objects', '{}'],
      ['an empty list', '{"objects":[]}'],
      ['a bundle', JSON.stringify({ type: 'bundle', id: `bundle--${Z}` })],
      ['endless depth', `{"objects":${'['.repeat(100_000)}`],
      ['a prototype', '{"objects":[{"__proto__":{"type":"indicator"}}]}'],
    ])('answers 422 to %s', async (_, body) => expectError(await taxii.post('region-55', body), 422));

    it('answers 403 where one may only read, and 404 where one may not know', async () => {
      for (const name of ['all', 'indicators', 'region-us'])
        expectError(await taxii.post(name, [indicator(Z, V1)]), 403);
      expectError(await taxii.post('region-55', [indicator(Z, V1)], { as: 'distant' }), 404);
      expectError(await taxii.post('region-55', [indicator(Z, V1)], { as: null }), 401);
    });
  });

  describe('5.6 and 5.8, one object', () => {
    it('comes in an envelope; versions that it has not leave it empty, and what is not there is 404', async () => {
      expect(ids(await object(X))).toEqual([`indicator--${X}`]);
      expect((await object(X, '?match[version]=2020-01-01T00:00:00Z')).text).toBe('{}');
      expectError(await object('3b3c3d3e-9999-4999-8999-999999999999'), 404);
      expectError(await taxii.at('region-55', `objects/${encodeURIComponent('../../../etc/passwd')}/`), 404);
      expectError(await taxii.at('advisories', `objects/indicator--${X}/`), 404);
    });

    it('tells its versions, page by page', async () => {
      const path = `objects/indicator--${X}/versions/`;
      expect((await taxii.at('region-55', path)).json).toEqual({ versions: [V1, V2, V3] });
      const first = await taxii.at('region-55', `${path}?limit=2`);
      expect(first.json).toEqual({ more: true, versions: [V1, V2] });
      const after = first.headers.get('x-taxii-date-added-last');
      expect((await taxii.at('region-55', `${path}?limit=2&added_after=${after}`)).json).toEqual({
        versions: [V3],
      });
      expectError(await taxii.at('region-55', 'objects/indicator--no/versions/'), 404);
    });
  });

  describe('5.7, deleting', () => {
    const D = '3b3c3d3e-4444-4444-8444-444444444444';
    const remove = (path: string, as: 'official' | 'clerk' | 'distant' = 'official') =>
      taxii.at('region-55', `objects/${path}`, { method: 'DELETE', as });

    it('takes a version, or all, and then they are gone', async () => {
      await taxii.post('region-55', [
        indicator(D, V1, { pattern: "[domain-name:value = 'gone.badhost.ru']" }),
      ]);
      await taxii.post('region-55', [
        indicator(D, V3, { pattern: "[domain-name:value = 'gone.badhost.ru']" }),
      ]);
      expect((await remove(`indicator--${D}/?match[version]=${V1}`)).status).toBe(200);
      expect(versionsOf(await object(D, '?match[version]=all'))).toEqual([V3]);
      expect((await remove(`indicator--${D}/`)).status).toBe(200);
      expectError(await object(D), 404);
      expect((await taxii.at('region-55', `manifest/?match[id]=indicator--${D}`)).text).toBe('{}');
      expectError(await remove(`indicator--${D}/`), 404);
      expectError(await remove(`indicator--${D}/?match[version]=all`), 404);
      expect((await taxii.office.lookUp('official', 'gone.badhost.ru'))[0].known).toBe(false);
    });

    it("of what is another's, or where one may only read, is 403; where one may not know, 404", async () => {
      expectError(await remove(`indicator--${X}/`, 'clerk'), 403);
      expectError(await taxii.at('all', `objects/indicator--${X}/`, { method: 'DELETE' }), 403);
      expectError(await remove(`indicator--${X}/`, 'distant'), 404);
      const [report] = await taxii.all('region-55', 'match[type]=report');
      expectError(await remove(`${report.id}/`), 403);
    });
  });
});
