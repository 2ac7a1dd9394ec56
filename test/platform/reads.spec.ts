import sql from 'sql-template-tag';
import { openKeyring, refusalOf } from '#platform';
import { openTestDatabase, type TestDatabase, testDialect } from '../support/database.js';
import { Note, noteIds, noteSchema } from './notes.js';

let opened: TestDatabase;

beforeAll(async () => {
  opened = await openTestDatabase(noteSchema);
});
afterAll(() => opened.close());

describe('a read', () => {
  it('cannot write, by any way', async () => {
    const { database } = opened;
    const ways = [
      () => database.read((tx) => tx.rows(sql`INSERT INTO note (id, number) VALUES ('a', 1) RETURNING id`)),
      () => database.read((tx) => tx.manager.insert(Note, { id: 'b', number: 1 })),
      () => database.read((tx) => tx.manager.save(Note, { id: 'c', number: 1 })),
      () => database.read((tx) => tx.manager.query('DELETE FROM note')),
      () => database.read((tx) => tx.rows(sql`CREATE TABLE other (id TEXT)`)),
    ];
    for (const way of ways)
      await expect(way()).rejects.toMatchObject({ message: expect.stringMatching(/read-?only/i) });
    expect(await database.read(noteIds)).toEqual([]);
  });

  it('is bound by time on PostgreSQL, and says so', async () => {
    if (testDialect() === 'sqlite') return;
    const { database } = opened;
    const slow = database.read((tx) => tx.rows(sql`SET statement_timeout = 20; SELECT pg_sleep(5)`));
    const refusal = await slow.catch(refusalOf);
    expect(refusal).toMatchObject({ code: 'TIMEOUT' });
    await database.read((tx) => tx.rows(sql`RESET statement_timeout`));
  });

  it('gives no way past the transactions', async () => {
    const { database } = opened;
    await database.write(async (tx) => {
      expect(() => tx.manager.dataSource.createQueryRunner()).toThrow(/Database\.write/);
      await expect(tx.manager.dataSource.query('SELECT 1')).rejects.toMatchObject({
        message: expect.stringMatching(/Database\.write/),
      });
      await expect(
        tx.manager.dataSource.getRepository(Note).insert({ id: 'd', number: 1 }),
      ).rejects.toMatchObject({ message: expect.stringMatching(/Database\.write/) });
    });
  });
});

describe('the keyring', () => {
  it('of a database without secrets is made once and shared', async () => {
    const other = await opened.again();
    const [one, two] = await Promise.all([
      openKeyring({ secrets: [] }, opened.database),
      openKeyring({ secrets: [] }, other),
    ]);
    await other.close();
    expect(one.signingKey('test')).toEqual(two.signingKey('test'));
    const configured = await openKeyring({ secrets: ['a-secret-of-32-characters-or-more'] }, opened.database);
    expect(configured.signingKey('test')).not.toEqual(one.signingKey('test'));
  });
});
