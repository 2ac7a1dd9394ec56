import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Tlp } from '#access';
import type { LoggedKind } from '../log/log-entry.js';

/** A numbered version of a publication. Rows are only ever added; the database itself refuses anything else. */
@Entity('revision')
@Index('revision_number', ['publicationId', 'number'], { unique: true })
export class RevisionRecord {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'publication_id' })
  publicationId!: string;

  /** From 1, counting all of them. What a viewer is shown counts only those that they may see. */
  @Column('integer')
  number!: number;

  @Column('bigint')
  sequence!: number;

  @Column('text')
  what!: LoggedKind;

  @Column('text')
  tlp!: Tlp;

  /** JSON: `Content`. */
  @Column('text')
  content!: string;

  /** JSON: `Addressed`. */
  @Column('text')
  audience!: string;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('text', { name: 'author_id' })
  authorId!: string;

  @Column('text', { name: 'released_by_id' })
  releasedById!: string;

  @Column('text')
  at!: string;
}

/** The release log. Rows are only ever added. */
@Entity('release')
@Index('release_publication', ['publicationId', 'sequence'])
@Index('release_at', ['at', 'sequence'])
export class ReleaseRecord {
  @PrimaryColumn('bigint')
  sequence!: number;

  @Column('text', { name: 'publication_id' })
  publicationId!: string;

  @Column('text', { name: 'revision_id' })
  revisionId!: string;

  @Column('text')
  what!: LoggedKind;

  /** Never earlier than the entry before, whatever the clocks of several hubs say. */
  @Column('text')
  at!: string;
}

/** The keys of an entry; `lost` marks those that opened the publication until then and no longer do. Rows are only ever added. */
@Entity('release_key', { withoutRowid: true })
@Index('release_key_sequence', ['sequence', 'lost', 'key'])
export class ReleaseKey {
  @PrimaryColumn('text')
  key!: string;

  @PrimaryColumn('bigint')
  sequence!: number;

  @PrimaryColumn('integer')
  lost!: number;
}
