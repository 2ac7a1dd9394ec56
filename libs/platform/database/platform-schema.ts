import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ForwardMigration, type MigrationSql, type Schema } from './migration.js';

/** A value that all hubs on one database share. */
@Entity('setting')
export class Setting {
  @PrimaryColumn('text')
  name!: string;

  @Column('text')
  value!: string;
}

/** The last number given of each sequence. */
@Entity('sequence')
export class Sequence {
  @PrimaryColumn('text')
  name!: string;

  @Column('bigint')
  value!: number;
}

class AddPlatform1790000000000 extends ForwardMigration {
  override async apply({ run }: MigrationSql): Promise<void> {
    await run(
      'CREATE TABLE setting (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL)',
      'CREATE TABLE sequence (name TEXT PRIMARY KEY NOT NULL, value BIGINT NOT NULL)',
    );
  }
}

/** The platform's own tables, before everybody else's. */
export const withPlatform = (schema: Schema): Schema => ({
  entities: [Setting, Sequence, ...schema.entities],
  migrations: [AddPlatform1790000000000, ...schema.migrations],
});
