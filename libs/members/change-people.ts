import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Principal, Role } from '#access';
import { Acting, type Tell } from '#audit';
import type { ChangeRolesInput, ReinstatePersonInput, SetContactInput, SuspendPersonInput } from '#contract';
import { Clock, cleanText, conflict, forbidden, timestamp, type WriteTx } from '#platform';
import { AccessChanges, releaseHead } from './access-changes.js';
import { PersonRoleRow } from './entities/person-role.entity.js';
import { Members } from './members.js';
import { PersonAuthority } from './person-authority.js';
import type { PersonRecord } from './records.js';
import { MOST_REASON } from './suspend-members.js';

type Changed = Promise<{ personId: string }>;
type Work = (tx: WriteTx, person: PersonRecord) => Promise<Readonly<Record<string, unknown>>>;

/** Changes what people may do. */
@Injectable()
export class ChangePeople {
  constructor(
    private readonly acting: Acting,
    private readonly members: Members,
    private readonly authority: PersonAuthority,
    private readonly accessChanges: AccessChanges,
    private readonly clock: Clock,
  ) {}

  /** Nobody gives themselves more than they have. @throws Refusal NOT_FOUND, FORBIDDEN, BAD_INPUT, CONFLICT */
  changeRoles(principal: Principal, input: ChangeRolesInput): Changed {
    return this.change(principal, 'changeRoles', input, async (tx, person) => {
      const member = await this.members.lock(tx, person.memberId);
      const roles = this.authority.readRoles(member, input.roles, ['input', 'roles']);
      this.authority.mayManage(principal, member.id, roles);
      if (person.id === principal.viewer?.personId && gains(person.roles, roles)) {
        throw forbidden('You cannot give a role to yourself.');
      }
      await this.authority.leavesSomebody(tx, principal, person, roles);
      await this.setRoles(tx, person, roles);
      return { from: person.roles, to: roles };
    });
  }

  /** @throws Refusal NOT_FOUND, FORBIDDEN */
  setContact(principal: Principal, input: SetContactInput): Changed {
    return this.change(principal, 'setContact', input, async (tx, { id }) => {
      await tx.execute(sql`UPDATE person SET contact = ${input.contact} WHERE id = ${id}`);
      return { contact: input.contact };
    });
  }

  /** They hold no keys from now on, and what they signed in with is void. @throws Refusal NOT_FOUND, FORBIDDEN, CONFLICT */
  suspend(principal: Principal, input: SuspendPersonInput): Changed {
    return this.change(principal, 'suspendPerson', input, async (tx, person) => {
      const reason = cleanText(input.reason, {
        field: ['input', 'reason'],
        min: 1,
        max: MOST_REASON,
        multiline: true,
      });
      if (person.id === principal.viewer?.personId) throw conflict('You cannot suspend yourself.');
      await this.authority.leavesSomebody(tx, principal, person, []);
      if (!person.suspended) {
        const now = timestamp(this.clock.now());
        await tx.execute(sql`UPDATE person SET suspended_at = ${now}, era = era + 1 WHERE id = ${person.id}`);
        this.accessChanges.record(tx, 'PERSON', person.id);
      }
      return { reason };
    });
  }

  /** @throws Refusal NOT_FOUND, FORBIDDEN */
  reinstate(principal: Principal, input: ReinstatePersonInput): Changed {
    return this.change(principal, 'reinstatePerson', input, async (tx, person) => {
      if (person.suspended) {
        const since = await releaseHead(tx);
        await tx.execute(
          sql`UPDATE person SET suspended_at = NULL, since = ${since} WHERE id = ${person.id}`,
        );
        this.accessChanges.record(tx, 'PERSON', person.id);
      }
      return {};
    });
  }

  private change(
    principal: Principal,
    operation: string,
    input: { personId: string; idempotencyKey?: string | null },
    work: Work,
  ): Changed {
    return this.acting.perform(
      { principal, action: 'person.manage', operation, input },
      async (tx, tell: Tell) => {
        const person = await this.authority.managed(tx, principal, input.personId);
        tell({ objectType: 'person', objectId: person.id, detail: await work(tx, person) });
        return { personId: person.id };
      },
    );
  }

  private async setRoles(tx: WriteTx, { id, roles: from }: PersonRecord, to: readonly Role[]): Promise<void> {
    if (from.length === to.length && to.every((role) => from.includes(role))) return;
    await tx.execute(sql`DELETE FROM person_role WHERE person_id = ${id}`);
    await tx.manager.insert(
      PersonRoleRow,
      to.map((role) => ({ personId: id, role })),
    );
    if (gainsReading(from, to)) {
      await tx.execute(sql`UPDATE person SET since = ${await releaseHead(tx)} WHERE id = ${id}`);
    }
    this.accessChanges.record(tx, 'PERSON', id);
  }
}

const reads = (roles: readonly Role[]): boolean => roles.some((role) => role !== 'AUDITOR');

/** Whether a change of roles lets somebody do more. Whoever reads by another role gains nothing by VIEWER. */
const gains = (from: readonly Role[], to: readonly Role[]): boolean =>
  to.some((role) => !from.includes(role) && !(role === 'VIEWER' && reads(from)));

/** Whether a change of roles brings keys to what is released: those of a reader, or those of an analyst. */
const gainsReading = (from: readonly Role[], to: readonly Role[]): boolean =>
  (reads(to) && !reads(from)) || (to.includes('ANALYST') && !from.includes('ANALYST'));
