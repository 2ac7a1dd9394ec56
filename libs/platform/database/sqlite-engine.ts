import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setImmediate as othersFirst, setTimeout as sleep } from 'node:timers/promises';
import type { QueryRunner } from 'typeorm';
import { type Engine, managerOn, refuseStrays, type Session } from './engine.js';
import { isLocked } from './failures.js';
import type { Schema } from './migration.js';
import { SqliteConnection, type SqliteHandle } from './sqlite-connection.js';
import { TurnQueue } from './turn-queue.js';

/** Beyond this many, writers are refused rather than remembered. */
const MAX_WAITING_WRITERS = 5000;
/** How long to wait for another process that is writing, such as a command line tool, and how long between tries. Milliseconds. */
const LOCK_LIMIT = 5000;
const LOCK_PAUSE = 10;

/**
 * SQLite in one file, in WAL mode: one connection writes, behind a queue, and another, which cannot write, does all reading. So
 * nobody reads what is not committed and no two transactions mix, though TypeORM's driver shares one connection among all.
 */
export async function openSqlite(file: string, schema: Schema): Promise<Engine> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const writer = await SqliteConnection.open(file, schema, 'writer');
  // The database may hold secrets. SQLite gives the files beside it the same mode.
  chmodSync(file, 0o600);
  const reader = await SqliteConnection.open(file, schema, 'reader');
  const newRunner = refuseStrays(writer.source);
  const queue = new TurnQueue(1, MAX_WAITING_WRITERS);

  return {
    dialect: 'sqlite',
    reader: {
      dialect: 'sqlite',
      manager: reader.source.manager,
      rows: async (statement) => reader.rows(statement),
    },
    // Nothing in SQLite waits for anything, so whoever writes again and again would keep this process from all else.
    turn: (work) => queue.run(() => othersFirst().then(work)),
    begin: () => begin(writer, newRunner()),
    isTransient: () => false,
    migrate: () => queue.run(() => migrate(file, schema)),
    close: async () => {
      await queue.idle();
      await reader.source.destroy();
      writer.handle.pragma('wal_checkpoint(TRUNCATE)');
      await writer.source.destroy();
    },
  };
}

async function begin(writer: SqliteConnection, base: QueryRunner): Promise<Session> {
  const { handle, source } = writer;
  await beginImmediate(handle);
  return {
    rows: async (statement) => writer.rows(statement),
    execute: async (statement) => writer.execute(statement),
    manager: (guard) => managerOn(source, base, guard),
    notify: async () => {},
    commit: async () => {
      handle.exec('COMMIT');
    },
    end: async () => {
      if (handle.inTransaction) handle.exec('ROLLBACK');
    },
  };
}

/**
 * IMMEDIATE takes the write lock at once: taken by the first write it could be refused half-way, because another process had
 * written in between.
 */
async function beginImmediate(handle: SqliteHandle): Promise<void> {
  for (const start = Date.now(); ; await sleep(LOCK_PAUSE)) {
    try {
      handle.exec('BEGIN IMMEDIATE');
      return;
    } catch (error) {
      if (!isLocked(error) || Date.now() - start > LOCK_LIMIT) throw error;
    }
  }
}

/**
 * All that is missing in one transaction, on a connection of its own, which the hub's guards do not bind. What is missing is asked
 * inside it, so a second process that starts at the same moment finds it done.
 */
async function migrate(file: string, schema: Schema): Promise<void> {
  const { handle, source } = await SqliteConnection.open(file, schema, 'writer');
  try {
    // A migration may build a table anew under the eyes of those that refer to it. Set before the transaction, as it must be.
    handle.pragma('foreign_keys = OFF');
    await beginImmediate(handle);
    const done = await source.runMigrations({ transaction: 'none' });
    if (done.length > 0) mustHoldTogether(handle);
    handle.exec('COMMIT');
  } finally {
    await source.destroy();
  }
}

function mustHoldTogether(handle: SqliteHandle): void {
  const broken = handle.pragma('foreign_key_check') as unknown[];
  if (broken.length > 0) throw new Error(`The migrations leave ${broken.length} rows that refer to nothing.`);
}
