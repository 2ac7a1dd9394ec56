import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Language, TemplateTopic } from '#contract';

/** A template that a member made. */
@Entity('template')
@Index('template_member', ['memberId', 'name'])
export class TemplateRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'member_id' })
  memberId!: string;

  @Column('integer')
  version!: number;

  @Column('text')
  name!: string;

  @Column('text')
  topic!: TemplateTopic;

  @Column('text')
  language!: Language;

  /** JSON: `TemplateContent`. */
  @Column('text')
  content!: string;

  @Column('text', { name: 'updated_at' })
  updatedAt!: string;
}
