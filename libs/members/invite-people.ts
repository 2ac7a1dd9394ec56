import { Injectable } from '@nestjs/common';
import type { Principal, Role } from '#access';
import { Acting } from '#audit';
import type { InvitePeopleInput } from '#contract';
import { badInput, Refusal, type RefusalCode, type WriteTx } from '#platform';
import { Invite, type Invitee } from './invite.js';
import { Members } from './members.js';
import { type PersonLine, readPeopleCsv, rolesIn } from './people-csv.js';
import { PersonAuthority } from './person-authority.js';
import type { MemberRecord } from './records.js';

/** What came of a line. */
export interface InvitedLine {
  readonly line: number;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly invitationId: string | null;
  readonly error: LineError | null;
}

export interface LineError {
  readonly code: RefusalCode;
  readonly column: string | null;
  readonly message: string;
}

interface Invited {
  readonly invited: boolean;
  readonly lines: readonly InvitedLine[];
}

type Checked = InvitedLine & { readonly invitee: Invitee | null };

/** Invites many people at once: all of them, or nobody. */
@Injectable()
export class InvitePeople {
  constructor(
    private readonly acting: Acting,
    private readonly members: Members,
    private readonly authority: PersonAuthority,
    private readonly inviting: Invite,
  ) {}

  /**
   * Each line is held to what a single invitation is held to; a line that is wrong says why.
   * @returns the links by line, once; none for a repeated request
   * @throws Refusal NOT_FOUND, FORBIDDEN; BAD_INPUT for what is no CSV of people as a whole
   */
  async perform(
    principal: Principal,
    input: InvitePeopleInput,
  ): Promise<Invited & { links: ReadonlyMap<number, string> }> {
    const links = new Map<number, string>();
    const deed = { principal, action: 'person.manage', operation: 'invitePeople', input } as const;
    const result = await this.acting.perform(deed, async (tx, tell): Promise<Invited> => {
      const member = await this.members.lock(tx, input.memberId ?? principal.viewer?.member.id ?? '');
      this.authority.mayManage(principal, member.id, []);
      const checked = await this.check(tx, principal, member, readPeopleCsv(input.csv, ['input', 'csv']));
      const invited = !input.dryRun && checked.every(({ error }) => error === null);
      const lines: InvitedLine[] = [];
      for (const { invitee, ...line } of checked) {
        const made = invited && invitee ? await this.inviting.join(tx, principal, member, invitee) : null;
        if (made) links.set(line.line, made.link);
        lines.push({ ...line, invitationId: made?.id ?? null });
      }
      const detail = { invited, dryRun: input.dryRun, lines: lines.length };
      tell({ objectType: 'member', objectId: member.id, detail });
      return { invited, lines };
    });
    return { ...result, links };
  }

  private async check(
    tx: WriteTx,
    principal: Principal,
    member: MemberRecord,
    people: readonly PersonLine[],
  ): Promise<Checked[]> {
    const seen = new Set<string>();
    const checked: Checked[] = [];
    for (const person of people) {
      const { line, email, name } = person;
      try {
        const roles = rolesIn(person.roles, ['roles']);
        const invitee = await this.inviting.checked(tx, principal, member, { email, name, roles }, []);
        if (seen.has(invitee.email)) throw badInput(['email'], 'This address stands in an earlier line too.');
        seen.add(invitee.email);
        checked.push({ line, ...invitee, invitationId: null, error: null, invitee });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        checked.push({
          line,
          email,
          name,
          roles: [],
          invitationId: null,
          error: errorOf(error),
          invitee: null,
        });
      }
    }
    return checked;
  }
}

const errorOf = ({ code, field, message }: Refusal): LineError => ({
  ...{ code, message },
  column: field?.[0] ?? null,
});
