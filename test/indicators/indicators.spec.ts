import sql from 'sql-template-tag';
import { Database } from '#platform';
import { Office } from './office.js';

const wisconsin = { audience: { regions: ['55'] } };
const values = (...all: string[]) => all.map((value) => ({ value }));

describe('indicators', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open();
  }, 60_000);
  afterAll(() => office.close());

  describe('shared by themselves', () => {
    it('are kept in their canonical form, and told to whom they are for', async () => {
      const [one] = await office.add('official', {
        ...wisconsin,
        indicators: [
          {
            value: 'hxxps://Evil[.]Test-Site.ru/Login#x',
            confidence: 80,
            description: 'A page that looks like ours.',
            killChainPhases: [{ killChain: 'mitre-attack', phase: 'Initial-Access' }],
          },
        ],
      });
      expect(one).toMatchObject({
        outcome: 'ADDED',
        indicator: {
          type: 'URL',
          value: 'https://evil.test-site.ru/Login',
          pattern: "[url:value = 'https://evil.test-site.ru/Login']",
          tlp: 'AMBER',
          tlpLabel: 'TLP:AMBER',
          confidence: 80,
          state: 'ACTIVE',
          harmless: null,
          origin: { name: 'Wisconsin Elections Commission' },
          publication: null,
          killChainPhases: [{ killChain: 'mitre-attack', phase: 'initial-access' }],
        },
      });
      const query = 'query ($id: ID!) { indicator(id: $id) { value } }';
      const { id } = one.indicator;
      expect(await office.ask('clerk', query, { id })).toEqual({ indicator: { value: one.indicator.value } });
      for (const desk of ['distant', 'federal', null] as const)
        expect(await office.ask(desk, query, { id })).toEqual({ indicator: null });
    });

    it('are not shared twice, and changed where something else is said', async () => {
      const share = (given: object) =>
        office.add('official', { ...wisconsin, indicators: [{ value: '185.220.101.7', ...given }] });
      const [first] = await share({ confidence: 10 });
      const [again] = await share({ confidence: 10 });
      const [more] = await share({ confidence: 90 });
      const [pattern] = await office.add('official', {
        ...wisconsin,
        indicators: [{ pattern: "[ ipv4-addr:value == '185.220.101.7' ]", confidence: 90 }],
      });
      expect([first, again, more, pattern].map(({ outcome }) => outcome)).toEqual([
        'ADDED',
        'KNOWN',
        'UPDATED',
        'KNOWN',
      ]);
      expect(new Set([first, again, more, pattern].map(({ indicator }) => indicator.id)).size).toBe(1);
      expect(more.indicator).toMatchObject({ confidence: 90, validFrom: first.indicator.validFrom });
    });

    it('of another member, or for others, are others', async () => {
      const ids = new Set<string>();
      for (const [desk, input] of [
        ['official', wisconsin],
        ['official', { audience: { regions: ['55025'] } }],
        ['official', { ...wisconsin, tlp: 'GREEN' }],
        ['official', { ...wisconsin, attribution: 'ANONYMOUS' }],
        ['clerk', wisconsin],
      ] as const) {
        const [{ indicator }] = await office.add(desk, { ...input, indicators: values('185.220.101.8') });
        ids.add(indicator.id);
      }
      expect(ids.size).toBe(5);
      const [found] = await office.lookUp('clerk', '185.220.101.8');
      expect(found.indicators).toHaveLength(5);
      const [elsewhere] = await office.lookUp('distant', '185.220.101.8');
      expect(elsewhere.indicators).toHaveLength(1);
    });

    it('keep an anonymous origin to its own people and to analysts', async () => {
      const [{ indicator }] = await office.add('clerk', {
        ...wisconsin,
        attribution: 'ANONYMOUS',
        indicators: values('185.220.101.9'),
      });
      const query = 'query ($id: ID!) { indicator(id: $id) { origin { name } } }';
      const told = async (desk: 'clerk' | 'official' | 'operator') =>
        (await office.ask(desk, query, { id: indicator.id })).indicator.origin?.name ?? null;
      expect(await told('clerk')).toBe('Dane County Election Office');
      expect(await told('operator')).toBe('Dane County Election Office');
      expect(await told('official')).toBeNull();
    });

    it('are warned of where they are harmless, and shared', async () => {
      const [one, two] = await office.add('official', {
        ...wisconsin,
        indicators: values('10.0.0.1', 'elections.wi.gov'),
      });
      expect([one.indicator.harmless, two.indicator.harmless]).toEqual(['PRIVATE_ADDRESS', 'ELECTION_SITE']);
    });

    it.each([
      ['no value', { indicators: [{}] }, 'BAD_INPUT input indicators 0 value'],
      ['a word', { indicators: values('185.220.1.1', 'word') }, 'BAD_INPUT input indicators 1 value'],
      ['a bad pattern', { indicators: [{ pattern: '[a:b = ]' }] }, 'BAD_INPUT input indicators 0 pattern'],
      [
        'both',
        { indicators: [{ value: '1.2.3.4', pattern: '[a:b = 1]' }] },
        'BAD_INPUT input indicators 0 pattern',
      ],
      ['nobody to go to', { audience: null, indicators: values('1.2.3.4') }, 'BAD_INPUT input audience'],
      ['red', { tlp: 'RED', indicators: values('1.2.3.4') }, 'BAD_INPUT input tlp'],
      [
        'too much confidence',
        { indicators: [{ value: '1.2.3.4', confidence: 101 }] },
        'BAD_INPUT input indicators 0 confidence',
      ],
      [
        'an end before its beginning',
        {
          indicators: [
            { value: '1.2.3.4', validFrom: '2026-01-02T00:00:00Z', validUntil: '2026-01-01T00:00:00Z' },
          ],
        },
        'BAD_INPUT input indicators 0 validUntil',
      ],
      ['a region beyond', { audience: { regions: ['12'] }, indicators: values('1.2.3.4') }, 'FORBIDDEN'],
    ])('with %s are refused', async (_, input, refusal) => {
      expect(await office.refusal('clerk', Office.ADD, { input: { ...wisconsin, ...input } })).toBe(refusal);
    });
  });

  describe('of a publication', () => {
    it('are for whom it is for, and go with it', async () => {
      const { id, revision } = await office.publish('clerk', { attribution: 'ANONYMOUS' });
      const [{ indicator }] = await office.add('clerk', {
        publicationId: id,
        indicators: values('45.61.136.1'),
      });
      expect(indicator).toMatchObject({ tlp: 'AMBER', attribution: 'ANONYMOUS', publication: { id } });
      const query =
        'query ($id: ID!) { publication(id: $id) { indicators { edges { node { value origin { name } } } } } }';
      const told = async (desk: 'clerk' | 'official' | 'neighbor') =>
        (await office.ask(desk, query, { id })).publication?.indicators.edges ?? null;
      expect(await told('official')).toEqual([{ node: { value: '45.61.136.1', origin: null } }]);
      expect(await told('neighbor')).toBeNull();

      const change =
        'mutation ($input: ChangeAudienceInput!) { changeAudience(input: $input) { publication { revision { id } } } }';
      const input = {
        id,
        revisionId: revision.id,
        audience: { regions: ['55025', '55105'] },
        tlp: 'AMBER_STRICT',
      };
      await office.ask('clerk', change, { input });
      // Widening opens nothing that was shared before; a stricter TLP holds for what it has, too.
      expect(await told('neighbor')).toEqual([]);
      expect(
        await office.ask('clerk', `query ($id: ID!) { indicator(id: $id) { tlp } }`, { id: indicator.id }),
      ).toEqual({
        indicator: { tlp: 'AMBER_STRICT' },
      });
      expect((await office.lookUp('official', '45.61.136.1'))[0]).toMatchObject({ known: false });

      await office.ask(
        'clerk',
        'mutation ($input: WithdrawPublicationInput!) { withdrawPublication(input: $input) { outcome } }',
        {
          input: { id, reason: 'A mistake' },
        },
      );
      expect((await office.lookUp('clerk', '45.61.136.1'))[0]).toMatchObject({ known: false });
    });

    it('are never looser than it', async () => {
      const { id } = await office.publish('clerk', { tlp: 'AMBER_STRICT' });
      const input = { publicationId: id, tlp: 'AMBER', indicators: values('45.61.136.2') };
      expect(await office.refusal('clerk', Office.ADD, { input })).toBe('BAD_INPUT input tlp');
    });

    it('that is red are for its persons, and opening them is written down', async () => {
      const { personId } = office.offices.official;
      const { id } = await office.publish('clerk', { tlp: 'RED', audience: { personIds: [personId] } });
      const [{ indicator }] = await office.add('clerk', {
        publicationId: id,
        indicators: values('45.61.136.3'),
      });
      const openings = async () =>
        office.hub.app.get(Database).read(async (tx) => {
          const [row] = await tx.rows<{ n: number }>(
            sql`SELECT COUNT(*) AS n FROM audit_entry WHERE action = 'publication.opened' AND object_id = ${id} AND person_id = ${personId}`,
          );
          return row?.n;
        });
      expect((await office.lookUp('operator', '45.61.136.3'))[0].known).toBe(false);
      expect(await openings()).toBe(0);
      expect((await office.lookUp('official', '45.61.136.3'))[0]).toMatchObject({
        known: true,
        indicators: [{ id: indicator.id }],
      });
      expect(await openings()).toBeGreaterThan(0);
    });

    it('are added by those who may revise it alone', async () => {
      const { id } = await office.publish('clerk');
      const input = { publicationId: id, indicators: values('45.61.136.4') };
      expect(await office.refusal('official', Office.ADD, { input })).toBe('FORBIDDEN');
      expect(await office.refusal('distant', Office.ADD, { input })).toBe('NOT_FOUND');
      expect(await office.refusal(null, Office.ADD, { input })).toBe('UNAUTHENTICATED');
    });
  });
});
