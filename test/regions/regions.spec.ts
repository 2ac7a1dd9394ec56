import { setTimeout as sleep } from 'node:timers/promises';
import { Global, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import sql from 'sql-template-tag';
import { type KeyScope, principalOf, type Role, type Viewer } from '#access';
import { AuditModule, auditEntities, auditMigrations, Rights } from '#audit';
import { Clock, Database, Keyring, ManualClock, Seal, Wakeups } from '#platform';
import {
  AddPlace,
  PlaceRefused,
  ReadRegions,
  RegionsModule,
  RegionsService,
  regionsEntities,
  regionsMigrations,
} from '#regions';
import { openTestDatabase, type TestDatabase, testDialect } from '../support/database.js';

const viewer = (kind: Viewer['member']['kind'], roles: readonly Role[]): Viewer => ({
  personId: `person of ${kind}`,
  active: true,
  since: 0,
  roles,
  member: { id: kind, kind, active: true, since: 0, jurisdiction: ['US'] },
  groups: [],
});
const operator = principalOf(viewer('HUB', ['OPERATOR']));
const madison = { code: '5502548000', name: 'Madison city' };

/** One process of a hub. */
async function hubOn(database: Database) {
  const keyring = new Keyring(['a secret for this test only, long enough']);
  const provided = [
    { provide: Database, useValue: database },
    { provide: Wakeups, useValue: database.wakeups },
    { provide: Clock, useValue: new ManualClock() },
    { provide: Keyring, useValue: keyring },
    { provide: Seal, useValue: new Seal(keyring) },
    { provide: Rights, useValue: { now: async () => operator.viewer } },
  ];
  @Global()
  @Module({ providers: provided, exports: provided.map(({ provide }) => provide) })
  class Platform {}

  const app = await Test.createTestingModule({ imports: [Platform, AuditModule, RegionsModule] }).compile();
  app.useLogger(false);
  await app.init();
  return {
    app,
    database,
    regions: app.get(RegionsService),
    adding: app.get(AddPlace),
    reading: app.get(ReadRegions),
  };
}

describe('regions in a hub', () => {
  let opened: TestDatabase;
  let hub: Awaited<ReturnType<typeof hubOn>>;
  let other: Awaited<ReturnType<typeof hubOn>>;

  beforeEach(async () => {
    opened = await openTestDatabase({
      entities: [...auditEntities, ...regionsEntities],
      migrations: [...auditMigrations, ...regionsMigrations],
    });
    hub = await hubOn(opened.database);
    other = await hubOn(await opened.again());
  });
  afterEach(async () => {
    await hub.app.close();
    await other.app.close();
    await other.database.close();
    await opened.close();
  });

  const inTable = () =>
    hub.database.read((tx) => tx.rows<{ code: string }>(sql`SELECT code FROM region_place`));
  const audited = () =>
    hub.database.read((tx) => tx.rows(sql`SELECT action, object_type, object_id, detail FROM audit_entry`));

  describe('adding a place', () => {
    it('puts it into the tree, the table and the audit log, where its name is not', async () => {
      const added = await hub.adding.perform(operator, { ...madison, name: ' Madison city ' });
      expect(added).toMatchObject({ fullName: 'Madison city, Dane County, Wisconsin' });
      expect(hub.regions.tree().line(madison.code)).toEqual(['5502548000', '55025', '55', 'R05', 'US']);
      expect(await inTable()).toEqual([{ code: madison.code }]);
      const detail = '{"operation":"addPlace"}';
      expect(await audited()).toEqual([
        { action: 'region.addPlace', object_type: 'region', object_id: madison.code, detail },
      ]);
    });

    it('is known after a restart', async () => {
      await hub.adding.perform(operator, madison);
      const restarted = await hubOn(hub.database);
      expect(restarted.regions.tree().region(madison.code)?.name).toBe('Madison city');
      await restarted.app.close();
    });

    it.each([
      [{ ...madison, code: '55025' }, 'BAD_INPUT', ['input', 'code']],
      [{ ...madison, code: '5599948000' }, 'BAD_INPUT', ['input', 'code']],
      [{ ...madison, code: '0900948000' }, 'BAD_INPUT', ['input', 'code']],
      [{ ...madison, name: '' }, 'BAD_INPUT', ['input', 'name']],
      [{ ...madison, name: 'Madison\u202e city' }, 'BAD_INPUT', ['input', 'name']],
      [{ ...madison, name: "'); DROP TABLE region_place; --" }, 'BAD_INPUT', ['input', 'name']],
      [{ ...madison, code: '5502500875' }, 'CONFLICT', ['input', 'code']],
      [{ ...madison, name: 'Town of Albion' }, 'CONFLICT', ['input', 'name']],
    ])('is refused for %j and changes nothing', async (input, code, field) => {
      await hub.adding.perform(operator, { code: '5502500875', name: 'Albion town' });
      await expect(hub.adding.perform(operator, input)).rejects.toMatchObject({ code, field });
      expect(await inTable()).toHaveLength(1);
      expect(await audited()).toHaveLength(1);
      expect(hub.regions.tree().places).toHaveLength(1);
    });

    it.each<[string, Viewer | null, readonly KeyScope[] | null, string]>([
      ['nobody in particular', null, null, 'UNAUTHENTICATED'],
      ['an analyst of the hub', viewer('HUB', ['ANALYST']), null, 'FORBIDDEN'],
      ['a coordinator of a state', viewer('STATE', ['COORDINATOR', 'RELEASER']), null, 'FORBIDDEN'],
      ["an operator's API key", viewer('HUB', ['OPERATOR']), ['READ', 'PUBLISH'], 'FORBIDDEN'],
    ])('is not for %s', async (_, who, scopes, code) => {
      await expect(hub.adding.perform(principalOf(who, { scopes }), madison)).rejects.toMatchObject({ code });
      expect(await inTable()).toEqual([]);
    });

    it('when repeated with its key adds nothing and answers alike', async () => {
      const input = { ...madison, idempotencyKey: 'once' };
      const first = await hub.adding.perform(operator, input);
      expect(await hub.adding.perform(operator, input)).toEqual(first);
      expect(await audited()).toHaveLength(1);
    });

    it('by two processes at once happens once', async () => {
      const outcomes = await Promise.allSettled([
        hub.adding.perform(operator, madison),
        other.adding.perform(operator, { ...madison, code: '5502548001' }),
        other.adding.perform(operator, madison),
      ]);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await inTable()).toHaveLength(1);
    });
  });

  describe('a place that another process added', () => {
    it('is known to whoever must know it, at once', async () => {
      other.regions.onModuleDestroy();
      await hub.adding.perform(operator, madison);
      expect(other.regions.tree().region(madison.code)).toBeUndefined();
      expect((await other.regions.treeKnowing(['55', madison.code])).region(madison.code)?.name).toBe(
        'Madison city',
      );
      expect(other.regions.tree().region(madison.code)?.name).toBe('Madison city');
      expect((await other.regions.treeKnowing(['5502599999', 'nonsense'])).places).toHaveLength(1);
    });

    it('is known to those who ask for it by its code', async () => {
      other.regions.onModuleDestroy();
      await hub.adding.perform(operator, madison);
      const within = await other.reading.list({ within: madison.code, text: 'madison' });
      expect(within.map(({ code }) => code)).toEqual([madison.code]);
      await hub.adding.perform(operator, { code: '5502500875', name: 'Albion town' });
      expect((await other.reading.one('5502500875'))?.name).toBe('Albion town');
    });

    it('is known to all after a moment', async () => {
      await hub.database.write((tx) => hub.regions.add(tx, [madison]));
      const processes = testDialect() === 'postgres' ? [hub, other] : [hub];
      const known = () => processes.every(({ regions }) => regions.tree().region(madison.code));
      for (let tries = 0; !known() && tries < 500; tries += 1) await sleep(10);
      expect(known()).toBe(true);
    });
  });

  it('within a transaction knows what that has added, and forgets it when it fails', async () => {
    const failing = hub.database.write(async (tx) => {
      await hub.regions.add(tx, [madison]);
      const tree = await hub.regions.treeKnowing([madison.code], tx);
      expect(tree.line(madison.code)).toHaveLength(5);
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect((await hub.regions.treeKnowing([madison.code])).region(madison.code)).toBeUndefined();
  });

  it('adds many at once, all or none', async () => {
    const many = Array.from({ length: 300 }, (_, at) => ({ code: `55025${10000 + at}`, name: `Ward ${at}` }));
    const add = (places: typeof many) => hub.database.write((tx) => hub.regions.add(tx, places));
    await expect(add([...many, { code: '5502510000', name: 'Twice' }])).rejects.toBeInstanceOf(PlaceRefused);
    expect(await inTable()).toEqual([]);
    expect(await add(many)).toHaveLength(300);
    expect((await hub.regions.treeKnowing(['5502510299'])).children('55025')).toHaveLength(300);
  });

  it('starts even with a place that it would no longer take', async () => {
    await hub.database.write((tx) =>
      tx.execute(
        sql`INSERT INTO region_place (code, name, added_at) VALUES ('0900108070', 'Bridgeport town', ''), (${madison.code}, ${madison.name}, '')`,
      ),
    );
    const { regions, app } = await hubOn(hub.database);
    expect(regions.tree().places.map(({ code }) => code)).toEqual([madison.code]);
    expect(regions.tree().line('0900108070')).toEqual([]);
    await app.close();
  });

  describe('reading', () => {
    it('one gives what a code is today', async () => {
      expect((await hub.reading.one('55025'))?.name).toBe('Dane County');
      expect((await hub.reading.one('46113'))?.name).toBe('Oglala Lakota County');
      expect(await hub.reading.one('99')).toBeNull();
      const fairfield = await hub.reading.one('09001');
      expect(fairfield?.name).toBe('Fairfield County');
      expect(fairfield?.retired?.successors).toEqual(['09120', '09140', '09190']);
    });

    it('a list gives what is under a region, or what answers to a text', async () => {
      const codes = async (wish: Parameters<ReadRegions['list']>[0]) =>
        (await hub.reading.list(wish)).map(({ code }) => code);
      expect(await codes({})).toHaveLength(10);
      expect(await codes({ within: 'R05' })).toEqual(['17', '18', '26', '27', '39', '55']);
      expect(await codes({ within: '55', first: 3 })).toEqual(['55001', '55003', '55005']);
      expect(await codes({ within: '55', levels: ['PLACE'] })).toEqual([]);
      expect(await codes({ text: 'dane', within: 'R05' })).toEqual(['55025']);
      expect(await codes({ text: 'dane', within: '46113' })).toEqual([]);
    });

    it.each([
      [{ first: 0 }, ['first']],
      [{ first: 101 }, ['first']],
      [{ text: 'x'.repeat(201) }, ['text']],
      [{ text: 'da\u0000ne' }, ['text']],
      [{ within: '99' }, ['within']],
    ])('a list refuses %j', async (wish, field) => {
      await expect(hub.reading.list(wish)).rejects.toMatchObject({ code: 'BAD_INPUT', field });
    });
  });
});
