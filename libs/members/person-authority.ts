import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { HUB_ROLES, may, type Principal, type Role } from '#access';
import { badInput, conflict, type FieldPath, forbidden, notFound, type WriteTx } from '#platform';
import { Members } from './members.js';
import { People } from './people.js';
import { knowsPerson } from './person-view.js';
import type { MemberRecord, PersonRecord } from './records.js';

const isHubRole = (role: Role): boolean => HUB_ROLES.includes(role);

/** Whether a principal runs the whole hub: hub roles, and whoever holds one, are theirs alone to handle. */
export const runsHub = ({ viewer, scopes }: Principal): boolean =>
  may(viewer, 'person.grantHubRole', {}, scopes);

/** Who may handle whom: a coordinator their own member's people, an operator all; hub roles only an operator. */
@Injectable()
export class PersonAuthority {
  constructor(
    private readonly members: Members,
    private readonly people: People,
  ) {}

  /**
   * The person, whom the principal may handle. Their member is kept from other such changes until the transaction ends.
   * @throws Refusal NOT_FOUND for whom the principal may not know, FORBIDDEN for whom they may know and not handle
   */
  async managed(tx: WriteTx, principal: Principal, personId: string): Promise<PersonRecord> {
    const known = await this.people.get(tx, personId);
    if (!known || !knowsPerson(principal, known)) throw notFound();
    this.mayManage(principal, known.memberId, known.roles);
    await this.members.lock(tx, known.memberId);
    const person = await this.people.get(tx, personId);
    if (!person) throw notFound();
    this.mayManage(principal, person.memberId, person.roles);
    return person;
  }

  /** @throws Refusal FORBIDDEN unless the principal may handle somebody of this member with these roles */
  mayManage(principal: Principal, memberId: string, roles: readonly Role[]): void {
    if (!may(principal.viewer, 'person.manage', { memberId }, principal.scopes)) throw forbidden();
    if (roles.some(isHubRole) && !runsHub(principal))
      throw forbidden('Only an operator handles those who hold a role of the hub.');
  }

  /** Roles as given, each once. @throws Refusal BAD_INPUT for none, and for a hub role at another member */
  readRoles(member: MemberRecord, roles: readonly Role[], field: FieldPath): Role[] {
    if (roles.length === 0) throw badInput(field, 'Give at least one role.');
    if (member.kind !== 'HUB' && roles.some(isHubRole)) {
      throw badInput(field, `${HUB_ROLES.join(', ')} are roles at the HUB member only.`);
    }
    return [...new Set(roles)];
  }

  /**
   * Refuses what would leave nobody to run a member, or the hub. An operator may leave a member without a coordinator, since
   * operators can make another; nobody may leave the hub without an operator.
   * @param keeps the roles that the person will still hold and use
   * @throws Refusal CONFLICT
   */
  async leavesSomebody(
    tx: WriteTx,
    principal: Principal,
    person: PersonRecord,
    keeps: readonly Role[],
  ): Promise<void> {
    if (person.suspended) return;
    const loses = (role: Role) => person.roles.includes(role) && !keeps.includes(role);
    if (loses('OPERATOR') && !(await this.another(tx, person, 'OPERATOR'))) {
      throw conflict('The hub needs an operator: make another one first.');
    }
    if (loses('COORDINATOR') && !runsHub(principal) && !(await this.another(tx, person, 'COORDINATOR'))) {
      throw conflict('Your member needs a coordinator: make another one first.');
    }
  }

  private async another(tx: WriteTx, { id, memberId }: PersonRecord, role: Role): Promise<boolean> {
    const rows = await tx.rows(sql`
      SELECT 1 FROM person p JOIN person_role r ON r.person_id = p.id
      WHERE p.member_id = ${memberId} AND r.role = ${role} AND p.suspended_at IS NULL AND p.id <> ${id} LIMIT 1`);
    return rows.length > 0;
  }
}
