import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Tlp } from '#access';
import type { Attribution, HarmlessKind, IndicatorState, IndicatorType } from '#contract';

/** An indicator as it is now. */
@Entity('indicator')
@Index('indicator_found_by', ['foundBy', 'scope'], { unique: true })
@Index('indicator_sequence', ['sequence'], { unique: true })
@Index('indicator_publication', ['publicationId', 'sequence'])
export class IndicatorRecord {
  @PrimaryColumn('text')
  id!: string;

  /** Its latest entry in the log of objects. */
  @Column('bigint')
  sequence!: number;

  /** Its STIX id: of one that came as an object, the object's. */
  @Column('text', { name: 'object_id' })
  objectId!: string;

  @Column('text')
  type!: IndicatorType;

  /** What it is found by: the value, or a digest of what is long. */
  @Column('text', { name: 'found_by' })
  foundBy!: string;

  /** A digest of whose it is and whom it is for: the same value is kept once for each. */
  @Column('text')
  scope!: string;

  @Column('text', { nullable: true })
  value!: string | null;

  @Column('text')
  pattern!: string;

  /** JSON: `Details`. */
  @Column('text')
  details!: string;

  @Column('text')
  tlp!: Tlp;

  @Column('text', { name: 'origin_id' })
  originId!: string;

  @Column('text')
  attribution!: Attribution;

  @Column('text', { name: 'publication_id', nullable: true })
  publicationId!: string | null;

  @Column('text')
  state!: IndicatorState;

  @Column('text', { nullable: true })
  harmless!: HarmlessKind | null;

  @Column('text', { name: 'added_at' })
  addedAt!: string;

  @Column('text', { name: 'updated_at' })
  updatedAt!: string;

  @Column('bigint', { name: 'sighting_count' })
  sightingCount!: number;

  @Column('text', { name: 'first_seen', nullable: true })
  firstSeen!: string | null;

  @Column('text', { name: 'last_seen', nullable: true })
  lastSeen!: string | null;
}

/** The values that a pattern compares with for equality. */
@Entity('indicator_value', { withoutRowid: true })
export class IndicatorValue {
  @PrimaryColumn('text', { name: 'found_by' })
  foundBy!: string;

  @PrimaryColumn('text', { name: 'indicator_id' })
  indicatorId!: string;
}

/** Somebody saw an indicator. */
@Entity('sighting')
@Index('sighting_indicator', ['indicatorId', 'sequence'])
@Index('sighting_told_as', ['indicatorId', 'toldAs'], { unique: true })
export class SightingRecord {
  @PrimaryColumn('text')
  id!: string;

  /** Its entry in the log of objects. */
  @Column('bigint')
  sequence!: number;

  @Column('text', { name: 'indicator_id' })
  indicatorId!: string;

  @Column('text', { name: 'member_id' })
  memberId!: string;

  @Column('text')
  attribution!: Attribution;

  @Column('integer')
  count!: number;

  @Column('text', { name: 'first_seen' })
  firstSeen!: string;

  @Column('text', { name: 'last_seen' })
  lastSeen!: string;

  @Column('text')
  at!: string;

  /** What its source calls it, where it came from outside. */
  @Column('text', { name: 'told_as', nullable: true })
  toldAs!: string | null;
}
