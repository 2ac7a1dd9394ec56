import { ForwardMigration, type MigrationSql } from '#platform';
import { CommentKey, CommentRecord } from './comment.entity.js';

export const commentsEntities = [CommentRecord, CommentKey];

class AddComments1795600000001 extends ForwardMigration {
  override async apply({ run, dialect, orderedText }: MigrationSql): Promise<void> {
    const keyed = dialect === 'sqlite' ? 'WITHOUT ROWID' : '';
    await run(
      `CREATE TABLE comment (
        id ${orderedText} PRIMARY KEY NOT NULL,
        sequence BIGINT NOT NULL,
        publication_id ${orderedText} NOT NULL REFERENCES publication (id),
        tlp TEXT NOT NULL,
        text TEXT,
        attribution TEXT NOT NULL,
        member_id TEXT NOT NULL,
        person_id ${orderedText} NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('POSTED', 'WITHDRAWN', 'REMOVED')),
        posted_at TEXT NOT NULL,
        ended_at TEXT,
        reason TEXT
      )`,
      'CREATE INDEX comment_publication ON comment (publication_id, sequence)',
      'CREATE UNIQUE INDEX comment_sequence ON comment (sequence)',
      `CREATE TABLE comment_key (
        sequence BIGINT NOT NULL REFERENCES comment (sequence),
        key ${orderedText} NOT NULL,
        PRIMARY KEY (sequence, key)
      ) ${keyed}`,
    );
  }
}

export const commentsMigrations = [AddComments1795600000001];
