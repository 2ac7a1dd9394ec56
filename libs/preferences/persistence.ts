import { ForwardMigration, type MigrationSql } from '#platform';
import { DutyContactRow } from './contacts/duty-contact.entity.js';
import { PreferenceRow } from './preference.entity.js';

export const preferencesEntities = [PreferenceRow, DutyContactRow];

class AddPreferences1795478400010 extends ForwardMigration {
  override async apply({ run, dialect, orderedText }: MigrationSql): Promise<void> {
    const keyed = dialect === 'sqlite' ? 'WITHOUT ROWID' : '';
    await run(
      `CREATE TABLE preference (
        owner_id ${orderedText} PRIMARY KEY NOT NULL,
        channels TEXT,
        quiet_hours TEXT,
        time_zone TEXT,
        digest TEXT,
        updated_at TEXT NOT NULL
      )`,
      `CREATE TABLE duty_contact (
        member_id ${orderedText} NOT NULL,
        place INTEGER NOT NULL,
        person_id ${orderedText} NOT NULL,
        duties TEXT NOT NULL,
        PRIMARY KEY (member_id, place)
      ) ${keyed}`,
    );
  }
}

class AddWebhookPreferences1796300000001 extends ForwardMigration {
  override async apply({ run }: MigrationSql): Promise<void> {
    await run('ALTER TABLE preference ADD COLUMN webhooks TEXT');
  }
}

export const preferencesMigrations = [AddPreferences1795478400010, AddWebhookPreferences1796300000001];
