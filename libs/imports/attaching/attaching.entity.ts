import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { DocumentFormat } from '#exchange';

/** A publication whose document holds indicators that are still to become part of it, and how far that has come. */
@Entity('import_attaching')
@Index('import_attaching_document', ['documentId'])
export class ImportAttaching {
  @PrimaryColumn('text', { name: 'publication_id' })
  publicationId!: string;

  /** The draft that is released first; none where it was released as it came. */
  @Column('text', { name: 'draft_id', nullable: true })
  draftId!: string | null;

  /** The publication's latest release when the draft was made, 0 for none: a draft that brought no later one was discarded. */
  @Column('bigint')
  since!: number;

  @Column('text')
  format!: DocumentFormat;

  @Column('text', { name: 'document_id' })
  documentId!: string;

  /** As in `ImportSource`. */
  @Column('integer', { nullable: true })
  head!: number | null;

  /** Indicators come first: a sighting is of one. */
  @Column('text')
  phase!: Phase;

  /** How many parts of this phase are done with. */
  @Column('integer')
  place!: number;

  /** When it came this far. */
  @Column('text')
  at!: string;
}

export type Phase = 'INDICATORS' | 'SIGHTINGS';
