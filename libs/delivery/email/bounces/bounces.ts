import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Bounce } from '#mail';
import { Clock, Database, timestamp } from '#platform';
import type { DeliveryState } from '../../queue/vocabulary.js';
import { wakeReach } from '../../reach/watch-reach.js';
import { MailTroubles } from '../addresses/mail-troubles.js';

/** What the ledger keeps of what the other side said. Characters. */
const LONGEST_SAID = 300;

interface Mailed {
  readonly personId: string;
  readonly memberId: string;
  readonly publicationId: string;
  readonly state: DeliveryState;
}

/** Writes into the ledger what was sent and came back. */
@Injectable()
export class Bounces {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly troubles: MailTroubles,
  ) {}

  /**
   * The same report once more changes nothing.
   * @returns false where the mail has only just left and is not in the ledger as sent: the report is to come again
   */
  async record(deliveryId: string, { cause, said }: Bounce): Promise<boolean> {
    const at = timestamp(this.clock.now());
    const words = said.slice(0, LONGEST_SAID);
    return this.database.write(async (tx) => {
      const [mail] = await tx.rows<Mailed>(sql`
        SELECT address AS "personId", member_id AS "memberId", publication_id AS "publicationId", state FROM delivery
        WHERE id = ${deliveryId} AND channel = 'EMAIL' ${tx.forUpdate}`);
      if (mail?.state === 'PENDING' || mail?.state === 'RETRYING') return false;
      if (mail?.state !== 'SENT') return true;
      await tx.execute(sql`
        UPDATE delivery SET state = 'FAILED', cause = ${cause}, said = ${words} WHERE id = ${deliveryId}`);
      wakeReach(tx, [mail.publicationId]);
      const { personId, memberId } = mail;
      if (cause === 'GONE')
        await this.troubles.fails(tx, { personId, memberId, said: words, at, late: true });
      return true;
    });
  }
}
