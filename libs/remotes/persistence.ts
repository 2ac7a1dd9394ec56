import { ForwardMigration, type MigrationSql } from '#platform';
import { RemoteCollectionRow, RemoteObjectRow } from './remote-collection.entity.js';

export const remotesEntities = [RemoteCollectionRow, RemoteObjectRow];

class AddRemotes1796100000001 extends ForwardMigration {
  override async apply({ run, orderedText }: MigrationSql): Promise<void> {
    await run(
      `CREATE TABLE remote_collection (
        id ${orderedText} PRIMARY KEY NOT NULL,
        name TEXT NOT NULL,
        url TEXT NOT NULL,
        signs_in_by TEXT NOT NULL CHECK (signs_in_by IN ('NOTHING', 'PASSWORD', 'TOKEN')),
        credentials TEXT,
        person_id TEXT NOT NULL,
        tlp TEXT NOT NULL,
        regions TEXT NOT NULL,
        releases INTEGER NOT NULL,
        every_minutes INTEGER NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('ACTIVE', 'PAUSED')),
        added_after TEXT,
        next_page TEXT,
        next_poll_at ${orderedText} NOT NULL,
        leased_by TEXT,
        leased_until TEXT,
        last_polled_at TEXT,
        failing_since TEXT,
        failures INTEGER NOT NULL,
        last_failure TEXT,
        said TEXT,
        taken BIGINT NOT NULL,
        "left" BIGINT NOT NULL,
        refused BIGINT NOT NULL,
        created_at TEXT NOT NULL
      )`,
      'CREATE INDEX remote_collection_due ON remote_collection (state, next_poll_at)',
      `CREATE TABLE remote_object (
        object_id ${orderedText} PRIMARY KEY NOT NULL,
        version ${orderedText} NOT NULL
      )`,
    );
  }
}

export const remotesMigrations = [AddRemotes1796100000001];
