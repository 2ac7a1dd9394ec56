import 'reflect-metadata';
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { TestingModule } from '@nestjs/testing';
import sql from 'sql-template-tag';
import { principalOf } from '#access';
import { VerifyAudit } from '#audit';
import { ReadInbox } from '#delivery';
import { Credentials, readNewPassword } from '#identity';
import { Members, People, Viewers } from '#members';
import { ConfigError, Database, ManualClock, timestamp } from '#platform';
import { Feed } from '#publications';
import { PERSONAS } from '../../apps/hub/src/demo/community/personas.js';
import { type DemoAccount, DemoAccounts } from '../../apps/hub/src/demo/demo-accounts.js';
import { DemoCommunity } from '../../apps/hub/src/demo/demo-community.js';
import { beginningOfMonth } from '../../apps/hub/src/demo/month/month.js';
import { refuseDemoInProduction } from '../../apps/hub/src/demo/refuse-demo.js';
import { testDialect } from '../support/database.js';
import { type DemoPlace, demoPlace } from './demo-hub.js';

/** Seeding takes seconds, on PostgreSQL and a busy machine some tens of them. Milliseconds. */
const PATIENCE = 240_000;

const count = (hub: TestingModule, table: 'member' | 'publication' | 'draft' | 'setting'): Promise<number> =>
  hub.get(Database).read(async (tx) => {
    const statements = {
      member: sql`SELECT count(*) AS n FROM member`,
      publication: sql`SELECT count(*) AS n FROM publication`,
      draft: sql`SELECT count(*) AS n FROM draft`,
      setting: sql`SELECT count(*) AS n FROM setting WHERE name = 'demo'`,
    };
    const [row] = await tx.rows<{ n: number }>(statements[table]);
    return row?.n ?? -1;
  });

describe('a seeded database', () => {
  let place: DemoPlace;
  let hub: TestingModule;
  let accounts: readonly DemoAccount[];

  beforeAll(async () => {
    place = await demoPlace();
    hub = await place.open();
    const others = testDialect() === 'postgres' ? [await place.open(), await place.open()] : [];
    const seeded = await Promise.all([hub, ...others].map((each) => each.get(DemoCommunity).seed()));
    expect(seeded.filter(Boolean)).toHaveLength(1);
    await Promise.all(others.map((other) => other.close()));
    accounts = hub.get(DemoAccounts).read();
  }, PATIENCE);

  afterAll(async () => {
    await hub.close();
    await place.remove();
  });

  const principal = (persona: string) =>
    hub.get(Database).read(async (tx) => {
      const account = accounts.find((each) => each.persona === persona);
      const person = await hub.get(People).byEmail(tx, account?.email ?? '');
      return principalOf(await hub.get(Viewers).load(tx, person?.id ?? ''));
    });

  it('is seeded once, also by hubs that start together, and not again', async () => {
    const members = await count(hub, 'member');
    expect(await count(hub, 'setting')).toBe(1);
    expect(members).toBeGreaterThan(3_280);
    expect(await hub.get(DemoCommunity).seed()).toBe(false);
    expect(await count(hub, 'member')).toBe(members);
  });

  it('leaves the county clerk something to answer in time, and a clerk of another state something else', async () => {
    const inTime = async (persona: string) => {
      const asking = { unanswered: true, first: 100 };
      const { edges } = await hub.get(ReadInbox).page(await principal(persona), asking);
      return hub.get(Database).read(async (tx) => {
        const current = await tx.rows<{ id: string }>(
          sql`SELECT id FROM publication WHERE expires_at > ${timestamp(new Date())}`,
        );
        const ids = new Set(current.map(({ id }) => id));
        return edges.map(({ node }) => node.publicationId).filter((id) => ids.has(id));
      });
    };
    const [dane, miami] = [await inTime('county-clerk'), await inTime('distant-clerk')];
    expect(dane).toHaveLength(1);
    expect(miami).toHaveLength(1);
    expect(miami).not.toEqual(dane);
    expect(await inTime('vendor')).toEqual([]);
  });

  it('leaves nothing waiting for review', async () => {
    expect(await count(hub, 'publication')).toBeGreaterThan(140);
    expect(await count(hub, 'draft')).toBe(0);
  });

  it('tells each release and each audit entry at its own time, from a month ago until today', async () => {
    const now = new Date();
    const [release, entry] = await hub.get(Database).read(async (tx) => [
      await tx.rows<{ first: string; last: string; days: number }>(sql`
        SELECT min(at) AS first, max(at) AS last, count(DISTINCT substr(at, 1, 10)) AS days FROM release`),
      await tx.rows<{ n: number }>(sql`
        SELECT count(*) AS n FROM audit_entry a JOIN release r ON r.publication_id = a.object_id
        WHERE a.action = 'publication.release' AND r.what = 'PUBLISHED' AND a.at = r.at`),
    ]);
    expect(Date.parse(release?.[0]?.first ?? '')).toBeGreaterThan(beginningOfMonth(now).getTime());
    expect(Date.parse(release?.[0]?.last ?? '')).toBeLessThan(now.getTime());
    expect(release?.[0]?.days).toBeGreaterThan(25);
    expect(entry?.[0]?.n).toBeGreaterThan(140);
  });

  it('has an audit log whose chain holds', async () => {
    const verdict = await hub.get(VerifyAudit, { strict: false }).verify();
    expect(verdict).toMatchObject({ intact: true, fault: null });
    expect(verdict.entries).toBeGreaterThan(500);
  });

  it('lets every persona sign in with a password that holds to the rules, kept in a file of its owner', async () => {
    expect(accounts.map(({ persona }) => persona)).toEqual(PERSONAS.map(({ persona }) => persona));
    expect(new Set(accounts.map(({ password }) => password)).size).toBe(accounts.length);
    for (const { email, password, name } of accounts) {
      expect(readNewPassword(password, [name, email], ['password'])).toBe(password);
      const person = await hub.get(Database).read((tx) => hub.get(People).byEmail(tx, email));
      expect(await hub.get(Credentials).matches(person?.id ?? null, password)).toBe(true);
      expect(await hub.get(Credentials).matches(person?.id ?? null, `${password}.`)).toBe(false);
    }
    const mode = statSync(join(place.config.dataDir, 'demo-accounts.json')).mode & 0o777;
    expect(mode).toBe(0o600);
  });

  it('gives the personas the roles that they are for', () => {
    const roles = Object.fromEntries(accounts.map((account) => [account.persona, [...account.roles].sort()]));
    expect(roles['state-official']).toEqual(['AUTHOR', 'COORDINATOR', 'RELEASER', 'VIEWER']);
    expect(roles['county-clerk']).toEqual(['AUTHOR', 'RELEASER', 'VIEWER']);
    expect(roles['hub-analyst']).toContain('ANALYST');
    expect(roles.operator).toContain('OPERATOR');
    expect(roles.auditor).toEqual(['AUDITOR']);
  });

  it('has inboxes with something to read and something read', async () => {
    for (const persona of ['county-clerk', 'state-official', 'neighbor-clerk']) {
      const { edges } = await hub.get(ReadInbox).page(await principal(persona), { first: 100 });
      const states = edges.map(({ node }) => node.state);
      expect(states.filter((state) => state === 'UNREAD')).toHaveLength(6);
      expect(states.filter((state) => state === 'READ').length).toBeGreaterThan(5);
      expect(states.lastIndexOf('UNREAD')).toBeLessThan(states.indexOf('READ'));
    }
  });

  it('shows a clerk what is for them and not what is for another state', async () => {
    const titles = async (persona: string) => {
      const { edges } = await hub.get(Feed).page(await principal(persona), { first: 100 });
      return edges.map(({ node }) => node.id);
    };
    const [dane, miami] = [await titles('county-clerk'), await titles('distant-clerk')];
    expect(dane.length).toBeGreaterThan(20);
    expect(miami.length).toBeGreaterThan(20);
    expect(dane.some((id) => !miami.includes(id))).toBe(true);
    expect(miami.some((id) => !dane.includes(id))).toBe(true);
  });

  it('is refused in production, by the name of the variable that leads to it', async () => {
    const { database } = place.config;
    await expect(refuseDemoInProduction(hub, { production: true, database })).rejects.toThrow(
      database.dialect === 'sqlite' ? 'WATCHFIRE_DATA_DIR' : 'WATCHFIRE_DATABASE_URL',
    );
    await expect(refuseDemoInProduction(hub, { production: true, database })).rejects.toBeInstanceOf(
      ConfigError,
    );
    await expect(refuseDemoInProduction(hub, { production: false, database })).resolves.toBeUndefined();
  });
});

describe('a database that is not seeded', () => {
  let place: DemoPlace;
  let hub: TestingModule;

  beforeEach(async () => {
    place = await demoPlace();
    hub = await place.open();
  });

  afterEach(async () => {
    await hub.close();
    await place.remove();
  });

  it('is taken in production', async () => {
    const { database } = place.config;
    await expect(refuseDemoInProduction(hub, { production: true, database })).resolves.toBeUndefined();
  });

  it('is left alone when it has members of its own', async () => {
    const office = { name: 'Real County Election Office', kind: 'LOCAL', jurisdiction: '55025' } as const;
    await hub.get(Database).write((tx) => hub.get(Members).insertMany(tx, [office]));
    expect(await hub.get(DemoCommunity).seed()).toBe(false);
    expect(await count(hub, 'member')).toBe(1);
    expect(await count(hub, 'setting')).toBe(0);
    expect(hub.get(DemoAccounts).read()).toEqual([]);
  });

  it(
    'holds nothing when the seeding fails at its very end, so that the next start begins anew',
    async () => {
      mkdirSync(join(place.config.dataDir, 'demo-accounts.json'));
      await expect(hub.get(DemoCommunity).seed()).rejects.toThrow('demo-accounts.json');
      for (const table of ['member', 'publication', 'setting'] as const) {
        expect(await count(hub, table)).toBe(0);
      }
    },
    PATIENCE,
  );

  it('is not seeded by a hub whose clock cannot tell of the past', async () => {
    const other = await place.open(new ManualClock());
    await expect(other.get(DemoCommunity).seed()).rejects.toThrow('PastClock');
    await other.close();
  });
});
