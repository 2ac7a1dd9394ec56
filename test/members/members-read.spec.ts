import sql from 'sql-template-tag';
import type { MemberFilter } from '#contract';
import { ChangeMembers, Viewers } from '#members';
import { membersStage } from './members-stage.js';

describe('members, as they are read', () => {
  const stage = membersStage();
  const { refused, list, names } = stage;

  describe('listing', () => {
    beforeEach(async () => {
      await stage.community.member('STATE', '55', 'Wisconsin Elections Commission');
      await stage.community.member('LOCAL', '55105', 'Rock County Clerk');
      await stage.community.member('LOCAL', '27053', 'Hennepin County');
      await stage.community.member('LOCAL', '72127', 'San Juan, Comisión');
      await stage.community.member('PARTNER', null, '100% Ballots_Inc');
      await stage.community.member('FEDERAL', 'US', 'ódní');
    });

    it('is in the order of names, whatever the case and accents', async () => {
      expect(await names()).toEqual([
        '100% Ballots_Inc',
        'Dane County Clerk',
        'Hennepin County',
        'ódní',
        'Operations centre',
        'Rock County Clerk',
        'San Juan, Comisión',
        'Wisconsin Elections Commission',
      ]);
    });

    it.each<[MemberFilter, string[]]>([
      [{ text: 'COUNTY clerk' }, ['Dane County Clerk', 'Rock County Clerk']],
      [{ text: 'comision' }, ['San Juan, Comisión']],
      [{ text: '%' }, ['100% Ballots_Inc']],
      [{ text: '_' }, ['100% Ballots_Inc']],
      [{ text: '\\' }, []],
      [{ text: "' OR '1'='1" }, []],
      [{ kinds: ['PARTNER', 'FEDERAL', 'PARTNER'] }, ['100% Ballots_Inc', 'ódní']],
      [{ region: '55' }, ['Dane County Clerk', 'Rock County Clerk', 'Wisconsin Elections Commission']],
      [{ region: '55025' }, ['Dane County Clerk']],
      [
        { region: 'R05' },
        ['Dane County Clerk', 'Hennepin County', 'Rock County Clerk', 'Wisconsin Elections Commission'],
      ],
      [{ region: 'R02' }, ['San Juan, Comisión']],
      [{ region: '5502548000' }, []],
      [{ region: '55', kinds: ['LOCAL'], text: 'rock' }, ['Rock County Clerk']],
    ])('finds %j', async (filter, expected) => {
      if (filter.region === '5502548000')
        await expect(names(filter)).rejects.toEqual(refused('BAD_INPUT', ['filter', 'region']));
      else expect(await names(filter)).toEqual(expected);
    });

    it('finds all but partners in the nation', async () => {
      expect(await names({ region: 'US' })).toHaveLength(7);
    });

    it.each([
      [{ text: 'x'.repeat(101) }, 'text'],
      [{ text: '\u0000' }, 'text'],
      [{ region: '\u0000' }, 'region'],
    ])('refuses the filter %j', async (filter, field) => {
      await expect(list(filter)).rejects.toEqual(refused('BAD_INPUT', ['filter', field]));
    });

    it.each([0, -1, 101])('refuses a page of %d', async (first) => {
      await expect(list({}, { first })).rejects.toEqual(refused('BAD_INPUT', ['first']));
    });

    it('pages without gap or repeat, by cursors of one length', async () => {
      const seen: string[] = [];
      const cursors: string[] = [];
      for (let after: string | null = null; ; ) {
        const { edges, pageInfo } = await list({}, { first: 3, after });
        seen.push(...edges.map(({ node }) => node.name));
        cursors.push(...edges.map(({ cursor }) => cursor));
        expect(pageInfo.hasPreviousPage).toBe(after !== null);
        if (!pageInfo.hasNextPage) break;
        after = pageInfo.endCursor;
      }
      expect(seen).toEqual(await names());
      expect(new Set(cursors.map((cursor) => cursor.length)).size).toBe(1);
      expect(new Set(cursors).size).toBe(8);
    });

    it('goes on from the place that a renamed member has now', async () => {
      const [first] = (await list({}, { first: 1 })).edges;
      await stage.hub
        .get(ChangeMembers)
        .update(await stage.community.as(stage.operator), { id: first?.node.id ?? '', name: 'Q' });
      const next = await list({}, { first: 1, after: first?.cursor ?? '' });
      expect(next.edges[0]?.node.name).toBe('Rock County Clerk');
    });

    it("refuses another list's cursor, and what is none", async () => {
      const { endCursor } = (await list({ kinds: ['LOCAL'] })).pageInfo;
      for (const after of [endCursor, 'x', '', 'A'.repeat(48), '\u0000']) {
        await expect(list({}, { after })).rejects.toEqual(refused('BAD_INPUT', ['after']));
      }
    });

    it('tells equal names apart', async () => {
      for (let n = 0; n < 5; n += 1) await stage.community.member('PARTNER', null, 'Same');
      const first = await list({ text: 'same' }, { first: 3 });
      const second = await list({ text: 'same' }, { first: 3, after: first.pageInfo.endCursor });
      const ids = [...first.edges, ...second.edges].map(({ node }) => node.id);
      expect(new Set(ids).size).toBe(5);
    });
  });

  describe('viewers', () => {
    it('are loaded in one statement, alone and through what carries them', async () => {
      const statements: unknown[] = [];
      const loaded = await stage.hub.database.read((tx) => {
        const rows: typeof tx.rows = (statement) => {
          statements.push(statement);
          return tx.rows(statement);
        };
        return stage.hub.get(Viewers).load({ ...tx, rows }, stage.coordinator);
      });
      expect(statements).toHaveLength(1);
      expect(loaded).toEqual({
        personId: stage.coordinator,
        active: true,
        since: 0,
        roles: ['COORDINATOR'],
        member: {
          id: stage.dane,
          kind: 'LOCAL',
          active: true,
          since: 0,
          jurisdiction: ['55025', '55', 'R05', 'US'],
        },
        groups: [],
      });
    });

    it('come in batches, the active ones only, each once', async () => {
      const people = await Promise.all(
        Array.from({ length: 7 }, () => stage.community.person(stage.dane, ['VIEWER'])),
      );
      const gone = await stage.community.person(await stage.community.member('LOCAL', '55105'), ['VIEWER']);
      await stage.hub.database.write((tx) =>
        tx.execute(sql`UPDATE person SET suspended_at = 'x' WHERE id = ${people[0]}`),
      );
      await stage.hub.database.write((tx) =>
        tx.execute(sql`UPDATE member SET suspended_at = 'x' WHERE jurisdiction = '55105'`),
      );
      const seen: string[] = [];
      const sizes: number[] = [];
      for await (const batch of stage.hub.get(Viewers).batches(3)) {
        sizes.push(batch.length);
        seen.push(...batch.map(({ personId }) => personId));
      }
      expect(sizes).toEqual([3, 3, 2]);
      expect(new Set(seen)).toEqual(new Set([stage.operator, stage.coordinator, ...people.slice(1)]));
      expect(seen).not.toContain(gone);
    });

    it('of some members are their active people only', async () => {
      const rock = await stage.community.member('LOCAL', '55105');
      const rocks = await stage.community.person(rock, ['VIEWER']);
      const idle = await stage.community.person(stage.dane, ['VIEWER']);
      await stage.hub.database.write((tx) =>
        tx.execute(sql`UPDATE person SET suspended_at = 'x' WHERE id = ${idle}`),
      );
      const of = async (...ids: string[]) => {
        const found = await stage.hub.database.read((tx) => stage.hub.get(Viewers).ofMembers(tx, ids));
        return new Set(found.map(({ personId }) => personId));
      };
      expect(await of(stage.dane, rock)).toEqual(new Set([stage.coordinator, rocks]));
      expect(await of(stage.dane)).toEqual(new Set([stage.coordinator]));
      expect(await of()).toEqual(new Set());
      await stage.hub.database.write((tx) =>
        tx.execute(sql`UPDATE member SET suspended_at = 'x' WHERE id = ${rock}`),
      );
      expect(await of(stage.dane, rock)).toEqual(new Set([stage.coordinator]));
    });

    it('are nobody for an unknown id', async () => {
      expect(
        await stage.hub.database.read((tx) => stage.hub.get(Viewers).load(tx, crypto.randomUUID())),
      ).toBeNull();
    });
  });
});
