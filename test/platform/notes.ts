import sql from 'sql-template-tag';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ForwardMigration, type MigrationSql, type Tx, type WriteTx } from '#platform';
import { openTestDatabase, type TestDatabase } from '../support/database.js';

/** A table for tests of the database alone. */
@Entity('note')
export class Note {
  @PrimaryColumn('text')
  id!: string;

  @Column('integer')
  number!: number;
}

export class AddNotes1790000000001 extends ForwardMigration {
  override async apply({ run, orderedText }: MigrationSql): Promise<void> {
    await run(
      `CREATE TABLE note (
        id ${orderedText} PRIMARY KEY NOT NULL,
        number INTEGER NOT NULL,
        above TEXT REFERENCES note (id) DEFERRABLE INITIALLY DEFERRED
      )`,
    );
  }
}

export const noteSchema = { entities: [Note], migrations: [AddNotes1790000000001] };

export const noteIds = async (tx: Tx): Promise<string[]> =>
  (await tx.manager.find(Note, { order: { id: 'ASC' } })).map((note) => note.id);

export const addNote = (tx: WriteTx, id: string) => tx.manager.insert(Note, { id, number: 1 });

/** A database of notes for a file's tests, empty before each of them. */
export function noteStage() {
  let opened: TestDatabase;
  const reported: unknown[] = [];
  beforeAll(async () => {
    opened = await openTestDatabase({ ...noteSchema, report: (error) => reported.push(error) });
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    reported.length = 0;
    await opened.database.write((tx) => tx.execute(sql`DELETE FROM note`));
  });
  return {
    get opened() {
      return opened;
    },
    /** What the database told whoever opened it. */
    reported,
    committed: () => opened.database.read(noteIds),
  };
}
