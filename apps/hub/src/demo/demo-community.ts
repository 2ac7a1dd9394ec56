import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Audit } from '#audit';
import { Credentials } from '#identity';
import { Clock, CONFIG, type Config, Database, type Tx, timestamp, type WriteTx } from '#platform';
import { RegionsService } from '#regions';
import { Community, type Roster } from './community/community.js';
import type { Desk, Office } from './community/office.js';
import { PERSONAS } from './community/personas.js';
import { type DemoAccount, DemoAccounts } from './demo-accounts.js';
import { DEMO_SETTING } from './demo-setting.js';
import { Inboxes } from './inboxes.js';
import type { Deed } from './month/deed.js';
import { beginningOfMonth, tellMonth } from './month/month.js';
import { Teller } from './month/teller.js';
import { tellToday } from './month/today.js';
import { passphrase } from './passphrase.js';
import { PastClock, type SetTime } from './past-clock.js';

/** It takes seconds; on a very busy machine it may take more than a transaction usually gets. Milliseconds. */
const LIMIT = 300_000;

/** How long a hub waits before it looks whether another has finished. Milliseconds. */
const PAUSE = 250;
/** Names the lock of PostgreSQL under which one hub seeds. */
const LOCK = 7_239_041_835;

/** Fills a new database with the demo community. */
@Injectable()
export class DemoCommunity implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly regions: RegionsService,
    private readonly community: Community,
    private readonly teller: Teller,
    private readonly credentials: Credentials,
    private readonly accounts: DemoAccounts,
    private readonly inboxes: Inboxes,
    private readonly audit: Audit,
    @Inject(CONFIG) private readonly config: Pick<Config, 'demo' | 'log'>,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.demo) return;
    if (this.config.log === 'text' && (await this.database.read(isNew))) {
      console.log('Filling the new database with the demo community ...');
    }
    await this.seed();
  }

  /**
   * All in one transaction, so that it is there wholly or not at all: after a crash the next start begins anew, and of several
   * hubs that start at once one seeds and the others find it done.
   * @returns whether it was seeded now; a database that has members, of a demo or real ones, is left as it is
   */
  async seed(): Promise<boolean> {
    const { clock, database } = this;
    if (!(clock instanceof PastClock)) throw new Error('The demo community is told by a PastClock.');
    const now = clock.now();
    while (await database.read(isNew)) {
      const seeded = await clock.tell((setTime) =>
        database.write((tx) => this.seedIn(tx, now, setTime), { limit: LIMIT }),
      );
      if (seeded) return true;
      await sleep(PAUSE);
    }
    return false;
  }

  /** @returns false if another hub is at it, or was */
  private async seedIn(tx: WriteTx, now: Date, setTime: SetTime): Promise<boolean> {
    if (!(await isAlone(tx)) || !(await isNew(tx))) return false;
    await tx.execute(sql`INSERT INTO setting (name, value) VALUES (${DEMO_SETTING}, ${timestamp(now)})`);
    setTime(beginningOfMonth(now));
    const roster = await this.community.found(tx);
    const accounts = await this.openAccounts(tx, roster);
    const tree = this.regions.tree();
    const deeds = [...tellMonth(tree, now), ...tellToday(tree, now)].sort(byTime);
    await this.teller.tell(tx, roster, deeds, setTime);
    setTime(now);
    tx.beforeCommit(async () => setTime(now));
    await this.inboxes.fill(tx, roster);
    const detail = { members: roster.members.size, people: roster.people.size, deeds: deeds.length };
    this.audit.append(tx, null, { action: 'demo.seed', detail });
    tx.beforeCommit(() => this.accounts.write(accounts));
    return true;
  }

  /** Gives the personas their passwords, which are nowhere but in the file. */
  private openAccounts(tx: WriteTx, { offices, people }: Roster): Promise<DemoAccount[]> {
    const desks = new Map(
      offices.flatMap((office) => office.desks.map((desk) => [desk.handle, { desk, office }])),
    );
    return Promise.all(
      PERSONAS.map(async ({ persona, desk: handle }) => {
        const { desk, office } = desks.get(handle) as { desk: Desk; office: Office };
        const { name, email, roles } = desk;
        const password = passphrase();
        await this.credentials.set(tx, people.get(handle) ?? '', password);
        return { persona, name, email, password, member: office.name, kind: office.kind, roles };
      }),
    );
  }
}

const byTime = (one: Deed, other: Deed): number => one.at.getTime() - other.at.getTime();

/** Whether the database has neither the demo community nor any member. */
async function isNew(tx: Tx): Promise<boolean> {
  const marks = await tx.rows(sql`SELECT 1 AS one FROM setting WHERE name = ${DEMO_SETTING}`);
  const members = await tx.rows(sql`SELECT 1 AS one FROM member LIMIT 1`);
  return marks.length === 0 && members.length === 0;
}

/** On PostgreSQL whoever is not the first asks again later: waiting for the first could take longer than a statement may. */
async function isAlone(tx: WriteTx): Promise<boolean> {
  if (tx.dialect === 'sqlite') return true;
  const [row] = await tx.rows<{ taken: boolean }>(sql`SELECT pg_try_advisory_xact_lock(${LOCK}) AS taken`);
  return row?.taken ?? false;
}
