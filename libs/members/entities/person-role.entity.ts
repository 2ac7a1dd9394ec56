import { Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '#access';

@Entity('person_role')
export class PersonRoleRow {
  @PrimaryColumn('text', { name: 'person_id' })
  personId!: string;

  @PrimaryColumn('text')
  role!: Role;
}
