import { indicator, TAXII } from '../client.js';
import { type ConformanceHub, expectError, MOMENT, ROOT, V1, X, Y } from '../told.js';

/** Sections 1.6 and 3.1 to 3.3: how one asks, who asks, where, and in which order one is told. */
export function requests(hub: ConformanceHub): void {
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
      const got = await hub.taxii.ask(ROOT, { headers: { accept } });
      expect([got.status, got.headers.get('content-type')]).toEqual([200, TAXII]);
    });

    it.each([
      'text/html',
      'application/taxii+json;version=2.0',
      'application/json',
      'nonsense',
      'application/taxii+json;q=0',
    ])('answers 406 to %s', async (accept) =>
      expectError(await hub.taxii.ask(ROOT, { headers: { accept } }), 406),
    );

    it.each([
      TAXII,
      'application/taxii+json',
      'application/taxii+json; version=2.1',
      'APPLICATION/TAXII+JSON;version=2.1',
    ])('takes a body of %s', async (type) => {
      const got = await hub.taxii.post('region-55', [indicator(Y, V1)], {
        headers: { 'content-type': type },
      });
      expect(got.status).toBe(202);
    });

    it.each([
      'application/json',
      'application/stix+json;version=2.1',
      'application/taxii+json;version=2.0',
      undefined,
    ])('answers 415 to a body of %s', async (type) =>
      expectError(await hub.taxii.post('region-55', [], { headers: { 'content-type': type } }), 415),
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
      const got = await hub.taxii.ask(path, { as: null });
      expectError(got, 401);
      expect(got.headers.get('www-authenticate')).toMatch(/^Basic realm=.*, Bearer realm=/);
    });

    it('takes an API key as bearer and as the password of Basic', async () => {
      const { office } = hub.taxii;
      const { createApiKey } = await office.ask(
        'official',
        'mutation { createApiKey(input: { name: "x", scopes: [READ] }) { secret } }',
      );
      const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
      for (const authorization of [
        `Bearer ${createApiKey.secret}`,
        basic(`official@office.example:${createApiKey.secret}`),
      ]) {
        const got = await hub.taxii.ask(`${ROOT}collections/`, { as: null, headers: { authorization } });
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
        expectError(await hub.taxii.ask(ROOT, { as: null, headers: { authorization } }), 401);
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
        const got = await hub.taxii.ask(path);
        expect([got.status, got.headers.get('location')]).toEqual([308, path.replace(/(\?|$)/, '/$1')]);
      }
    });

    it('that lead nowhere are 404, and other methods 405', async () => {
      for (const path of ['/taxii2/nowhere/', `${ROOT}nothing/`, `${ROOT}collections/all/nothing/`])
        expectError(await hub.taxii.ask(path), 404);
      const got = await hub.taxii.ask(`${ROOT}collections/`, {
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
      const { json } = await hub.taxii.at('all', 'manifest/?limit=5');
      for (const path of ['objects/?limit=5', 'manifest/?limit=5']) {
        const { headers } = await hub.taxii.at('all', path);
        expect(headers.get('x-taxii-date-added-first')).toBe(json.objects[0].date_added);
        expect(headers.get('x-taxii-date-added-last')).toBe(json.objects[4].date_added);
        expect(json.objects[0].date_added).toMatch(MOMENT);
      }
      for (const path of [`objects/indicator--${X}/`, `objects/indicator--${X}/versions/`])
        expect((await hub.taxii.at('region-55', path)).headers.get('x-taxii-date-added-last')).toMatch(
          MOMENT,
        );
    });

    it('answers in the order in which things were added, and no two at one moment', async () => {
      const { json } = await hub.taxii.at('all', 'manifest/?limit=1000&match[version]=all');
      const added = json.objects.map((one: { date_added: string }) => one.date_added);
      expect([...new Set(added)].sort()).toEqual(added);
    });
  });
}
