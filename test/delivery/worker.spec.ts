import { setTimeout as sleep } from 'node:timers/promises';
import sql from 'sql-template-tag';
import type { TestDatabase } from '../support/database.js';
import { Community, hubOn, openHubDatabase } from './hub.js';

describe('the planner’s worker', () => {
  let opened: TestDatabase;
  let working: Awaited<ReturnType<typeof hubOn>>;
  let idle: Awaited<ReturnType<typeof hubOn>>;
  let community: Community;
  let releaser: string;
  let clerk: string;

  beforeEach(async () => {
    opened = await openHubDatabase();
    working = await hubOn(opened);
    idle = await hubOn(opened, await opened.again());
    community = new Community(idle);
    releaser = await community.person(await community.member('STATE', '55'), 'RELEASER');
    clerk = await community.person(await community.member('LOCAL', '55025'), 'VIEWER');
    await community.subscribe(clerk);
    await working.app.init();
  });
  afterEach(async () => {
    await working.app.close();
    await idle.app.close();
    await idle.database.close();
    await opened.close();
  });

  async function arrived(count: number, within: number): Promise<boolean> {
    for (const end = Date.now() + within; Date.now() < end; await sleep(50)) {
      if ((await community.inbox(clerk)).length === count) return true;
    }
    return false;
  }
  const run = (statement: ReturnType<typeof sql>) => idle.database.write((tx) => tx.execute(statement));

  it('plans what another process released, also if no wake-up tells it', async () => {
    await community.publish(releaser);
    await community.publish(releaser);
    expect(await arrived(2, 5_000)).toBe(true);
  });

  it('goes on after a failure', async () => {
    await run(sql`ALTER TABLE inbox_item RENAME TO away`);
    await community.publish(releaser);
    await sleep(1_500);
    await run(sql`ALTER TABLE away RENAME TO inbox_item`);
    expect(await arrived(1, 5_000)).toBe(true);
  });

  it('plans nothing once its hub has stopped', async () => {
    await working.app.close();
    await community.publish(releaser);
    expect(await arrived(1, 1_500)).toBe(false);
  });
});
