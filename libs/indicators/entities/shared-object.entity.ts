import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { PublicationKind, Tlp } from '#access';
import type { Attribution } from '#contract';

/**
 * The log of objects: each version of whatever leaves the hub as a STIX object, in the order of commits. Whoever reads it from a
 * sequence on misses nothing.
 */
@Entity('shared_object')
@Index('shared_object_added', ['added'], { unique: true })
@Index('shared_object_publication', ['publicationId', 'objectId'])
@Index('shared_object_object', ['objectId', 'sequence'])
export class SharedObject {
  @PrimaryColumn('bigint')
  sequence!: number;

  /** Microseconds since 1970; each entry later than the one before. */
  @Column('bigint')
  added!: number;

  /** A STIX id. */
  @Column('text', { name: 'object_id' })
  objectId!: string;

  @Column('text')
  type!: string;

  /** `modified` as it is written; for what has no versions, what stands for it. */
  @Column('text')
  version!: string;

  @Column('text', { name: 'spec_version' })
  specVersion!: string;

  /** The revision, indicator or sighting that it is made of; none for an object that is kept as it came. */
  @Column('text', { name: 'source_id', nullable: true })
  sourceId!: string | null;

  /** Whose word it is. */
  @Column('text', { name: 'origin_id', nullable: true })
  originId!: string | null;

  @Column('text')
  completion!: Completion;

  /** For what is shared by itself; what is part of a publication is told of as it is. */
  @Column('text')
  attribution!: Attribution;

  /** Its own; what is shown is never looser than its publication's. */
  @Column('text')
  tlp!: Tlp;

  /** JSON: marking references besides that of the TLP. */
  @Column('text', { nullable: true })
  markings!: string | null;

  /** The object in JSON, without what is decided when it is read: who made it, its marking. Empty where all of it is. */
  @Column('text')
  content!: string;

  @Column('text', { name: 'publication_id', nullable: true })
  publicationId!: string | null;
}

/** The keys that open an entry, with what lists filter by: a page is found in this index alone. */
@Entity('shared_object_key', { withoutRowid: true })
@Index('shared_object_key_sequence', ['sequence', 'key'])
export class SharedObjectKey {
  @PrimaryColumn('text')
  key!: string;

  @PrimaryColumn('bigint')
  sequence!: number;

  @Column('text')
  type!: string;

  @Column('text', { name: 'spec_version', default: '2.1' })
  specVersion!: string;

  /** The kind of its publication; none for what is shared by itself. */
  @Column('text', { nullable: true })
  kind!: PublicationKind | null;

  /** A second lock: what is part of a publication is seen by those who see that now. */
  @Column('text', { name: 'publication_id', nullable: true })
  publicationId!: string | null;

  /** The regions that it is for: `shared_object_region`. */
  @Column('text')
  audience!: string;

  /** 1 once a later version follows. */
  @Column('integer')
  superseded!: number;

  /** FACT: named by many, and shown once. REVOKED: stays when its publication is withdrawn. */
  @Column('text')
  role!: ObjectRole;
}

/**
 * What is added to an object when it is read. SIGNED: who made it, the origin or the hub for it, and its marking. MARKED: its
 * marking; who made it, it says by itself. WHOLE: nothing.
 */
export type Completion = 'SIGNED' | 'MARKED' | 'WHOLE';

export type ObjectRole = 'OBJECT' | 'FACT' | 'REVOKED';

/** The regions that audiences name, and those above them; one audience serves many entries. */
@Entity('shared_object_region', { withoutRowid: true })
export class SharedObjectRegion {
  /** A digest of the regions. */
  @PrimaryColumn('text')
  audience!: string;

  @PrimaryColumn('text')
  code!: string;

  /** 1 for a region that is addressed, 0 for one above such a region. */
  @Column('integer')
  direct!: number;
}
