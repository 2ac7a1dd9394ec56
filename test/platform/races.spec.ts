import { setTimeout as sleep } from 'node:timers/promises';
import sql from 'sql-template-tag';
import { isUniqueViolation, type WriteTx } from '#platform';
import { openTestDatabase, type TestDatabase, testDialect } from '../support/database.js';
import { Note, noteSchema } from './notes.js';

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase(noteSchema);
});
afterAll(() => opened.close());

const count = (tx: WriteTx, id: string) =>
  tx.execute(sql`UPDATE note SET number = number + 1 WHERE id = ${id}`);

describe('transactions that stand in each other’s way', () => {
  it('both go through, each done once, though one was given up and tried again', async () => {
    const { database } = opened;
    await database.write((tx) =>
      tx.manager.insert(Note, [
        { id: 'a', number: 0 },
        { id: 'b', number: 0 },
      ]),
    );
    let [runs, after] = [0, 0];
    const both = (first: string, second: string) =>
      database.write(async (tx) => {
        runs += 1;
        tx.afterCommit(() => (after += 1));
        await count(tx, first);
        await sleep(50);
        await count(tx, second);
      });
    await Promise.all([both('a', 'b'), both('b', 'a')]);
    expect(await database.read((tx) => tx.rows(sql`SELECT number FROM note`))).toEqual([
      { number: 2 },
      { number: 2 },
    ]);
    expect(after).toBe(2);
    expect(runs).toBe(testDialect() === 'postgres' ? 3 : 2);
  });

  it('are not tried for ever, and not for other failures', async () => {
    const { database } = opened;
    let runs = 0;
    const raising = (code: string) =>
      database.write(async (tx) => {
        runs += 1;
        await tx.rows(sql`SELECT 1`);
        throw Object.assign(new Error('given up'), { code });
      });
    await expect(raising('40001')).rejects.toThrow('given up');
    expect(runs).toBe(testDialect() === 'postgres' ? 4 : 1);
    runs = 0;
    expect(isUniqueViolation(await raising('23505').catch((error: unknown) => error))).toBe(true);
    expect(runs).toBe(1);
  });
});
