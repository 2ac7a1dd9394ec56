import { Injectable } from '@nestjs/common';
import sql, { empty, type Sql } from 'sql-template-tag';
import { may, type Principal, type Role } from '#access';
import { type Connection, type InvitationPurpose, withNodes } from '#contract';
import {
  Clock,
  Database,
  hashToken,
  Ids,
  newToken,
  notFound,
  type Tx,
  timestamp,
  type WriteTx,
} from '#platform';
import { InvitationRow } from './entities/invitation.entity.js';
import { amongIds, askable, forUpdate, isId } from './ids.js';
import { NamePages, type Page } from './name-pages.js';
import { canonicalEmail, sortName } from './names.js';
import { INVITATION_COLUMNS, type InvitationFacts, type InvitationRecord, toInvitation } from './records.js';

const DAY = 24 * 60 * 60 * 1000;
const LIFETIME: Record<InvitationPurpose, number> = { JOIN: 7 * DAY, RESET: DAY };

/** 256 random bits behind a prefix, as `newToken` makes them. */
const TOKEN = /^wfi_[A-Za-z0-9_-]{43}$/;

export interface NewInvitation {
  readonly purpose: InvitationPurpose;
  readonly memberId: string;
  /** Whose password is reset; absent for an invitation to join. */
  readonly personId?: string;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** The person on whose authority it stands; null for the hub's own. */
  readonly invitedById: string | null;
  /** Milliseconds; as long as is usual for its purpose, unless given. */
  readonly goodFor?: number;
}

/** Links that let somebody join or set a new password: good once, for a while, and stored as a hash. */
@Injectable()
export class Invitations {
  constructor(
    private readonly database: Database,
    private readonly pages: NamePages,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Makes one and voids the earlier ones for the same person, or address, at the same member. One of the hub's own, for which anybody may ask,
   * voids only others of its own.
   * @returns the token, known nowhere else
   */
  async insert(
    tx: WriteTx,
    wanted: NewInvitation,
  ): Promise<{ id: string; token: string; expiresAt: string }> {
    const now = this.clock.now();
    const email = canonicalEmail(wanted.email);
    const personId = wanted.personId ?? null;
    const which = wanted.invitedById === null ? sql`AND invited_by_id IS NULL` : empty;
    await this.void(tx, { ...wanted, personId, email }, which);
    const id = this.ids.id();
    const token = newToken('wfi_');
    const expiresAt = timestamp(new Date(now.getTime() + (wanted.goodFor ?? LIFETIME[wanted.purpose])));
    await tx.manager.insert(InvitationRow, {
      id,
      purpose: wanted.purpose,
      memberId: wanted.memberId,
      personId,
      email,
      name: wanted.name,
      sortName: sortName(wanted.name),
      roles: JSON.stringify(wanted.roles),
      tokenHash: hashToken(token),
      expiresAt,
      acceptedAt: null,
      revokedAt: null,
      invitedById: wanted.invitedById,
    });
    return { id, token, expiresAt };
  }

  /** The open invitation that this token is for; `null` for any other text. */
  async byToken(token: string): Promise<InvitationRecord | null> {
    if (!TOKEN.test(token)) return null;
    return this.database.read((tx) =>
      this.find(tx, sql`i.token_hash = ${hashToken(token)} AND ${this.isOpen('i')}`),
    );
  }

  /** An invitation, open or not, for those who run its member. */
  async known(principal: Principal, id: string): Promise<InvitationRecord | null> {
    const found = isId(id) ? await this.database.read((tx) => this.find(tx, sql`i.id = ${id}`)) : null;
    return found && knowsInvitationsOf(principal, found.memberId) ? found : null;
  }

  /** Those of them, open or not, of members whose invitations the viewer may know; in one statement. */
  async knownOf(principal: Principal, ids: readonly string[]): Promise<Map<string, InvitationRecord>> {
    const rows = await this.database.read((tx) =>
      tx.rows<InvitationFacts>(
        sql`SELECT ${INVITATION_COLUMNS} FROM invitation i WHERE i.id ${amongIds(tx, askable(ids))}`,
      ),
    );
    const known = rows.map(toInvitation).filter(({ memberId }) => knowsInvitationsOf(principal, memberId));
    return new Map(known.map((invitation) => [invitation.id, invitation]));
  }

  /** The open invitation, kept from other changes until the transaction ends. @throws Refusal NOT_FOUND */
  async lock(tx: WriteTx, id: string): Promise<InvitationRecord> {
    const found = isId(id)
      ? await this.find(tx, sql`i.id = ${id} AND ${this.isOpen('i')} ${forUpdate(tx)}`)
      : null;
    if (!found) throw notFound();
    return found;
  }

  async revoke(tx: WriteTx, id: string): Promise<void> {
    await tx.execute(sql`UPDATE invitation SET revoked_at = ${timestamp(this.clock.now())} WHERE id = ${id}`);
  }

  /** Uses one up, and voids all others for the same. */
  async use(tx: WriteTx, invitation: InvitationRecord): Promise<void> {
    const now = timestamp(this.clock.now());
    await tx.execute(sql`UPDATE invitation SET accepted_at = ${now} WHERE id = ${invitation.id}`);
    await this.void(tx, invitation);
  }

  private async void(
    tx: WriteTx,
    {
      memberId,
      personId,
      email,
      purpose,
    }: Pick<InvitationRecord, 'memberId' | 'personId' | 'email' | 'purpose'>,
    which = empty,
  ): Promise<void> {
    const whose = personId === null ? sql`email = ${email}` : sql`person_id = ${personId}`;
    await tx.execute(sql`
      UPDATE invitation SET revoked_at = ${timestamp(this.clock.now())}
      WHERE member_id = ${memberId} AND ${whose} AND purpose = ${purpose} AND ${this.isOpen()} ${which}`);
  }

  /** A member's open invitations by name; none for those who may not know of them. */
  async pageOf(principal: Principal, memberId: string, page: Page): Promise<Connection<InvitationRecord>> {
    const known = knowsInvitationsOf(principal, memberId) ? sql`i.member_id = ${memberId}` : sql`1 = 0`;
    const found = await this.pages.page<InvitationFacts>(
      {
        binding: JSON.stringify(['invitations', memberId]),
        table: 'invitation i',
        columns: INVITATION_COLUMNS,
        where: sql`${known} AND ${this.isOpen('i')}`,
        known,
      },
      page,
    );
    return withNodes(found, toInvitation);
  }

  private async find(tx: Tx, where: Sql): Promise<InvitationRecord | null> {
    const [row] = await tx.rows<InvitationFacts>(
      sql`SELECT ${INVITATION_COLUMNS} FROM invitation i WHERE ${where}`,
    );
    return row ? toInvitation(row) : null;
  }

  private isOpen(alias?: 'i'): Sql {
    const of = alias ? sql`i.` : sql``;
    return sql`${of}accepted_at IS NULL AND ${of}revoked_at IS NULL AND ${of}expires_at > ${timestamp(this.clock.now())}`;
  }
}

/** Whether the viewer may know whom a member has invited. */
export const knowsInvitationsOf = ({ viewer, scopes }: Principal, memberId: string): boolean =>
  may(viewer, 'person.manage', { memberId }, scopes);
