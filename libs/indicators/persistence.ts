import { type ClassOf, ForwardMigration, type MigrationSql } from '#platform';
import { IndicatorRecord, IndicatorValue, SightingRecord } from './entities/indicator.entity.js';
import { SharedObject, SharedObjectKey, SharedObjectRegion } from './entities/shared-object.entity.js';

export const indicatorsEntities: readonly ClassOf[] = [
  SharedObject,
  SharedObjectKey,
  SharedObjectRegion,
  IndicatorRecord,
  IndicatorValue,
  SightingRecord,
];

class AddIndicators1793404800040 extends ForwardMigration {
  override async apply({ run, dialect, orderedText }: MigrationSql): Promise<void> {
    const keyed = dialect === 'sqlite' ? 'WITHOUT ROWID' : '';
    await run(
      ...objects(orderedText, keyed, dialect === 'postgres'),
      ...indicators(orderedText, keyed),
      ...(dialect === 'postgres' ? estimates : []),
    );
  }
}

const objects = (orderedText: string, keyed: string, including: boolean) => [
  `CREATE TABLE shared_object (
    sequence BIGINT PRIMARY KEY NOT NULL,
    added BIGINT NOT NULL,
    object_id ${orderedText} NOT NULL,
    type TEXT NOT NULL,
    version TEXT NOT NULL,
    spec_version TEXT NOT NULL,
    source_id TEXT,
    origin_id TEXT,
    completion TEXT NOT NULL CHECK (completion IN ('SIGNED', 'MARKED', 'WHOLE')),
    attribution TEXT NOT NULL,
    tlp TEXT NOT NULL,
    markings TEXT,
    content TEXT NOT NULL,
    publication_id ${orderedText}
  )`,
  'CREATE UNIQUE INDEX shared_object_added ON shared_object (added)',
  'CREATE INDEX shared_object_object ON shared_object (object_id, sequence)',
  `CREATE TABLE shared_object_key (
    key ${orderedText} NOT NULL,
    sequence BIGINT NOT NULL,
    type TEXT NOT NULL,
    kind TEXT,
    publication_id TEXT,
    audience TEXT NOT NULL,
    superseded INTEGER NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('OBJECT', 'FACT', 'REVOKED')),
    PRIMARY KEY (key, sequence)${including ? ' INCLUDE (type, kind, publication_id, audience, superseded, role)' : ''}
  ) ${keyed}`,
  'CREATE INDEX shared_object_key_sequence ON shared_object_key (sequence, key)',
  `CREATE TABLE shared_object_region (
    audience ${orderedText} NOT NULL,
    code ${orderedText} NOT NULL,
    direct INTEGER NOT NULL,
    PRIMARY KEY (audience, code)
  ) ${keyed}`,
];

const indicators = (orderedText: string, keyed: string) => [
  `CREATE TABLE indicator (
    id ${orderedText} PRIMARY KEY NOT NULL,
    sequence BIGINT NOT NULL,
    object_id TEXT NOT NULL,
    type TEXT NOT NULL,
    found_by ${orderedText} NOT NULL,
    scope ${orderedText} NOT NULL,
    value TEXT,
    pattern TEXT NOT NULL,
    details TEXT NOT NULL,
    tlp TEXT NOT NULL,
    origin_id TEXT NOT NULL,
    attribution TEXT NOT NULL,
    publication_id ${orderedText},
    state TEXT NOT NULL,
    harmless TEXT,
    added_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    sighting_count BIGINT NOT NULL,
    first_seen TEXT,
    last_seen TEXT
  )`,
  'CREATE UNIQUE INDEX indicator_found_by ON indicator (found_by, scope)',
  'CREATE UNIQUE INDEX indicator_sequence ON indicator (sequence)',
  'CREATE INDEX indicator_publication ON indicator (publication_id, sequence)',
  `CREATE TABLE indicator_value (
    found_by ${orderedText} NOT NULL,
    indicator_id ${orderedText} NOT NULL REFERENCES indicator (id),
    PRIMARY KEY (found_by, indicator_id)
  ) ${keyed}`,
  `CREATE TABLE sighting (
    id ${orderedText} PRIMARY KEY NOT NULL,
    sequence BIGINT NOT NULL,
    indicator_id ${orderedText} NOT NULL REFERENCES indicator (id),
    member_id TEXT NOT NULL,
    attribution TEXT NOT NULL,
    count INTEGER NOT NULL,
    first_seen TEXT NOT NULL,
    last_seen TEXT NOT NULL,
    at TEXT NOT NULL
  )`,
  'CREATE INDEX sighting_indicator ON sighting (indicator_id, sequence)',
];

/** As with the release log: a key opens one entry or nearly all, and is read in order. */
const estimates = ['ALTER TABLE shared_object_key ALTER COLUMN key SET (n_distinct = 20)'];

/** Sightings that came from outside are known again by what their source calls them. */
class TellSightings1795564800041 extends ForwardMigration {
  override async apply({ run, orderedText }: MigrationSql): Promise<void> {
    await run(
      `ALTER TABLE sighting ADD COLUMN told_as ${orderedText}`,
      'CREATE UNIQUE INDEX sighting_told_as ON sighting (indicator_id, told_as)',
    );
  }
}

class FindOlderObjects1796400000040 extends ForwardMigration {
  override async apply({ run }: MigrationSql): Promise<void> {
    await run(`CREATE INDEX shared_object_older ON shared_object (sequence) WHERE spec_version = '2.0'`);
  }
}

/** Lists filter by it, and a list takes no longer for what its reader may not see: the index of all told that by the clock. */
class KeySpecVersions1796400000041 extends ForwardMigration {
  override async apply({ run }: MigrationSql): Promise<void> {
    await run(
      'DROP INDEX shared_object_older',
      `ALTER TABLE shared_object_key ADD COLUMN spec_version TEXT NOT NULL DEFAULT '2.1'`,
      `UPDATE shared_object_key SET spec_version = '2.0'
        WHERE sequence IN (SELECT sequence FROM shared_object WHERE spec_version = '2.0')`,
    );
  }
}

/** What names the same places and members is published again and again: each publication finds its own of it. */
class FindFacts1796400000042 extends ForwardMigration {
  override async apply({ run }: MigrationSql): Promise<void> {
    await run('CREATE INDEX shared_object_publication ON shared_object (publication_id, object_id)');
  }
}

/** Whether entries that were found by something else can be seen is read from the index alone. */
class CoverKeysOfEntries1796400000044 extends ForwardMigration {
  override async apply({ run, dialect }: MigrationSql): Promise<void> {
    if (dialect !== 'postgres') return;
    await run(
      'DROP INDEX shared_object_key_sequence',
      'CREATE INDEX shared_object_key_sequence ON shared_object_key (sequence, key) INCLUDE (publication_id, role)',
    );
  }
}

/** Objects of STIX 2.0 are few, and asked for alone: by each reader's own keys, as all else. */
class FindOlderByKeys1796400000045 extends ForwardMigration {
  override async apply({ run }: MigrationSql): Promise<void> {
    await run(
      `CREATE INDEX shared_object_key_older ON shared_object_key (key, sequence) WHERE spec_version = '2.0'`,
    );
  }
}

/**
 * What is part of a publication is listed by its kind, and what is no indicator by its type. Lists of indicators that are shared
 * alone, which may be a million, are in neither index.
 */
class FindPartsAndOthers1796400000046 extends ForwardMigration {
  override async apply({ run }: MigrationSql): Promise<void> {
    await run(
      'CREATE INDEX shared_object_key_kind ON shared_object_key (key, kind, sequence) WHERE kind IS NOT NULL',
      `CREATE INDEX shared_object_key_other ON shared_object_key (key, sequence) WHERE type <> 'indicator'`,
    );
  }
}

export const indicatorsMigrations: readonly ClassOf[] = [
  AddIndicators1793404800040,
  TellSightings1795564800041,
  FindOlderObjects1796400000040,
  KeySpecVersions1796400000041,
  FindFacts1796400000042,
  CoverKeysOfEntries1796400000044,
  FindOlderByKeys1796400000045,
  FindPartsAndOthers1796400000046,
];
