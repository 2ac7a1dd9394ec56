import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ForwardMigration, type MigrationSql, type Tx } from '#platform';

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
