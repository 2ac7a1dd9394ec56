import { Injectable } from '@nestjs/common';
import { HUB_ROLES, may, principalOf, type Role } from '#access';
import { notFound, type WriteTx } from '#platform';
import { Invitations } from './invitations.js';
import { Members } from './members.js';
import { People } from './people.js';
import { runsHub } from './person-authority.js';
import type { InvitationRecord, PersonRecord } from './records.js';
import { Viewers } from './viewers.js';

/** Turns an invitation into what it is for. The password is another library's business. */
@Injectable()
export class AcceptInvitations {
  constructor(
    private readonly invitations: Invitations,
    private readonly members: Members,
    private readonly people: People,
    private readonly viewers: Viewers,
  ) {}

  /**
   * Uses an invitation up. It is good only while whoever made it could still make it: with their rights of today, for the
   * roles that it brings, or that the person whose password is reset holds today.
   * @param name for somebody who joins, the name they prefer
   * @returns the person who joined or whose password is reset
   * @throws Refusal NOT_FOUND for whatever stands in the way, so that a link tells nothing of accounts
   */
  async accept(tx: WriteTx, { id, memberId }: InvitationRecord, name?: string): Promise<PersonRecord> {
    const member = await this.members.lock(tx, memberId);
    if (member.suspended) throw notFound();
    const invitation = await this.invitations.lock(tx, id);
    const person = await this.personOf(tx, invitation, name);
    await this.stillStands(tx, invitation, person.roles);
    await this.invitations.use(tx, invitation);
    return person;
  }

  private async personOf(tx: WriteTx, invitation: InvitationRecord, name?: string): Promise<PersonRecord> {
    const { purpose, personId, memberId, email, roles } = invitation;
    if (purpose === 'RESET') {
      const person = await this.people.get(tx, personId ?? '');
      if (!person?.active) throw notFound();
      return person;
    }
    if (await this.people.byEmail(tx, email)) throw notFound();
    const [id = ''] = await this.people.insertMany(tx, [
      { memberId, name: name ?? invitation.name, email, roles },
    ]);
    const joined = await this.people.get(tx, id);
    if (!joined) throw notFound();
    return joined;
  }

  private async stillStands(
    tx: WriteTx,
    { invitedById, memberId }: InvitationRecord,
    roles: readonly Role[],
  ): Promise<void> {
    if (invitedById === null) return;
    const inviter = principalOf(await this.viewers.load(tx, invitedById));
    const brings = roles.some((role) => HUB_ROLES.includes(role));
    if (!may(inviter.viewer, 'person.manage', { memberId }) || (brings && !runsHub(inviter)))
      throw notFound();
  }
}
