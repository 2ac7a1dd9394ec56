import { indicator, TAXII } from '../client.js';
import {
  type ConformanceHub,
  expectError,
  ids,
  MOMENT,
  UUID4,
  V1,
  V2,
  V3,
  versionsOf,
  X,
  Y,
} from '../told.js';

/** Sections 5.5 to 5.8: adding, one object, its versions, deleting. */
export function objects(hub: ConformanceHub): void {
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
      const { status, json, headers } = await hub.taxii.post('region-55', [note]);
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
      const back = (await hub.taxii.at('region-55', `objects/${note.id}/`, { as: 'clerk' })).json.objects;
      expect(back).toEqual([
        { ...note, object_marking_refs: ['marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421'] },
      ]);
    });

    it('lets indicators be looked up', async () => {
      await hub.taxii.post('region-55', [
        indicator(Z, V1, { pattern: "[domain-name:value = 'c3.badhost.ru']" }),
      ]);
      expect((await hub.taxii.office.lookUp('clerk', 'c3[.]badhost.ru'))[0]).toMatchObject({ known: true });
      expect((await hub.taxii.office.lookUp('distant', 'c3[.]badhost.ru'))[0]).toMatchObject({
        known: false,
      });
    });

    it('takes the same again without an error, and not what contradicts it', async () => {
      const same = await hub.taxii.post('region-55', [
        indicator(X, V3, { x_custom: { kept: ['as', 1, null] } }),
      ]);
      expect(same.json).toMatchObject({ success_count: 1, failure_count: 0 });
      expect(versionsOf(await hub.object(X, '?match[version]=all'))).toEqual([V1, V2, V3]);
      const other = await hub.taxii.post('region-55', [indicator(X, V3, { name: 'Something else' })]);
      expect(other.json).toMatchObject({
        success_count: 0,
        failure_count: 1,
        failures: [{ id: `indicator--${X}`, version: V3 }],
      });
    });

    it('takes STIX 2.0, which names its version or does not, and tells it in the manifest', async () => {
      const older = ['2.0', undefined].map((spec_version, n) =>
        indicator(crypto.randomUUID(), V1, {
          ...{ spec_version, pattern_type: undefined, labels: ['malicious-activity'] },
          pattern: `[domain-name:value = 'older-${n}.badhost.ru']`,
        }),
      );
      expect((await hub.taxii.post('region-55', older)).json).toMatchObject({
        success_count: 2,
        failure_count: 0,
      });
      for (const [n, one] of older.entries()) {
        const back = (await hub.taxii.at('region-55', `objects/${one.id}/`)).json.objects;
        expect(back).toEqual([
          { ...JSON.parse(JSON.stringify(one)), object_marking_refs: expect.anything() },
        ]);
        const { objects: told } = (await hub.taxii.at('region-55', `manifest/?match[id]=${one.id}`)).json;
        expect(told).toMatchObject([{ media_type: 'application/stix+json;version=2.0' }]);
        expect((await hub.taxii.at('region-55')).json.media_types).toContain(told[0].media_type);
        const found = await hub.taxii.office.lookUp('clerk', `older-${n}.badhost.ru`);
        expect(found[0]).toMatchObject({ known: true });
      }
    });

    it('tells of each that is bad, and adds the rest', async () => {
      const red = { object_marking_refs: ['marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1'] };
      const { status, json } = await hub.taxii.post('region-55', [
        indicator(Y, V1),
        indicator(crypto.randomUUID(), V1, red),
        indicator(crypto.randomUUID(), V1, { pattern: undefined }),
        { type: 'bundle', id: `bundle--${Z}`, objects: [] },
        { id: '../../etc/passwd', type: 'indicator' },
        'text',
        null,
      ]);
      expect([status, json.success_count, json.failure_count, json.total_count]).toEqual([202, 1, 6, 7]);
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
    ])('answers 422 to %s', async (_, body) => expectError(await hub.taxii.post('region-55', body), 422));

    it('answers 403 where one may only read, and 404 where one may not know', async () => {
      for (const name of ['all', 'indicators', 'region-us'])
        expectError(await hub.taxii.post(name, [indicator(Z, V1)]), 403);
      expectError(await hub.taxii.post('region-55', [indicator(Z, V1)], { as: 'distant' }), 404);
      expectError(await hub.taxii.post('region-55', [indicator(Z, V1)], { as: null }), 401);
    });
  });

  describe('5.6 and 5.8, one object', () => {
    it('comes in an envelope; versions that it has not leave it empty, and what is not there is 404', async () => {
      expect(ids(await hub.object(X))).toEqual([`indicator--${X}`]);
      expect((await hub.object(X, '?match[version]=2020-01-01T00:00:00Z')).text).toBe('{}');
      expectError(await hub.object('3b3c3d3e-9999-4999-8999-999999999999'), 404);
      expectError(
        await hub.taxii.at('region-55', `objects/${encodeURIComponent('../../../etc/passwd')}/`),
        404,
      );
      expectError(await hub.taxii.at('advisories', `objects/indicator--${X}/`), 404);
    });

    it('tells its versions, page by page', async () => {
      const path = `objects/indicator--${X}/versions/`;
      expect((await hub.taxii.at('region-55', path)).json).toEqual({ versions: [V1, V2, V3] });
      const first = await hub.taxii.at('region-55', `${path}?limit=2`);
      expect(first.json).toEqual({ more: true, versions: [V1, V2] });
      const after = first.headers.get('x-taxii-date-added-last');
      expect((await hub.taxii.at('region-55', `${path}?limit=2&added_after=${after}`)).json).toEqual({
        versions: [V3],
      });
      expectError(await hub.taxii.at('region-55', 'objects/indicator--no/versions/'), 404);
    });
  });

  describe('5.7, deleting', () => {
    const D = '3b3c3d3e-4444-4444-8444-444444444444';
    const remove = (path: string, as: 'official' | 'clerk' | 'distant' = 'official') =>
      hub.taxii.at('region-55', `objects/${path}`, { method: 'DELETE', as });

    it('takes a version, or all, and then they are gone', async () => {
      await hub.taxii.post('region-55', [
        indicator(D, V1, { pattern: "[domain-name:value = 'gone.badhost.ru']" }),
      ]);
      await hub.taxii.post('region-55', [
        indicator(D, V3, { pattern: "[domain-name:value = 'gone.badhost.ru']" }),
      ]);
      expect((await remove(`indicator--${D}/?match[version]=${V1}`)).status).toBe(200);
      expect(versionsOf(await hub.object(D, '?match[version]=all'))).toEqual([V3]);
      expect((await remove(`indicator--${D}/`)).status).toBe(200);
      expectError(await hub.object(D), 404);
      expect((await hub.taxii.at('region-55', `manifest/?match[id]=indicator--${D}`)).text).toBe('{}');
      expectError(await remove(`indicator--${D}/`), 404);
      expectError(await remove(`indicator--${D}/?match[version]=all`), 404);
      expect((await hub.taxii.office.lookUp('official', 'gone.badhost.ru'))[0].known).toBe(false);
    });

    it('takes nothing of a version of STIX that is not named', async () => {
      await hub.taxii.post('region-55', [indicator(D, V1, { spec_version: '2.0' })]);
      expectError(await remove(`indicator--${D}/?match[spec_version]=2.1`), 404);
      expect(versionsOf(await hub.object(D))).toEqual([V1]);
      expect((await remove(`indicator--${D}/?match[spec_version]=2.0`)).status).toBe(200);
      expectError(await hub.object(D), 404);
    });

    it("of what is another's, or where one may only read, is 403; where one may not know, 404", async () => {
      expectError(await remove(`indicator--${X}/`, 'clerk'), 403);
      expectError(await hub.taxii.at('all', `objects/indicator--${X}/`, { method: 'DELETE' }), 403);
      expectError(await remove(`indicator--${X}/`, 'distant'), 404);
      const [report] = await hub.taxii.all('region-55', 'match[type]=report');
      expectError(await remove(`${report.id}/`), 403);
    });
  });
}
