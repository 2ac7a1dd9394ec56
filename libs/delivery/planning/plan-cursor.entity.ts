import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far into the release log a planner has come. */
@Entity('plan_cursor')
export class PlanCursor {
  @PrimaryColumn('text')
  name!: string;

  /** The last entry that is planned to its end. */
  @Column('bigint')
  sequence!: number;

  /** Within the entry after it: the last member whose people are planned; empty at its beginning. */
  @Column('text')
  position!: string;
}
