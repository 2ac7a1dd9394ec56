import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Tlp } from '#access';
import type { DocumentFormat } from '#exchange';
import { ForwardMigration, type MigrationSql } from '#platform';
import { ImportAttaching } from './attaching/attaching.entity.js';
import { KnownExploitedRow } from './kev/kev.entity.js';

/** What a member knows of a source's document, under the source's own name for it. */
@Entity('import_source')
@Index('import_source_publication', ['publicationId'])
@Index('import_source_document', ['documentId'])
export class ImportSource {
  @PrimaryColumn('text', { name: 'member_id' })
  memberId!: string;

  @PrimaryColumn('text')
  format!: DocumentFormat;

  @PrimaryColumn('text', { name: 'source_id' })
  sourceId!: string;

  /** The publication that it became, or is to become: a draft's id is the id of what is released of it. */
  @Column('text', { name: 'publication_id' })
  publicationId!: string;

  /** The draft that waits; none once it is released as it came. */
  @Column('text', { name: 'draft_id', nullable: true })
  draftId!: string | null;

  /** What was written of it, as a digest: while the publication says that, the document itself says the same. */
  @Column('text')
  said!: string;

  @Column('text')
  version!: string;

  @Column('text', { name: 'version_at' })
  versionAt!: string;

  /** SHA-256 of the document. */
  @Column('text')
  digest!: string;

  /** As the document is marked; none without a marking. */
  @Column('text', { nullable: true })
  marked!: Tlp | null;

  @Column('text', { name: 'document_id' })
  documentId!: string;

  /** The part of the document that it is: a report's place in its bundle; none for all that no report gathers. */
  @Column('integer', { nullable: true })
  head!: number | null;

  /** JSON: ids of the STIX objects that it is, or was taken from. */
  @Column('text', { default: '[]' })
  upstream!: string;
}

/** A document as it came, in as many parts as it has objects. */
@Entity('import_document')
export class ImportDocument {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'member_id' })
  memberId!: string;

  @Column('text', { name: 'created_at' })
  createdAt!: string;
}

@Entity('import_part')
@Index('import_part_object', ['documentId', 'objectId'])
@Index('import_part_about', ['documentId', 'about'])
export class ImportPart {
  @PrimaryColumn('text', { name: 'document_id' })
  documentId!: string;

  @PrimaryColumn('integer')
  ordinal!: number;

  @Column('text', { name: 'object_id' })
  objectId!: string;

  @Column('text')
  type!: string;

  /** The object that it is about, for what only says something of another: a note, a relationship, a sighting; else empty. */
  @Column('text')
  about!: string;

  /** The place of its TLP from the loosest, 0; none for what nothing marks. */
  @Column('integer', { nullable: true })
  tlp!: number | null;

  /** 1 where it is strict by being unmarked. */
  @Column('integer', { name: 'needs_marking' })
  needsMarking!: number;

  /** 1 for what no report gathers. */
  @Column('integer')
  rest!: number;

  /** The text as it came. */
  @Column('text')
  body!: string;
}

export const importsEntities = [ImportSource, ImportDocument, ImportPart, ImportAttaching, KnownExploitedRow];

class AddImports1795478400040 extends ForwardMigration {
  override async apply({ run, orderedText }: MigrationSql): Promise<void> {
    await run(
      `CREATE TABLE import_document (
        id ${orderedText} PRIMARY KEY NOT NULL,
        member_id ${orderedText} NOT NULL,
        created_at TEXT NOT NULL
      )`,
      `CREATE TABLE import_part (
        document_id ${orderedText} NOT NULL REFERENCES import_document (id) ON DELETE CASCADE,
        ordinal INTEGER NOT NULL,
        object_id ${orderedText} NOT NULL,
        type TEXT NOT NULL,
        about ${orderedText} NOT NULL,
        tlp INTEGER,
        needs_marking INTEGER NOT NULL,
        rest INTEGER NOT NULL,
        body TEXT NOT NULL,
        PRIMARY KEY (document_id, ordinal)
      )`,
      'CREATE INDEX import_part_object ON import_part (document_id, object_id)',
      'CREATE INDEX import_part_about ON import_part (document_id, about)',
      `CREATE TABLE import_source (
        member_id ${orderedText} NOT NULL,
        format ${orderedText} NOT NULL,
        source_id ${orderedText} NOT NULL,
        publication_id ${orderedText} NOT NULL,
        draft_id TEXT,
        said TEXT NOT NULL,
        version TEXT NOT NULL,
        version_at TEXT NOT NULL,
        digest TEXT NOT NULL,
        marked TEXT,
        document_id ${orderedText} NOT NULL REFERENCES import_document (id),
        head INTEGER,
        PRIMARY KEY (member_id, format, source_id)
      )`,
      'CREATE INDEX import_source_publication ON import_source (publication_id)',
      'CREATE INDEX import_source_document ON import_source (document_id)',
      `CREATE TABLE known_exploited (
        cve ${orderedText} PRIMARY KEY NOT NULL,
        sequence BIGINT NOT NULL,
        vendor TEXT NOT NULL,
        product TEXT NOT NULL,
        name TEXT NOT NULL,
        description TEXT NOT NULL,
        required_action TEXT NOT NULL,
        added_on TEXT NOT NULL,
        due_on TEXT NOT NULL,
        ransomware INTEGER NOT NULL,
        changed_at TEXT NOT NULL
      )`,
      'CREATE UNIQUE INDEX known_exploited_sequence ON known_exploited (sequence)',
    );
  }
}

class AttachImports1795564800042 extends ForwardMigration {
  override async apply({ run, orderedText }: MigrationSql): Promise<void> {
    await run(
      `CREATE TABLE import_attaching (
        publication_id ${orderedText} PRIMARY KEY NOT NULL,
        draft_id TEXT,
        since BIGINT NOT NULL,
        format TEXT NOT NULL,
        document_id ${orderedText} NOT NULL REFERENCES import_document (id) ON DELETE CASCADE,
        head INTEGER,
        phase TEXT NOT NULL CHECK (phase IN ('INDICATORS', 'SIGHTINGS')),
        place INTEGER NOT NULL,
        at TEXT NOT NULL
      )`,
      'CREATE INDEX import_attaching_document ON import_attaching (document_id)',
    );
  }
}

class AddUpstream1796200000001 extends ForwardMigration {
  override async apply({ run }: MigrationSql): Promise<void> {
    await run("ALTER TABLE import_source ADD COLUMN upstream TEXT NOT NULL DEFAULT '[]'");
  }
}

export const importsMigrations = [
  AddImports1795478400040,
  AttachImports1795564800042,
  AddUpstream1796200000001,
];
