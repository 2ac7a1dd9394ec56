import { ForwardMigration, type MigrationSql } from '#platform';
import { TemplateRow } from './template.entity.js';

export const templatesEntities = [TemplateRow];

class AddTemplates1795600000003 extends ForwardMigration {
  override async apply({ run, orderedText }: MigrationSql): Promise<void> {
    await run(
      `CREATE TABLE template (
        id ${orderedText} PRIMARY KEY NOT NULL,
        member_id ${orderedText} NOT NULL,
        version INTEGER NOT NULL,
        name ${orderedText} NOT NULL,
        topic TEXT NOT NULL,
        language TEXT NOT NULL CHECK (language IN ('EN', 'ES')),
        content TEXT NOT NULL,
        updated_at TEXT NOT NULL
      )`,
      'CREATE INDEX template_member ON template (member_id, name)',
    );
  }
}

export const templatesMigrations = [AddTemplates1795600000003];
