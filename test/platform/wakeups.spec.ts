import { setTimeout as sleep } from 'node:timers/promises';
import sql from 'sql-template-tag';
import type { Database } from '#platform';
import { openTestDatabase, type TestDatabase, testDialect } from '../support/database.js';
import { Note, noteIds, noteSchema } from './notes.js';

let opened: TestDatabase;
const write = (database: Database, id: string) =>
  database.write(async (tx) => {
    tx.wake('notes');
    tx.wake('notes');
    await tx.manager.insert(Note, { id, number: 1 });
  });

/** Waits until `condition` holds, 5 s at most. */
async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; !condition() && tries < 500; tries += 1) await sleep(10);
  expect(condition()).toBe(true);
}

beforeEach(async () => {
  opened = await openTestDatabase(noteSchema);
});
afterEach(() => opened.close());

describe('a wake-up', () => {
  it('comes once for a transaction, when what it is about can be read', async () => {
    const { database } = opened;
    let heard = 0;
    let seen: Promise<string[]> | undefined;
    database.wakeups.on('notes', () => {
      heard += 1;
      seen = database.read(noteIds);
    });
    await until(() => testDialect() === 'sqlite' || heard === 1);
    heard = 0;
    await write(database, 'a');
    expect(heard).toBe(1);
    expect(await seen).toEqual(['a']);
    await sleep(50);
    expect(heard).toBe(1);
  });

  it('does not come from a transaction that fails', async () => {
    const { database } = opened;
    await write(database, 'a');
    let heard = 0;
    database.wakeups.on('notes', () => (heard += 1));
    await until(() => testDialect() === 'sqlite' || heard === 1);
    heard = 0;
    await expect(write(database, 'a')).rejects.toThrow();
    await sleep(50);
    expect(heard).toBe(0);
  });
});

const onPostgres = testDialect() === 'postgres' ? describe : describe.skip;
onPostgres('between processes, a wake-up', () => {
  it('reaches those that listen on the channel', async () => {
    const other = await opened.again();
    const heard: string[] = [];
    other.wakeups.on('notes', () => heard.push('notes'));
    other.wakeups.on('others', () => heard.push('others'));
    await until(() => heard.length === 2);
    await write(opened.database, 'a');
    await until(() => heard.length === 3);
    expect(heard[2]).toBe('notes');
    expect(await other.read(noteIds)).toEqual(['a']);
    await other.close();
  });

  it('is made up for when the connection was lost', async () => {
    const other = await opened.again();
    let heard = 0;
    other.wakeups.on('notes', () => (heard += 1));
    await until(() => heard === 1);
    const lost = await opened.database.write((tx) =>
      tx.rows<{ done: boolean }>(sql`SELECT pg_terminate_backend(pid) AS done FROM pg_stat_activity
        WHERE application_name = 'watchfire wake-ups' AND datname = current_database()`),
    );
    expect(lost).toEqual([{ done: true }]);
    await until(() => heard === 2);
    await write(opened.database, 'b');
    await until(() => heard === 3);
    await other.close();
  });
});
