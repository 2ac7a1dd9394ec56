import { type ClassOf, ForwardMigration, type MigrationSql } from '#platform';

/** What has been released is never changed and never removed, by nobody. */
const APPEND_ONLY = ['revision', 'release', 'release_key'];

const sqliteGuards = APPEND_ONLY.flatMap((table) =>
  ['UPDATE', 'DELETE'].map(
    (deed) => `CREATE TRIGGER ${table}_no_${deed.toLowerCase()} BEFORE ${deed} ON ${table}
      BEGIN SELECT RAISE(ABORT, 'rows of ${table} are only added'); END`,
  ),
);

const postgresGuards = [
  `CREATE FUNCTION refuse_change_of_release() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'rows of % are only added', TG_TABLE_NAME; END $$`,
  ...APPEND_ONLY.map(
    (table) => `CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_release()`,
  ),
];

class AddPublications1793404800005 extends ForwardMigration {
  override async apply({ run, dialect, orderedText }: MigrationSql): Promise<void> {
    const keyed = dialect === 'sqlite' ? 'WITHOUT ROWID' : '';
    await run(
      ...publications(orderedText),
      ...releases(orderedText, keyed),
      ...presentIndexes(orderedText, keyed, dialect === 'postgres'),
      ...drafts(orderedText, keyed),
      ...(dialect === 'sqlite' ? sqliteGuards : postgresGuards),
      ...(dialect === 'sqlite' ? sqliteText : postgresText),
      ...(dialect === 'sqlite' ? [] : postgresEstimates),
    );
  }
}

const publications = (orderedText: string) => [
  `CREATE TABLE publication (
    id ${orderedText} PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    origin_id ${orderedText} NOT NULL,
    on_behalf_of_id TEXT,
    attribution TEXT NOT NULL,
    state TEXT NOT NULL,
    tlp TEXT NOT NULL,
    status TEXT NOT NULL,
    severity INTEGER,
    revision_id TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    first_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    expires_at ${orderedText},
    audience_changed INTEGER NOT NULL,
    superseded_by_id ${orderedText},
    withdrawn_at TEXT,
    withdrawal_reason TEXT
  )`,
  'CREATE UNIQUE INDEX publication_sequence ON publication (sequence)',
  'CREATE INDEX publication_origin ON publication (origin_id, sequence)',
  'CREATE INDEX publication_superseded_by ON publication (superseded_by_id)',
  `CREATE TABLE publication_supersedes (
    publication_id ${orderedText} NOT NULL REFERENCES publication (id),
    superseded_id ${orderedText} NOT NULL REFERENCES publication (id),
    PRIMARY KEY (publication_id, superseded_id)
  )`,
  'CREATE INDEX publication_supersedes_superseded ON publication_supersedes (superseded_id)',
];

const releases = (orderedText: string, keyed: string) => [
  `CREATE TABLE revision (
    id ${orderedText} PRIMARY KEY NOT NULL,
    publication_id ${orderedText} NOT NULL REFERENCES publication (id),
    number INTEGER NOT NULL,
    sequence BIGINT NOT NULL,
    what TEXT NOT NULL,
    tlp TEXT NOT NULL,
    content TEXT NOT NULL,
    audience TEXT NOT NULL,
    note TEXT,
    author_id TEXT NOT NULL,
    released_by_id TEXT NOT NULL,
    at TEXT NOT NULL
  )`,
  'CREATE UNIQUE INDEX revision_number ON revision (publication_id, number)',
  `CREATE TABLE release (
    sequence BIGINT PRIMARY KEY NOT NULL,
    publication_id ${orderedText} NOT NULL REFERENCES publication (id),
    revision_id ${orderedText} NOT NULL REFERENCES revision (id),
    what TEXT NOT NULL,
    at ${orderedText} NOT NULL
  )`,
  'CREATE INDEX release_publication ON release (publication_id, sequence)',
  'CREATE INDEX release_at ON release (at, sequence)',
  `CREATE TABLE release_key (
    key ${orderedText} NOT NULL,
    sequence BIGINT NOT NULL REFERENCES release (sequence),
    lost INTEGER NOT NULL,
    PRIMARY KEY (key, sequence, lost)
  ) ${keyed}`,
  'CREATE INDEX release_key_sequence ON release_key (sequence, lost, key)',
];

/** On PostgreSQL the primary key of the feed's index carries all of its columns, as it does in SQLite without a row id. */
const presentIndexes = (orderedText: string, keyed: string, including: boolean) => [
  `CREATE TABLE publication_key (
    key ${orderedText} NOT NULL,
    sequence BIGINT NOT NULL,
    publication_id ${orderedText} NOT NULL REFERENCES publication (id),
    kind TEXT NOT NULL,
    tlp TEXT NOT NULL,
    severity INTEGER,
    status TEXT NOT NULL,
    state TEXT NOT NULL,
    expires_at ${orderedText},
    PRIMARY KEY (key, sequence)${including ? ' INCLUDE (publication_id, kind, tlp, severity, status, state, expires_at)' : ''}
  ) ${keyed}`,
  'CREATE INDEX publication_key_publication ON publication_key (publication_id, key)',
  `CREATE TABLE publication_region (
    publication_id ${orderedText} NOT NULL REFERENCES publication (id),
    code ${orderedText} NOT NULL,
    direct INTEGER NOT NULL,
    PRIMARY KEY (publication_id, code)
  ) ${keyed}`,
  `CREATE TABLE publication_system (
    publication_id ${orderedText} NOT NULL REFERENCES publication (id),
    system ${orderedText} NOT NULL,
    PRIMARY KEY (publication_id, system)
  ) ${keyed}`,
  `CREATE TABLE publication_cve (
    cve ${orderedText} NOT NULL,
    sequence BIGINT NOT NULL,
    publication_id ${orderedText} NOT NULL REFERENCES publication (id),
    PRIMARY KEY (cve, sequence)
  ) ${keyed}`,
  'CREATE INDEX publication_cve_publication ON publication_cve (publication_id)',
];

const drafts = (orderedText: string, keyed: string) => [
  `CREATE TABLE draft (
    id ${orderedText} PRIMARY KEY NOT NULL,
    sequence BIGINT NOT NULL,
    member_id ${orderedText} NOT NULL,
    author_id TEXT NOT NULL,
    writer_id TEXT NOT NULL,
    writer_member_id TEXT NOT NULL,
    revises_id ${orderedText} REFERENCES publication (id),
    base_revision_id TEXT,
    content TEXT NOT NULL,
    note TEXT,
    supersedes_ids TEXT NOT NULL,
    origins_word TEXT,
    state TEXT NOT NULL,
    version INTEGER NOT NULL,
    review_reasons TEXT NOT NULL,
    review_note TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
  )`,
  `CREATE TABLE draft_key (
    key ${orderedText} NOT NULL,
    sequence BIGINT NOT NULL,
    draft_id ${orderedText} NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
    state TEXT NOT NULL,
    PRIMARY KEY (key, sequence)
  ) ${keyed}`,
  'CREATE INDEX draft_key_draft ON draft_key (draft_id)',
];

/** The index of words holds no text: what is shown comes from the revision. Its row id is the latest release's sequence. */
const sqliteText = [
  `CREATE VIRTUAL TABLE publication_text USING fts5 (
    words, content = '', contentless_delete = 1, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 0'
  )`,
];

const postgresText = [
  'CREATE TABLE publication_text (sequence BIGINT PRIMARY KEY NOT NULL, words TSVECTOR NOT NULL)',
  'CREATE INDEX publication_text_words ON publication_text USING gin (words)',
];

/**
 * A key opens one publication or nearly all. By the average, PostgreSQL would rather sort all rows of a key than read the
 * latest in order; told that there are few keys, it reads in order.
 */
const postgresEstimates = ['publication_key', 'release_key'].map(
  (table) => `ALTER TABLE ${table} ALTER COLUMN key SET (n_distinct = 20)`,
);

class AddLevels1795600000002 extends ForwardMigration {
  override async apply({ run, orderedText }: MigrationSql): Promise<void> {
    await run(
      `CREATE TABLE publication_level (
        publication_id ${orderedText} PRIMARY KEY NOT NULL REFERENCES publication (id),
        region ${orderedText} NOT NULL,
        level TEXT NOT NULL CHECK (level IN ('LOW', 'GUARDED', 'ELEVATED', 'HIGH', 'SEVERE'))
      )`,
      'CREATE INDEX publication_level_region ON publication_level (region)',
    );
  }
}

class AddReleaseSchedule1795600000004 extends ForwardMigration {
  override async apply({ run, orderedText }: MigrationSql): Promise<void> {
    await run(
      `CREATE TABLE release_schedule (
        draft_id ${orderedText} PRIMARY KEY NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
        version INTEGER NOT NULL,
        person_id TEXT NOT NULL,
        note TEXT,
        supersedes_ids TEXT,
        at ${orderedText} NOT NULL,
        state ${orderedText} NOT NULL CHECK (state IN ('WAITING', 'REFUSED')),
        refusal TEXT
      )`,
      'CREATE INDEX release_schedule_due ON release_schedule (state, at)',
    );
  }
}

export const publicationsMigrations: readonly ClassOf[] = [
  AddPublications1793404800005,
  AddLevels1795600000002,
  AddReleaseSchedule1795600000004,
];
