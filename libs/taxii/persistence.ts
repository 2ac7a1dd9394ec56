import { type ClassOf, ForwardMigration, type MigrationSql } from '#platform';
import { TaxiiCursor, TaxiiStatus } from './entities.js';

export const taxiiEntities: readonly ClassOf[] = [TaxiiCursor, TaxiiStatus];

class AddTaxii1793404800041 extends ForwardMigration {
  override async apply({ run, orderedText }: MigrationSql): Promise<void> {
    await run(
      'CREATE TABLE taxii_cursor (name TEXT PRIMARY KEY NOT NULL, sequence BIGINT NOT NULL)',
      `INSERT INTO taxii_cursor (name, sequence) VALUES ('releases', 0)`,
      `CREATE TABLE taxii_status (
        id ${orderedText} PRIMARY KEY NOT NULL,
        person_id TEXT NOT NULL,
        root TEXT NOT NULL,
        body TEXT NOT NULL,
        at ${orderedText} NOT NULL
      )`,
      'CREATE INDEX taxii_status_at ON taxii_status (at)',
    );
  }
}

export const taxiiMigrations: readonly ClassOf[] = [AddTaxii1793404800041];
