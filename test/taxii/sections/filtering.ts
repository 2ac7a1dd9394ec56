import { indicator, TAXII } from '../client.js';
import { type ConformanceHub, expectError, ids, V1, V2, V3, versionsOf, X, Y } from '../told.js';

/** Sections 3.4 to 3.7: filters, pages, envelopes and errors. */
export function filtering(hub: ConformanceHub): void {
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
      expectError(await hub.taxii.at('all', `objects/?${query}`), 400);
      expectError(await hub.taxii.at('all', `manifest/?${query}`), 400);
    });

    it('passes over what it does not know', async () => {
      expect((await hub.taxii.at('all', 'objects/?match[colour]=red&x=1&limit=1')).status).toBe(200);
    });

    it('added_after is strict, and a page from it goes on without gap or repeat', async () => {
      const every = ids(await hub.taxii.at('all', 'objects/?limit=1000'));
      const met: string[] = [];
      for (let after = ''; ; ) {
        const got = await hub.taxii.at('all', `objects/?limit=4${after}`);
        met.push(...ids(got));
        if (!got.json.more) break;
        after = `&added_after=${got.headers.get('x-taxii-date-added-last')}`;
      }
      expect(met).toEqual(every);
      expect((await hub.taxii.at('all', 'objects/?added_after=2999-01-01T00:00:00.000000Z')).text).toBe('{}');
    });

    it('match[type]: several are any of them, unknown ones are none', async () => {
      const types = new Set(
        (await hub.taxii.all('all', 'match[type]=report,location')).map(({ type }) => type),
      );
      expect([...types].sort()).toEqual(['location', 'report']);
      expect((await hub.taxii.at('all', 'objects/?match[type]=malware')).text).toBe('{}');
      expect((await hub.taxii.at('all', 'objects/?match[type]=x-nothing')).text).toBe('{}');
    });

    it('match[id]: several are any of them; with others, all must fit', async () => {
      const two = `indicator--${X},indicator--${Y}`;
      expect(ids(await hub.taxii.at('region-55', `objects/?match[id]=${two}`)).sort()).toEqual(
        two.split(','),
      );
      expect((await hub.taxii.at('region-55', `objects/?match[id]=${two}&match[type]=report`)).text).toBe(
        '{}',
      );
      expect((await hub.taxii.at('region-55', 'objects/?match[id]=no,nothing--x')).text).toBe('{}');
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
      expect(
        versionsOf(await hub.taxii.at('region-55', `objects/?match[id]=indicator--${X}&${query}`)),
      ).toEqual(wanted);
      expect(versionsOf(await hub.object(X, `?${query}`))).toEqual(wanted);
      const { json } = await hub.taxii.at('region-55', `manifest/?match[id]=indicator--${X}&${query}`);
      expect((json.objects ?? []).map((one: { version: string }) => one.version)).toEqual(wanted);
    });

    describe('match[spec_version]', () => {
      const [OLDER, BOTH] = [crypto.randomUUID(), crypto.randomUUID()];
      const asked = async (query: string, path = 'objects/'): Promise<string[]> =>
        ids(await hub.taxii.at('region-55', `${path}?limit=1000&match[spec_version]=${query}`));
      beforeAll(async () => {
        await hub.taxii.post('region-55', [
          indicator(OLDER, V1, { spec_version: undefined }),
          indicator(BOTH, V1, { spec_version: '2.0' }),
        ]);
        await hub.taxii.post('region-55', [indicator(BOTH, V2)]);
      });

      it('leaves out what is not named, and a version of STIX that nobody speaks finds nothing', async () => {
        expect(await asked('2.0')).toEqual([`indicator--${OLDER}`, `indicator--${BOTH}`]);
        expect(await asked('2.0', 'manifest/')).toEqual(await asked('2.0'));
        const newer = await asked('2.1');
        expect(newer).toEqual(expect.arrayContaining([`indicator--${X}`, `indicator--${BOTH}`]));
        expect(newer).not.toContain(`indicator--${OLDER}`);
        expect(await asked('2.0,2.1')).toEqual(ids(await hub.taxii.at('region-55', 'objects/?limit=1000')));
        expect(await asked('3.0')).toEqual([]);
      });

      it('tells the latest among those that are named', async () => {
        const version = async (query: string) => versionsOf(await hub.object(BOTH, query));
        expect(await version('?match[spec_version]=2.0')).toEqual([V1]);
        expect(await version('?match[spec_version]=2.1&match[version]=first')).toEqual([V2]);
        expect(await version('')).toEqual([V2]);
        expect((await hub.object(X, '?match[spec_version]=2.0')).text).toBe('{}');
        const path = `objects/indicator--${BOTH}/versions/?match[spec_version]=2.0`;
        expect((await hub.taxii.at('region-55', path)).json).toEqual({ versions: [V1] });
      });

      it('leads through its pages too', async () => {
        expect((await hub.taxii.all('region-55', 'match[spec_version]=2.0')).map(({ id }) => id)).toEqual(
          await asked('2.0'),
        );
      });

      it('tells nobody of what they may not see', async () => {
        const elsewhere = await hub.taxii.at('all', 'objects/?match[spec_version]=2.0', { as: 'distant' });
        expect(elsewhere.text).toBe('{}');
      });
    });
  });

  describe('3.5 and 3.7, pages and envelopes', () => {
    it('tell of more, and `next` leads through all, whatever is added meanwhile', async () => {
      const every = ids(await hub.taxii.at('all', 'objects/?limit=1000'));
      const met: string[] = [];
      for (let next: string | undefined; ; ) {
        const { json } = await hub.taxii.at('all', `objects/?limit=6${next ? `&next=${next}` : ''}`);
        expect(json.objects.length).toBeLessThanOrEqual(6);
        expect(json.more === true).toBe(json.next !== undefined);
        met.push(...json.objects.map(({ id }: { id: string }) => id));
        if (!json.more) break;
        next = json.next;
      }
      expect(met).toEqual(every);
    });

    it('`next` is good with its own filters alone, and for its own collection', async () => {
      const { next } = (await hub.taxii.at('all', 'objects/?limit=2&match[type]=indicator')).json;
      expect((await hub.taxii.at('all', `objects/?limit=3&match[type]=indicator&next=${next}`)).status).toBe(
        200,
      );
      expectError(await hub.taxii.at('all', `objects/?limit=2&next=${next}`), 400);
      expectError(
        await hub.taxii.at('indicators', `objects/?limit=2&match[type]=indicator&next=${next}`),
        400,
      );
    });

    it('the last page tells of no more, and what is empty is {}', async () => {
      const got = await hub.taxii.at('all', 'objects/?limit=1000');
      expect(Object.keys(got.json)).toEqual(['objects']);
      for (const path of ['objects/?match[type]=malware', 'manifest/?match[type]=malware'])
        expect((await hub.taxii.at('all', path)).text).toBe('{}');
    });
  });

  it('3.6, errors: every one is an error message', async () => {
    expectError(await hub.taxii.at('nowhere', 'objects/'), 404);
    expectError(
      await hub.taxii.at('all', 'objects/', {
        method: 'PATCH',
        headers: { 'content-type': TAXII },
        body: '{}',
      }),
      405,
    );
  });
}
