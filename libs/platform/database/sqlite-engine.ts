import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { QueryRunner } from 'typeorm';
import { type Engine, managerOn, refuseStrays, type Session } from './engine.js';
import type { Schema } from './migration.js';
import { SqliteConnection } from './sqlite-connection.js';
import { TurnQueue } from './turn-queue.js';

/** Beyond this many, writers are refused rather than remembered. */
const MAX_WAITING_WRITERS = 5000;

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
  const queue = new TurnQueue(MAX_WAITING_WRITERS);

  return {
    dialect: 'sqlite',
    reader: {
      dialect: 'sqlite',
      manager: reader.source.manager,
      rows: async (statement) => reader.rows(statement),
    },
    turn: (work) => queue.run(work),
    begin: async () => begin(writer, newRunner()),
    isTransient: () => false,
    migrate: () => queue.run(() => migrate(file, schema)),
    close: async () => {
      await queue.run(async () => {});
      await reader.close();
      writer.handle.pragma('wal_checkpoint(TRUNCATE)');
      await writer.close();
    },
  };
}

function begin(writer: SqliteConnection, base: QueryRunner): Session {
  const { handle, source } = writer;
  // IMMEDIATE takes the write lock now: a lock taken by the first write could fail half-way, for another process wrote first.
  handle.exec('BEGIN IMMEDIATE');
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

/** On a connection of its own, which the hub's guards do not bind. */
async function migrate(file: string, schema: Schema): Promise<void> {
  const connection = await SqliteConnection.open(file, schema, 'writer');
  try {
    await connection.source.runMigrations();
  } catch (error) {
    // Another process, started at the same moment, may have done it.
    if (await connection.source.showMigrations()) throw error;
  } finally {
    await connection.close();
  }
}
