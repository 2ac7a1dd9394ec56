import { ForwardMigration, type MigrationSql } from '#platform';
import { MailTroubleRow } from './addresses/mail-trouble.entity.js';

export const emailEntities = [MailTroubleRow];

class AddEmail1795478400011 extends ForwardMigration {
  override async apply({ run, orderedText }: MigrationSql): Promise<void> {
    await run(
      `CREATE TABLE mail_trouble (
        person_id ${orderedText} PRIMARY KEY NOT NULL,
        since TEXT NOT NULL,
        said TEXT NOT NULL
      )`,
      `CREATE INDEX delivery_digest ON delivery (address, due_at) WHERE channel = 'DIGEST' AND state = 'PENDING'`,
    );
  }
}

class AddBounces1796000000001 extends ForwardMigration {
  override async apply({ run }: MigrationSql): Promise<void> {
    await run('ALTER TABLE mail_trouble ADD COLUMN late INTEGER NOT NULL DEFAULT 0');
  }
}

export const emailMigrations = [AddEmail1795478400011, AddBounces1796000000001];
