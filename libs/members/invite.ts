import { Inject, Injectable } from '@nestjs/common';
import { may, type Principal } from '#access';
import { Acting } from '#audit';
import type { CreatePasswordResetInput, InvitePersonInput, RevokeInvitationInput } from '#contract';
import { badInput, CONFIG, type Config, cleanLine, type FieldPath, notFound, type WriteTx } from '#platform';
import { Invitations, knowsInvitationsOf } from './invitations.js';
import { Members } from './members.js';
import { readEmail } from './names.js';
import { People } from './people.js';
import { PersonAuthority } from './person-authority.js';
import type { MemberRecord } from './records.js';

const MOST_NAME = 100;

/** Reads a person's name. @throws Refusal BAD_INPUT */
export const readPersonName = (name: unknown, field: FieldPath = ['input', 'name']): string =>
  cleanLine(name, { field, min: 1, max: MOST_NAME });

/** Somebody to be invited, as asked for. */
export type Invitee = Pick<InvitePersonInput, 'email' | 'name' | 'roles'>;

/** Makes and withdraws the links by which people join and set new passwords. */
@Injectable()
export class Invite {
  constructor(
    private readonly acting: Acting,
    private readonly invitations: Invitations,
    private readonly members: Members,
    private readonly people: People,
    private readonly authority: PersonAuthority,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  /**
   * Invites somebody. An address that has an account at a member whose people the viewer may not know gets an invitation like
   * any other, which then cannot be accepted.
   * @returns the link once; `null` for a repeated request
   * @throws Refusal NOT_FOUND, FORBIDDEN, BAD_INPUT
   */
  async person(
    principal: Principal,
    input: InvitePersonInput,
  ): Promise<{ invitationId: string; link: string | null }> {
    let link: string | null = null;
    const deed = { principal, action: 'person.manage', operation: 'invitePerson', input } as const;
    const result = await this.acting.perform(deed, async (tx, tell) => {
      const member = await this.members.lock(tx, input.memberId ?? principal.viewer?.member.id ?? '');
      const invitee = await this.checked(tx, principal, member, input, ['input']);
      const made = await this.join(tx, principal, member, invitee);
      link = made.link;
      const detail = { memberId: member.id, roles: invitee.roles };
      tell({ objectType: 'invitation', objectId: made.id, detail });
      return { invitationId: made.id };
    });
    return { ...result, link };
  }

  /**
   * Whoever may be invited to a locked member, in the form in which they are kept.
   * @throws Refusal FORBIDDEN, BAD_INPUT naming the field
   */
  async checked(
    tx: WriteTx,
    principal: Principal,
    member: MemberRecord,
    { email: address, name: called, roles: asked }: Invitee,
    path: FieldPath,
  ): Promise<Invitee> {
    const roles = this.authority.readRoles(member, asked, [...path, 'roles']);
    this.authority.mayManage(principal, member.id, roles);
    const email = readEmail(address, [...path, 'email']);
    const name = readPersonName(called, [...path, 'name']);
    await this.mustBeNew(tx, principal, email, [...path, 'email']);
    return { email, name, roles };
  }

  /** Makes the invitation of somebody who was checked. @returns its id, and the link, which is shown once */
  async join(
    tx: WriteTx,
    principal: Principal,
    { id: memberId }: MemberRecord,
    { email, name, roles }: Invitee,
  ): Promise<{ id: string; link: string }> {
    const invitedById = principal.viewer?.personId ?? null;
    const wanted = { purpose: 'JOIN', memberId, email, name, roles, invitedById } as const;
    const { id, token } = await this.invitations.insert(tx, wanted);
    return { id, link: this.linkOf(token) };
  }

  /** @throws Refusal NOT_FOUND, also for a member whose invitations the viewer may not know */
  revoke(principal: Principal, input: RevokeInvitationInput): Promise<{ invitationId: string }> {
    return this.acting.perform(
      { principal, action: 'person.manage', operation: 'revokeInvitation', input },
      async (tx, tell) => {
        const { id, memberId, roles } = await this.invitations.lock(tx, input.id);
        if (!knowsInvitationsOf(principal, memberId)) throw notFound();
        this.authority.mayManage(principal, memberId, roles);
        await this.invitations.revoke(tx, id);
        tell({ objectType: 'invitation', objectId: id, detail: { memberId } });
        return { invitationId: id };
      },
    );
  }

  /** @returns the link once; `null` for a repeated request. @throws Refusal NOT_FOUND, FORBIDDEN */
  async reset(
    principal: Principal,
    input: CreatePasswordResetInput,
  ): Promise<{ expiresAt: string; link: string | null }> {
    let link: string | null = null;
    const deed = { principal, action: 'person.manage', operation: 'createPasswordReset', input } as const;
    const result = await this.acting.perform(deed, async (tx, tell) => {
      const {
        id: personId,
        memberId,
        email,
        name,
        roles,
      } = await this.authority.managed(tx, principal, input.personId);
      const invitedById = principal.viewer?.personId ?? null;
      const made = await this.invitations.insert(tx, {
        purpose: 'RESET',
        memberId,
        personId,
        email,
        name,
        roles,
        invitedById,
      });
      link = this.linkOf(made.token);
      tell({ objectType: 'person', objectId: personId, detail: { invitationId: made.id } });
      return { expiresAt: made.expiresAt };
    });
    return { ...result, link };
  }

  /** The token stands in the fragment, which browsers send to no server and name in no Referer header. */
  linkOf(token: string): string {
    return `${this.config.publicUrl}/invitation#${token}`;
  }

  private async mustBeNew(tx: WriteTx, principal: Principal, email: string, field: FieldPath): Promise<void> {
    const person = await this.people.byEmail(tx, email);
    if (person && may(principal.viewer, 'person.manage', { memberId: person.memberId }, principal.scopes)) {
      throw badInput(field, 'This address has an account already.');
    }
  }
}
