import sql from 'sql-template-tag';
import type { MemberKind, Role } from '#access';
import type { CreateMemberInput, MemberFilter, UpdateMemberInput } from '#contract';
import { AccessChanges, ChangeMembers, ListMembers, Members, SuspendMembers, Viewers } from '#members';
import { Community, type Hub, hubOn, openHubDatabase } from '../identity/hub.js';
import type { TestDatabase } from '../support/database.js';

describe('members', () => {
  let opened: TestDatabase;
  let hub: Hub;
  let community: Community;
  let operations: string;
  let operator: string;
  let dane: string;
  let coordinator: string;

  beforeAll(async () => {
    opened = await openHubDatabase();
    hub = await hubOn(opened);
  });
  beforeEach(async () => {
    await hub.clear();
    community = new Community(hub);
    operations = await community.member('HUB', 'US', 'Operations centre');
    operator = await community.person(operations, ['OPERATOR']);
    dane = await community.member('LOCAL', '55025', 'Dane County Clerk');
    coordinator = await community.person(dane, ['COORDINATOR']);
  });
  afterAll(async () => {
    await hub.app.close();
    await opened.close();
  });

  const refused = (code: string, field?: readonly string[]) =>
    expect.objectContaining(field ? { code, field } : { code });
  const create = async (input: Partial<CreateMemberInput>, by = operator) =>
    hub.get(ChangeMembers).create(await community.as(by), { name: 'A member', kind: 'STATE', ...input });
  const update = async (input: Partial<UpdateMemberInput>, by = operator) =>
    hub.get(ChangeMembers).update(await community.as(by), { id: dane, ...input });
  const record = async (id: string) => (await hub.get(Members).byIds([id])).get(id);
  const list = async (filter: MemberFilter = {}, page = {}) => hub.get(ListMembers).page(filter, page);
  const names = async (filter: MemberFilter = {}) => (await list(filter)).edges.map(({ node }) => node.name);
  const countMembers = async () => (await list({}, { first: 100 })).edges.length;

  describe('creating', () => {
    it.each<[MemberKind, string | undefined, string | null]>([
      ['STATE', '55', '55'],
      ['STATE', '72', '72'],
      ['LOCAL', '55025', '55025'],
      ['LOCAL', '46113', '46102'],
      ['FEDERAL', 'US', 'US'],
      ['PARTNER', undefined, null],
    ])('takes a %s of %s', async (kind, jurisdiction, kept) => {
      const { memberId } = await create({ kind, ...(jurisdiction && { jurisdiction }) });
      expect(await record(memberId)).toMatchObject({
        kind,
        jurisdiction: kept,
        suspended: false,
        twoPersonRelease: false,
      });
    });

    it.each<[MemberKind, string | undefined]>([
      ['STATE', undefined],
      ['STATE', '55025'],
      ['STATE', 'US'],
      ['STATE', 'R05'],
      ['LOCAL', '55'],
      ['LOCAL', '99999'],
      ['LOCAL', '09001'],
      ['LOCAL', '\u0000'],
      ['LOCAL', "' OR 1=1 --"],
      ['FEDERAL', '55'],
      ['FEDERAL', undefined],
      ['PARTNER', 'US'],
    ])('refuses a %s of %s', async (kind, jurisdiction) => {
      const input = { kind, ...(jurisdiction !== undefined && { jurisdiction }) };
      await expect(create(input)).rejects.toEqual(refused('BAD_INPUT', ['input', 'jurisdiction']));
      expect(await countMembers()).toBe(2);
    });

    it('refuses a second hub, and bad names', async () => {
      await expect(create({ kind: 'HUB', jurisdiction: 'US' })).rejects.toEqual(
        refused('BAD_INPUT', ['input', 'kind']),
      );
      for (const name of ['', '  ', 'x'.repeat(201), 'a\nb', '\u202eevil', 'a\u0000']) {
        await expect(create({ name, jurisdiction: '55' })).rejects.toEqual(
          refused('BAD_INPUT', ['input', 'name']),
        );
      }
    });

    it('takes an agreement from partners only', async () => {
      const { memberId } = await create({ kind: 'PARTNER', agreedRegions: ['55', '55', '27', '02261'] });
      expect((await record(memberId))?.agreedRegions).toEqual(['55', '27', '02063', '02066']);
      const field = ['input', 'agreedRegions'];
      await expect(create({ kind: 'STATE', jurisdiction: '55', agreedRegions: ['55'] })).rejects.toEqual(
        refused('BAD_INPUT', field),
      );
      await expect(create({ kind: 'PARTNER', agreedRegions: ['nowhere'] })).rejects.toEqual(
        refused('BAD_INPUT', field),
      );
      const many = Array.from({ length: 101 }, () => '55');
      await expect(create({ kind: 'PARTNER', agreedRegions: many })).rejects.toEqual(
        refused('BAD_INPUT', field),
      );
    });

    it.each<[MemberKind, Role]>([
      ['LOCAL', 'COORDINATOR'],
      ['HUB', 'ANALYST'],
      ['HUB', 'AUDITOR'],
      ['HUB', 'COORDINATOR'],
    ])('is not for a %s %s', async (kind, role) => {
      const who = await community.person(kind === 'HUB' ? operations : dane, [role]);
      await expect(create({ jurisdiction: '55' }, who)).rejects.toEqual(refused('FORBIDDEN'));
    });
  });

  describe('changing', () => {
    it('changes what is given and leaves the rest', async () => {
      await update({ name: 'Dane County', jurisdiction: null });
      expect(await record(dane)).toMatchObject({ name: 'Dane County', jurisdiction: '55025', since: 0 });
      await hub.database.write((tx) => tx.nextSequence('release'));
      await update({ jurisdiction: '55105' });
      expect(await record(dane)).toMatchObject({
        name: 'Dane County',
        line: ['55105', '55', 'R05', 'US'],
        since: 1,
      });
      expect(await hub.get(AccessChanges).since(0)).toEqual([
        { sequence: 1, subject: 'MEMBER', subjectId: dane },
      ]);
      expect((await community.as(coordinator)).viewer?.member.jurisdiction).toEqual([
        '55105',
        '55',
        'R05',
        'US',
      ]);
    });

    it('is for operators, and changes nothing when a part is refused', async () => {
      await expect(update({ name: 'Mine' }, coordinator)).rejects.toEqual(refused('FORBIDDEN'));
      await expect(update({ name: 'New', jurisdiction: 'US' })).rejects.toEqual(
        refused('BAD_INPUT', ['input', 'jurisdiction']),
      );
      await expect(update({ id: crypto.randomUUID() })).rejects.toEqual(refused('NOT_FOUND'));
      await expect(update({ id: '\u0000' })).rejects.toEqual(refused('NOT_FOUND'));
      expect(await record(dane)).toMatchObject({ name: 'Dane County Clerk' });
    });

    it('lets a coordinator configure their own member, and no other', async () => {
      const configure = async (id: string, by: string) =>
        hub.get(ChangeMembers).configure(await community.as(by), { id, twoPersonRelease: true });
      await configure(dane, coordinator);
      expect(await record(dane)).toMatchObject({ twoPersonRelease: true });
      const rock = await community.member('LOCAL', '55105');
      await expect(configure(rock, coordinator)).rejects.toEqual(refused('FORBIDDEN'));
      await expect(configure(crypto.randomUUID(), coordinator)).rejects.toEqual(refused('NOT_FOUND'));
      await configure(rock, operator);
      expect(await record(rock)).toMatchObject({ twoPersonRelease: true });
    });

    it('does it once for a repeated request', async () => {
      const input = { name: 'Wisconsin', jurisdiction: '55', idempotencyKey: 'k1' };
      expect(await create(input)).toEqual(await create(input));
      expect(await countMembers()).toBe(3);
    });
  });

  describe('suspending', () => {
    const suspend = async (id: string, by = operator) =>
      hub.get(SuspendMembers).suspend(await community.as(by), { id, reason: 'agreement ended' });

    it('takes all keys of all its people at once, and gives them back afresh', async () => {
      await hub.database.write((tx) => tx.nextSequence('release'));
      await suspend(dane);
      await suspend(dane);
      expect((await community.as(coordinator)).held).toEqual(new Set());
      expect(await hub.get(AccessChanges).since(0)).toHaveLength(1);
      await hub.get(SuspendMembers).reinstate(await community.as(operator), { id: dane });
      const { viewer, held } = await community.as(coordinator);
      expect(viewer?.member).toMatchObject({ active: true, since: 1 });
      expect(held.has('at:55025')).toBe(true);
    });

    it('is for operators, never for the hub itself, and needs a reason', async () => {
      await expect(suspend(dane, coordinator)).rejects.toEqual(refused('FORBIDDEN'));
      await expect(suspend(operations)).rejects.toEqual(refused('CONFLICT'));
      await expect(suspend(crypto.randomUUID())).rejects.toEqual(refused('NOT_FOUND'));
      const input = { id: dane, reason: ' ' };
      await expect(hub.get(SuspendMembers).suspend(await community.as(operator), input)).rejects.toEqual(
        refused('BAD_INPUT', ['input', 'reason']),
      );
    });
  });

  describe('listing', () => {
    beforeEach(async () => {
      await community.member('STATE', '55', 'Wisconsin Elections Commission');
      await community.member('LOCAL', '55105', 'Rock County Clerk');
      await community.member('LOCAL', '27053', 'Hennepin County');
      await community.member('LOCAL', '72127', 'San Juan, Comisión');
      await community.member('PARTNER', null, '100% Ballots_Inc');
      await community.member('FEDERAL', 'US', 'ódní');
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
      await hub
        .get(ChangeMembers)
        .update(await community.as(operator), { id: first?.node.id ?? '', name: 'Q' });
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
      for (let n = 0; n < 5; n += 1) await community.member('PARTNER', null, 'Same');
      const first = await list({ text: 'same' }, { first: 3 });
      const second = await list({ text: 'same' }, { first: 3, after: first.pageInfo.endCursor });
      const ids = [...first.edges, ...second.edges].map(({ node }) => node.id);
      expect(new Set(ids).size).toBe(5);
    });
  });

  describe('viewers', () => {
    it('are loaded in one statement, alone and through what carries them', async () => {
      const statements: unknown[] = [];
      const loaded = await hub.database.read((tx) => {
        const rows: typeof tx.rows = (statement) => {
          statements.push(statement);
          return tx.rows(statement);
        };
        return hub.get(Viewers).load({ ...tx, rows }, coordinator);
      });
      expect(statements).toHaveLength(1);
      expect(loaded).toEqual({
        personId: coordinator,
        active: true,
        since: 0,
        roles: ['COORDINATOR'],
        member: {
          id: dane,
          kind: 'LOCAL',
          active: true,
          since: 0,
          jurisdiction: ['55025', '55', 'R05', 'US'],
        },
        groups: [],
      });
    });

    it('come in batches, the active ones only, each once', async () => {
      const people = await Promise.all(Array.from({ length: 7 }, () => community.person(dane, ['VIEWER'])));
      const gone = await community.person(await community.member('LOCAL', '55105'), ['VIEWER']);
      await hub.database.write((tx) =>
        tx.execute(sql`UPDATE person SET suspended_at = 'x' WHERE id = ${people[0]}`),
      );
      await hub.database.write((tx) =>
        tx.execute(sql`UPDATE member SET suspended_at = 'x' WHERE jurisdiction = '55105'`),
      );
      const seen: string[] = [];
      const sizes: number[] = [];
      for await (const batch of hub.get(Viewers).batches(3)) {
        sizes.push(batch.length);
        seen.push(...batch.map(({ personId }) => personId));
      }
      expect(sizes).toEqual([3, 3, 2]);
      expect(new Set(seen)).toEqual(new Set([operator, coordinator, ...people.slice(1)]));
      expect(seen).not.toContain(gone);
    });

    it('of some members are their active people only', async () => {
      const rock = await community.member('LOCAL', '55105');
      const rocks = await community.person(rock, ['VIEWER']);
      const idle = await community.person(dane, ['VIEWER']);
      await hub.database.write((tx) =>
        tx.execute(sql`UPDATE person SET suspended_at = 'x' WHERE id = ${idle}`),
      );
      const of = async (...ids: string[]) => {
        const found = await hub.database.read((tx) => hub.get(Viewers).ofMembers(tx, ids));
        return new Set(found.map(({ personId }) => personId));
      };
      expect(await of(dane, rock)).toEqual(new Set([coordinator, rocks]));
      expect(await of(dane)).toEqual(new Set([coordinator]));
      expect(await of()).toEqual(new Set());
      await hub.database.write((tx) =>
        tx.execute(sql`UPDATE member SET suspended_at = 'x' WHERE id = ${rock}`),
      );
      expect(await of(dane, rock)).toEqual(new Set([coordinator]));
    });

    it('are nobody for an unknown id', async () => {
      expect(await hub.database.read((tx) => hub.get(Viewers).load(tx, crypto.randomUUID()))).toBeNull();
    });
  });
});
