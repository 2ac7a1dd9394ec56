import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Audit } from '#audit';
import { Invitations, Invite, People } from '#members';
import { Clock, Database, timestamp, type WriteTx } from '#platform';

const MINUTE = 60_000;
/** How long a link is good, and how long it is tried to send one. Milliseconds. */
export const LINK_GOOD_FOR = 30 * MINUTE;
/** Between two tries, times their number. Milliseconds. */
const TRY_AGAIN_AFTER = 20_000;

/** A link on its way to whoever asked for it. It is known nowhere else. */
export interface PasswordLink {
  readonly requestId: string;
  readonly name: string;
  readonly address: string;
  readonly link: string;
}

interface Row {
  readonly id: string;
  readonly email: string;
  readonly requestedAt: string;
  readonly tries: number;
}

/** Makes the links for those who forgot their password. */
@Injectable()
export class PasswordRequests {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: People,
    private readonly invitations: Invitations,
    private readonly invite: Invite,
    private readonly audit: Audit,
  ) {}

  /**
   * Takes the next request that is due and makes a link, which voids an earlier one that was asked for alike. Unless `end` is called the request comes due
   * again: so a link that was made and lost in a crash is followed by another.
   * @returns `null` where nothing is due, `'nobody'` for a request that came to nothing
   */
  next(): Promise<PasswordLink | 'nobody' | null> {
    return this.database.write(async (tx) => {
      const now = this.clock.now();
      const skip = tx.dialect === 'postgres' ? sql`FOR UPDATE SKIP LOCKED` : sql``;
      const [row] = await tx.rows<Row>(sql`
        SELECT id, email, requested_at AS "requestedAt", tries FROM password_request
        WHERE due_at <= ${timestamp(now)} ORDER BY due_at, id LIMIT 1 ${skip}`);
      if (!row) return null;
      const late = now.getTime() - Date.parse(row.requestedAt) > LINK_GOOD_FOR;
      const made = late ? null : await this.make(tx, row.email);
      if (!made) {
        await forget(tx, row.id);
        return 'nobody';
      }
      const tries = row.tries + 1;
      const again = timestamp(new Date(now.getTime() + tries * TRY_AGAIN_AFTER));
      await tx.execute(
        sql`UPDATE password_request SET tries = ${tries}, due_at = ${again} WHERE id = ${row.id}`,
      );
      return { requestId: row.id, ...made };
    });
  }

  /** The link has arrived, or never will. */
  end(requestId: string): Promise<void> {
    return this.database.write((tx) => forget(tx, requestId));
  }

  async isAnyDue(): Promise<boolean> {
    const now = timestamp(this.clock.now());
    const rows = await this.database.read((tx) =>
      tx.rows(sql`SELECT 1 AS one FROM password_request WHERE due_at <= ${now} LIMIT 1`),
    );
    return rows.length > 0;
  }

  private async make(tx: WriteTx, email: string): Promise<Omit<PasswordLink, 'requestId'> | null> {
    const person = await this.people.byEmail(tx, email);
    if (!person?.active) return null;
    const { id: personId, memberId, name, roles } = person;
    const { id, token } = await this.invitations.insert(tx, {
      purpose: 'RESET',
      memberId,
      personId,
      email,
      name,
      roles,
      invitedById: null,
      goodFor: LINK_GOOD_FOR,
    });
    this.audit.append(tx, null, {
      action: 'password.sendLink',
      objectType: 'person',
      objectId: personId,
      detail: { invitationId: id },
    });
    return { name, address: person.email, link: this.invite.linkOf(token) };
  }
}

async function forget(tx: WriteTx, id: string): Promise<void> {
  await tx.execute(sql`DELETE FROM password_request WHERE id = ${id}`);
}
