import { ForwardMigration, type MigrationSql } from '#platform';
import { EscalationRow } from './escalation.entity.js';

export const escalationEntities = [EscalationRow];

class AddEscalation1795478400012 extends ForwardMigration {
  override async apply({ run, dialect, orderedText }: MigrationSql): Promise<void> {
    const keyed = dialect === 'sqlite' ? 'WITHOUT ROWID' : '';
    await run(
      `CREATE TABLE escalation (
        publication_id ${orderedText} NOT NULL,
        member_id ${orderedText} NOT NULL,
        sequence BIGINT NOT NULL,
        minutes INTEGER NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('OPEN', 'ANSWERED', 'ENDED')),
        step TEXT CHECK (step IN ('CHANNEL', 'CONTACT', 'ABOVE')),
        contacts INTEGER NOT NULL,
        next_at ${orderedText} NOT NULL,
        above_id ${orderedText},
        PRIMARY KEY (publication_id, member_id)
      ) ${keyed}`,
      `CREATE INDEX escalation_due ON escalation (next_at, publication_id) WHERE state = 'OPEN'`,
    );
  }
}

export const escalationMigrations = [AddEscalation1795478400012];
