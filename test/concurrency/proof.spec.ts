import { setTimeout as sleep } from 'node:timers/promises';
import sql, { join } from 'sql-template-tag';
import type { Database } from '#platform';
import { openTestDatabase } from '../support/database.js';
import { after, type Job, ledgerSchema, ROWS, RolledBack, rowsByWriter, torn, work } from './ledger.js';
import { plan, THINGS } from './plan.js';

const SEEDS = Array.from({ length: 10 }, (_, index) => index + 1);
const TRANSACTIONS = 2000;
const WORKERS = 8;
/** How many of the latest writers a reader looks at. */
const LATEST = 16;

/** Follows the log while others write it, and finds every number in its turn. @returns how to stop it and see where it came */
function follow(database: Database): () => Promise<number> {
  let [cursor, stopping] = [0, false];
  const reading = (async () => {
    for (;;) {
      const last = stopping;
      const found = await database.read((tx) => after(tx, cursor));
      for (const sequence of found) {
        if (sequence !== cursor + 1) throw new Error(`after ${cursor} came ${sequence}`);
        cursor = sequence;
      }
      if (last && found.length === 0) return cursor;
      await sleep(2);
    }
  })();
  return () => {
    stopping = true;
    return reading;
  };
}

/** What is known of the jobs from outside the database. */
class Books {
  readonly begun: Job[] = [];
  readonly acknowledged = new Set<Job>();

  async run(database: Database, job: Job): Promise<void> {
    this.begun.push(job);
    try {
      await work(database, job);
      this.acknowledged.add(job);
    } catch (error) {
      if (!(error instanceof RolledBack) || job.failsAfter === null) throw error;
    }
  }

  /** The latest jobs are there whole or not at all: whole if acknowledged before, not at all if bound to fail. */
  async look(database: Database): Promise<void> {
    const latest = this.begun.slice(-LATEST);
    const before = new Set(this.acknowledged);
    const writers = join(latest.map((job) => job.writer));
    const rows = await database.read((tx) => rowsByWriter(tx, sql`WHERE writer IN (${writers})`));
    for (const job of latest) {
      const many = rows.get(job.writer) ?? 0;
      const right = many === 0 ? !before.has(job) : many === ROWS[job.kind] && job.failsAfter === null;
      if (!right) throw new Error(`${job.writer} (${job.kind}) was seen with ${many} rows`);
    }
    const wrong = await database.read((tx) => torn(tx, sql`WHERE thing.writer IN (${writers})`));
    if (wrong.length > 0) throw new Error(`torn: ${JSON.stringify(wrong)}`);
  }
}

describe('many writers and readers at once', () => {
  it.each(SEEDS)(
    'lose, double, tear and mix nothing (seed %i)',
    async (seed) => {
      const opened = await openTestDatabase(ledgerSchema);
      // On PostgreSQL as two hubs would; on SQLite one process writes.
      const hubs = [opened.database];
      if (opened.database.dialect === 'postgres') hubs.push(await opened.again());
      const books = new Books();
      for (const thing of THINGS) {
        await books.run(opened.database, {
          writer: thing,
          kind: 'release',
          thing,
          failsAfter: null,
          pauses: [],
        });
      }
      const jobs = plan(seed, TRANSACTIONS);
      const followers = hubs.map(follow);
      await Promise.all(
        Array.from({ length: WORKERS }, async (_, worker) => {
          const database = hubs[worker % hubs.length] as Database;
          for (let index = worker; index < jobs.length; index += WORKERS) {
            const job = jobs[index];
            await (job ? books.run(database, job) : books.look(database));
          }
        }),
      );

      const [rows, wrong] = await opened.database.read(
        async (tx) => [await rowsByWriter(tx), await torn(tx)] as const,
      );
      expect(wrong).toEqual([]);
      expect(rows).toEqual(new Map([...books.acknowledged].map((job) => [job.writer, ROWS[job.kind]])));
      expect(books.acknowledged.size).toBe(
        THINGS.length + jobs.filter((job) => job !== null && job.failsAfter === null).length,
      );
      const entries = [...books.acknowledged].filter((job) => job.kind !== 'save').length;
      for (const stop of followers) expect(await stop()).toBe(entries);
      for (const other of hubs.slice(1)) await other.close();
      await opened.close();
    },
    60_000,
  );
});
