import sql from 'sql-template-tag';
import { Database, ForwardMigration, type MigrationSql } from '#platform';
import { emptyDatabase, openTestDatabase, type Place } from '../support/database.js';
import { AddNotes1790000000001, Note, noteIds, noteSchema } from './notes.js';

class AddTags1790000000002 extends ForwardMigration {
  override async apply({ run }: MigrationSql): Promise<void> {
    await run(
      "INSERT INTO note (id, number) VALUES ('migrated', 1)",
      'CREATE TABLE tag (id TEXT PRIMARY KEY)',
    );
  }
}

class Orphans1790000000004 extends ForwardMigration {
  override async apply({ run }: MigrationSql): Promise<void> {
    await run("INSERT INTO note (id, number, above) VALUES ('orphan', 1, 'none')");
  }
}

class Fails1790000000003 extends ForwardMigration {
  override async apply({ run }: MigrationSql): Promise<void> {
    await run('INSERT INTO nowhere VALUES (1)');
  }
}

let place: Place;
const open = (migrations = noteSchema.migrations) =>
  Database.open({
    config: { database: place.database, requestTimeoutSeconds: 15 },
    entities: [Note],
    migrations,
  });

beforeEach(async () => {
  place = await emptyDatabase();
});
afterEach(() => place.remove());

describe('migrations', () => {
  it('make a database ready; before, and when one is missing, it is not', async () => {
    const database = await open();
    expect(await database.ready()).toBe(false);
    await database.migrate();
    await database.migrate();
    expect(await database.ready()).toBe(true);
    const newer = await open([AddNotes1790000000001, AddTags1790000000002]);
    expect(await newer.ready()).toBe(false);
    await newer.migrate();
    expect(await newer.ready()).toBe(true);
    expect(await newer.read(noteIds)).toEqual(['migrated']);
    await Promise.all([newer.close(), database.close()]);
    expect(await database.ready()).toBe(false);
  });

  it('are done once when several processes start at once', async () => {
    const databases = await Promise.all(
      [1, 2, 3, 4].map(() => open([AddNotes1790000000001, AddTags1790000000002])),
    );
    await Promise.all(databases.map((database) => database.migrate()));
    for (const database of databases) {
      expect(await database.ready()).toBe(true);
      expect(await database.read(noteIds)).toEqual(['migrated']);
    }
    await Promise.all(databases.map((database) => database.close()));
  });

  it('are done all or not at all', async () => {
    const database = await open([AddNotes1790000000001, AddTags1790000000002, Fails1790000000003]);
    await expect(database.migrate()).rejects.toMatchObject({ message: expect.stringMatching(/nowhere/) });
    await expect(database.read(noteIds)).rejects.toMatchObject({ message: expect.stringMatching(/note/) });
    await database.close();
    const mended = await open([AddNotes1790000000001, AddTags1790000000002]);
    await mended.migrate();
    expect(await mended.read(noteIds)).toEqual(['migrated']);
    await mended.close();
  });
});

describe('migrations that break a reference', () => {
  it('are not done', async () => {
    const database = await open([AddNotes1790000000001, Orphans1790000000004]);
    await expect(database.migrate()).rejects.toThrow();
    await database.close();
    const mended = await open();
    await mended.migrate();
    expect(await mended.read(noteIds)).toEqual([]);
    await mended.close();
  });
});

describe('a closed database', () => {
  it('has finished what was under way and waiting, and takes nothing new', async () => {
    const opened = await openTestDatabase(noteSchema);
    const { database } = opened;
    const writing = ['a', 'b', 'c'].map((id) =>
      database.write(async (tx) => {
        await tx.manager.insert(Note, { id, number: 1 });
        await database.write((inner) => inner.execute(sql`UPDATE note SET number = 2 WHERE id = ${id}`));
      }),
    );
    const closing = database.close();
    await expect(database.write((tx) => tx.nextSequence('x'))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await Promise.all([...writing, closing, database.close()]);
    const again = await opened.again();
    expect(await again.read(noteIds)).toEqual(['a', 'b', 'c']);
    await again.close();
    await opened.close();
  });
});
