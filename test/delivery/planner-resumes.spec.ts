import fc from 'fast-check';
import sql from 'sql-template-tag';
import { ManageEndpoints } from '#delivery';
import { Members, People } from '#members';
import { type TestDatabase, testDialect } from '../support/database.js';
import { Community, hubOn, openHubDatabase } from './hub.js';

type Hub = Awaited<ReturnType<typeof hubOn>>;

/** Stands for a process that ends in the middle of a transaction. */
class Killed extends Error {}

describe('the planner, interrupted', () => {
  let opened: TestDatabase;
  let hubs: Hub[];
  let first: Hub;
  let community: Community;

  beforeAll(async () => {
    opened = await openHubDatabase();
    first = await hubOn(opened);
    hubs = [first, await hubOn(opened, await opened.again()), await hubOn(opened, await opened.again())];
    community = new Community(first);
    await fill();
  });
  afterAll(async () => {
    for (const hub of hubs) {
      await hub.app.close();
      if (hub !== first) await hub.database.close();
    }
    await opened.close();
  });

  /** Fourteen offices in two states, most of which subscribe, and a log with everything that can be in it. */
  async function fill(): Promise<void> {
    const wisconsin = await community.member('STATE', '55');
    const releaser = await community.person(wisconsin, 'RELEASER');
    const counties = ['55025', '55079', '55105', '55133', '17031', '17043'];
    for (const county of [...counties, ...counties]) {
      const memberId = await community.member('LOCAL', county);
      const coordinator = await community.person(memberId, 'COORDINATOR');
      const clerk = await community.person(memberId, 'VIEWER');
      if (county !== '55105') await community.subscribe(clerk, { regions: [county] });
      await endpoint(clerk, 'PERSON');
      await endpoint(coordinator, 'MEMBER');
      if (county !== '55133') await community.subscribe(coordinator, { severityAtLeast: 'HIGH' }, 'MEMBER');
    }
    const id = await community.publish(releaser);
    await community.revise(releaser, id, { severity: 'LOW' });
    await community.address(releaser, id, { regions: ['55', '17'] });
    await community.publish(releaser, { severity: 'EMERGENCY', acknowledgeWithinMinutes: 30 });
    await community.withdraw(releaser, id);
    await community.publish(releaser, { tlp: 'GREEN', audience: { regions: ['US'] } });
  }

  const write = (statement: ReturnType<typeof sql>) => first.database.write((tx) => tx.execute(statement));
  async function endpoint(personId: string, owner: 'PERSON' | 'MEMBER'): Promise<void> {
    const url = 'https://hooks.example/in';
    await first.get(ManageEndpoints).create(await community.as(personId), { name: 'Hook', url, owner });
  }

  /** All that is planned: in inboxes, and on its way. */
  const planned = async () => {
    const inboxes = await first.database.read((tx) =>
      tx.rows(sql`SELECT * FROM inbox_item ORDER BY person_id, publication_id`),
    );
    const deliveries = await first.database.read((tx) =>
      tx.rows(sql`
        SELECT publication_id, sequence, channel, address, reason, step, state FROM delivery
        ORDER BY sequence, channel, address`),
    );
    return [...inboxes, ...deliveries];
  };
  const cursor = () => first.database.read((tx) => tx.rows(sql`SELECT sequence, position FROM plan_cursor`));
  async function forget(): Promise<void> {
    await write(sql`DELETE FROM inbox_item`);
    await write(sql`DELETE FROM delivery_queue`);
    await write(sql`DELETE FROM delivery`);
    await write(sql`UPDATE plan_cursor SET sequence = 0, position = ''`);
  }

  /** One step that ends as its process is told: it commits, or it is killed before it could. */
  async function step(hub: Hub, atOnce: number, killed: boolean): Promise<boolean> {
    if (!killed) return hub.planner.step(atOnce);
    const fatal = hub.database.write(async () => {
      await hub.planner.step(atOnce);
      throw new Killed();
    });
    await expect(fatal).rejects.toThrow(Killed);
    return true;
  }

  it('plans each entry once and leaves out nobody, wherever it is killed and whoever goes on', async () => {
    await forget();
    await first.planner.catchUp();
    const whole = await planned();
    expect(whole.length).toBeGreaterThan(100);

    const steps = fc.array(
      fc.record({ hub: fc.nat(2), atOnce: fc.integer({ min: 1, max: 9 }), killed: fc.boolean() }),
      { minLength: 1, maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        await forget();
        for (const { hub, atOnce, killed } of taken) await step(hubs[hub] as Hub, atOnce, killed);
        for (let going = true; going; ) going = await step(first, 5, false);
        expect(await planned()).toEqual(whole);
        expect(await cursor()).toEqual([{ sequence: 6, position: '' }]);
      }),
      { numRuns: 40 },
    );
  });

  it('changes nothing by planning again what is planned', async () => {
    await forget();
    await first.planner.catchUp();
    await write(sql`UPDATE inbox_item SET state = 'READ', read_at = '2026-11-03T13:00:00.000Z'`);
    const before = await planned();
    await write(sql`UPDATE plan_cursor SET sequence = 0, position = ''`);
    await first.planner.catchUp();
    expect(await planned()).toEqual(before);
  });

  // SQLite is for one process.
  if (testDialect() === 'postgres') {
    it('works with other hubs at the same time as if it were alone', async () => {
      await forget();
      await first.planner.catchUp();
      const whole = await planned();
      await forget();
      const behind = async () => ((await cursor()) as { sequence: number }[])[0]?.sequence !== 6;
      while (await behind()) await Promise.all(hubs.map((hub) => hub.planner.catchUp(undefined, 2)));
      expect(await planned()).toEqual(whole);
    });

    it('leaves it to the hub that is planning', async () => {
      await forget();
      const other = hubs[1] as Hub;
      await first.database.write(async () => {
        expect(await first.planner.step(1)).toBe(true);
        expect(await other.planner.step(1)).toBe(false);
      });
      expect(await other.planner.step(1)).toBe(true);
    });
  }

  it('stops between two steps when it is told to', async () => {
    await forget();
    await first.planner.catchUp(AbortSignal.abort(), 1);
    expect(await planned()).toEqual([]);
  });

  it('reaches everyone in a community of thousands', async () => {
    await forget();
    const counties = Array.from({ length: 2_300 }, (_, n) => `County ${n}`);
    await first.database.write(async (tx) => {
      const members = counties.map((name) => ({ name, kind: 'LOCAL' as const, jurisdiction: '55025' }));
      const memberIds = await first.get(Members).insertMany(tx, members);
      const clerks = memberIds.map((memberId) => ({
        memberId,
        name: 'Clerk',
        email: `${memberId}@example.org`,
      }));
      await first.get(People).insertMany(
        tx,
        clerks.map((clerk) => ({ ...clerk, roles: ['VIEWER'] })),
      );
    });
    await first.planner.catchUp();
    const [row] = await first.database.read((tx) =>
      tx.rows<{ people: number }>(sql`
        SELECT count(DISTINCT person_id) AS people FROM inbox_item
        WHERE person_id IN (SELECT id FROM person WHERE name = 'Clerk')`),
    );
    expect(row?.people).toBe(2_300);
  });
});
