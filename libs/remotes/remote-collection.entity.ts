import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Tlp } from '#access';
import type { PollFailure } from './polling/failures.js';

/** A collection of another TAXII server that is read again and again. */
@Entity('remote_collection')
@Index('remote_collection_due', ['state', 'nextPollAt'])
export class RemoteCollectionRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  name!: string;

  /** Ends in `/collections/<id>/`. */
  @Column('text')
  url!: string;

  @Column('text', { name: 'signs_in_by' })
  signsInBy!: 'NOTHING' | 'PASSWORD' | 'TOKEN';

  /** JSON of what it signs in by, sealed; none for nothing. */
  @Column('text', { nullable: true })
  credentials!: string | null;

  /** By whose rights, and so for which member, what comes is taken in. */
  @Column('text', { name: 'person_id' })
  personId!: string;

  /** Nothing comes out looser. */
  @Column('text')
  tlp!: Tlp;

  /** JSON: codes of regions. */
  @Column('text')
  regions!: string;

  /** 1: releases; 0: drafts. */
  @Column('integer')
  releases!: number;

  @Column('integer', { name: 'every_minutes' })
  everyMinutes!: number;

  @Column('text')
  state!: 'ACTIVE' | 'PAUSED';

  /** Read up to here: the server's own moment, as it wrote it. */
  @Column('text', { name: 'added_after', nullable: true })
  addedAfter!: string | null;

  /** Where the page after that begins, while there is more. */
  @Column('text', { name: 'next_page', nullable: true })
  nextPage!: string | null;

  @Column('text', { name: 'next_poll_at' })
  nextPollAt!: string;

  /** The reading under way. */
  @Column('text', { name: 'leased_by', nullable: true })
  leasedBy!: string | null;

  /** It goes on for so long at least; a process that died renews it no more. */
  @Column('text', { name: 'leased_until', nullable: true })
  leasedUntil!: string | null;

  @Column('text', { name: 'last_polled_at', nullable: true })
  lastPolledAt!: string | null;

  @Column('text', { name: 'failing_since', nullable: true })
  failingSince!: string | null;

  @Column('integer')
  failures!: number;

  @Column('text', { name: 'last_failure', nullable: true })
  lastFailure!: PollFailure | null;

  /** What was said of the last failure. */
  @Column('text', { nullable: true })
  said!: string | null;

  /** Objects taken in, left because they were known or ours, and refused, so far. */
  @Column('bigint')
  taken!: number;

  @Column('bigint')
  left!: number;

  @Column('bigint')
  refused!: number;

  @Column('text', { name: 'created_at' })
  createdAt!: string;
}

/** What has come from remote collections: so that it comes once, whichever way it goes round. */
@Entity('remote_object')
export class RemoteObjectRow {
  @PrimaryColumn('text', { name: 'object_id' })
  objectId!: string;

  /** The latest version. */
  @Column('text')
  version!: string;
}
