import { ForwardMigration, type MigrationSql } from '#platform';
import { AuditEntry } from './audit-entry.entity.js';
import { FirstResult } from './first-result.entity.js';

export const auditEntities = [AuditEntry, FirstResult];

/** The database itself refuses to change or remove an entry: a first hurdle, before the chain of hashes tells of it. */
const appendOnly = {
  sqlite: ['UPDATE', 'DELETE'].map(
    (deed) => `CREATE TRIGGER audit_entry_no_${deed.toLowerCase()} BEFORE ${deed} ON audit_entry
      BEGIN SELECT RAISE(ABORT, 'audit entries are only added'); END`,
  ),
  postgres: [
    `CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'rows of % are only added', TG_TABLE_NAME; END $$`,
    `CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
  ],
};

class AddAudit1793404800001 extends ForwardMigration {
  override async apply({ run, dialect, orderedText }: MigrationSql): Promise<void> {
    await run(
      `CREATE TABLE audit_entry (
        sequence BIGINT PRIMARY KEY NOT NULL,
        at ${orderedText} NOT NULL,
        person_id TEXT,
        member_id TEXT,
        action TEXT NOT NULL,
        object_type TEXT,
        object_id TEXT,
        detail TEXT NOT NULL,
        hash TEXT NOT NULL
      )`,
      'CREATE INDEX audit_entry_object ON audit_entry (object_id, sequence)',
      'CREATE INDEX audit_entry_person ON audit_entry (person_id, sequence)',
      `CREATE TABLE first_result (
        person_id TEXT NOT NULL,
        idempotency_key ${orderedText} NOT NULL,
        operation TEXT NOT NULL,
        input_digest TEXT NOT NULL,
        result TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (person_id, idempotency_key)
      )`,
      ...appendOnly[dialect],
    );
  }
}

export const auditMigrations = [AddAudit1793404800001];
