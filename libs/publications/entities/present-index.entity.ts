import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { PublicationKind, Tlp } from '#access';
import type { AffectedSystem, AlertLevel, PublicationState, PublicationStatus } from '#contract';

/** The present audience of each publication, with what the feed filters by: the feed is read from this index alone. */
@Entity('publication_key', { withoutRowid: true })
@Index('publication_key_publication', ['publicationId', 'key'])
export class PublicationKey {
  @PrimaryColumn('text')
  key!: string;

  /** The publication's latest release. */
  @PrimaryColumn('bigint')
  sequence!: number;

  @Column('text', { name: 'publication_id' })
  publicationId!: string;

  @Column('text')
  kind!: PublicationKind;

  @Column('text')
  tlp!: Tlp;

  @Column('integer', { nullable: true })
  severity!: number | null;

  @Column('text')
  status!: PublicationStatus;

  @Column('text')
  state!: PublicationState;

  @Column('text', { name: 'expires_at', nullable: true })
  expiresAt!: string | null;
}

/** The regions that a publication is addressed to, and those above them. */
@Entity('publication_region', { withoutRowid: true })
export class PublicationRegion {
  @PrimaryColumn('text', { name: 'publication_id' })
  publicationId!: string;

  @PrimaryColumn('text')
  code!: string;

  /** 1 for a region that it is addressed to, 0 for one above such a region. */
  @Column('integer')
  direct!: number;
}

/** The systems that a publication concerns. */
@Entity('publication_system', { withoutRowid: true })
export class PublicationSystem {
  @PrimaryColumn('text', { name: 'publication_id' })
  publicationId!: string;

  @PrimaryColumn('text')
  system!: AffectedSystem;
}

/** The CVE ids that a publication names, latest release last. */
@Entity('publication_cve', { withoutRowid: true })
@Index('publication_cve_publication', ['publicationId'])
export class PublicationCve {
  @PrimaryColumn('text')
  cve!: string;

  @PrimaryColumn('bigint')
  sequence!: number;

  @Column('text', { name: 'publication_id' })
  publicationId!: string;
}

/** The alert level that a publication sets now, and for which region. */
@Entity('publication_level')
@Index('publication_level_region', ['region'])
export class PublicationLevel {
  @PrimaryColumn('text', { name: 'publication_id' })
  publicationId!: string;

  @Column('text')
  region!: string;

  @Column('text')
  level!: AlertLevel;
}
