import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import sql, { bulk, raw, type Sql } from 'sql-template-tag';
import { Agent } from 'undici';
import { principalOf } from '#access';
import { DeliveryWorker, Planner } from '#delivery';
import { Viewers } from '#members';
import { Database } from '#platform';
import { Publish } from '#publications';

const COLUMNS = [
  ...['id', 'channel', 'address', 'person_id', 'member_id', 'publication_id', 'sequence', 'reason', 'step'],
  ...['carries', 'urgent', 'state', 'tries', 'planned_at'],
];
const QUEUED = ['delivery_id', 'channel', 'urgent', 'address', 'due_at'];
const AT_ONCE = 500;
/** As long as what the hub posts of it. */
const BYTES = 2_750;
/** As many at once as the hub sends webhooks. */
const CONCURRENCY = 2_048;
/** To one receiver, as the hub opens them. */
const CONNECTIONS = 128;

export const CONTENT = {
  kind: 'ALERT',
  title: 'Phishing of election offices with forged invoices for voting equipment',
  summary: 'Messages that look like those of a vendor lead to a page that takes passwords.',
  body: 'Several offices report messages that name a real order. **Do not** open the attached page. '.repeat(
    20,
  ),
  tlp: 'AMBER',
  audience: { regions: ['55025'] },
  attribution: 'NAMED',
  status: 'ACTUAL',
  severity: 'HIGH',
  urgency: 'IMMEDIATE',
  certainty: 'OBSERVED',
} as const;

const values = (columns: readonly string[], rows: readonly Record<string, unknown>[]): Sql =>
  sql`(${raw(columns.join(', '))}) VALUES ${bulk(rows.map((row) => columns.map((column) => row[column])))}`;

/** Seconds that some work takes. */
async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1_000;
}

/** One release, planned and sent in this process, beside the least that could be done. */
export class Rounds {
  private readonly database: Database;

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly releaserId: string,
    private readonly receiver: string,
  ) {
    this.database = app.get(Database);
  }

  /** @returns seconds that it takes to plan a release, and to insert the same rows */
  async planning(): Promise<{ hub: number; bare: number; rows: number }> {
    await this.publish();
    const hub = await seconds(() => this.app.get(Planner).catchUp());
    const rows = await this.database.read((tx) =>
      tx.rows<Record<string, unknown>>(
        sql`
          SELECT ${raw(COLUMNS.map((column) => `d.${column}`).join(', '))}, q.delivery_id, q.due_at
          FROM delivery_queue q JOIN delivery d ON d.id = q.delivery_id`,
      ),
    );
    await this.database.write(async (tx) => {
      await tx.execute(sql`DELETE FROM delivery_queue`);
      await tx.execute(sql`DELETE FROM delivery WHERE state = 'PENDING'`);
    });
    const bare = await seconds(() => this.insert(rows));
    return { hub, bare, rows: rows.length };
  }

  /** @returns seconds that it takes to send all that waits, signed and written down, and to post the same with nothing else */
  async sending(count: number): Promise<{ hub: number; bare: number }> {
    const hub = await seconds(() => this.app.get(DeliveryWorker).drained());
    return { hub, bare: await seconds(() => this.post(count)) };
  }

  private async publish(): Promise<void> {
    const viewer = await this.database.read((tx) => this.app.get(Viewers).load(tx, this.releaserId));
    const { outcome } = await this.app.get(Publish).perform(principalOf(viewer), { content: CONTENT });
    if (outcome !== 'RELEASED') throw new Error('It waits for review.');
  }

  private async insert(rows: readonly Record<string, unknown>[]): Promise<void> {
    for (let start = 0; start < rows.length; start += AT_ONCE * 2) {
      await this.database.write(async (tx) => {
        for (const part of [
          rows.slice(start, start + AT_ONCE),
          rows.slice(start + AT_ONCE, start + AT_ONCE * 2),
        ]) {
          if (part.length === 0) continue;
          await tx.execute(sql`INSERT INTO delivery ${values(COLUMNS, part)}`);
          await tx.execute(sql`INSERT INTO delivery_queue ${values(QUEUED, part)}`);
        }
      });
    }
  }

  private async post(count: number): Promise<void> {
    const agent = new Agent({ connections: CONNECTIONS, pipelining: 1 });
    const body = JSON.stringify({ type: 'publication.published', data: { publication: CONTENT } }).padEnd(
      BYTES,
    );
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Watchfire',
      'webhook-id': crypto.randomUUID(),
      'webhook-timestamp': `${Math.floor(Date.now() / 1_000)}`,
      'webhook-signature': `v1,${'x'.repeat(43)}=`,
    };
    let left = count;
    await Promise.all(
      Array.from({ length: CONCURRENCY }, async () => {
        while (left > 0) {
          left -= 1;
          const answer = await agent.request({
            origin: this.receiver,
            path: '/in',
            method: 'POST',
            headers,
            body,
          });
          await answer.body.dump();
        }
      }),
    );
    await agent.close();
  }
}
