import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Principal, Viewer } from '#access';
import { Acting } from '#audit';
import type { TestMailInput } from '#contract';
import { Mailer } from '#mail';
import { Clock, conflict, Ids, rateLimited, timestamp } from '#platform';
import type { Attempt, Due } from '../../channels/channel.js';
import { numberOfId } from '../../queue/delivery-view.js';
import { PutDeliveries } from '../../queue/put-deliveries.js';
import { testLetter } from '../letters/test-letter.js';
import { MailLinks } from '../links/mail-links.js';
import { sendBy } from './outcomes.js';
import type { MailReader } from './readers.js';

/** Between two that one sends oneself. Milliseconds. */
const ONE_EVERY = 60_000;

/** A mail to oneself, to see whether mail arrives. It goes out in quiet hours, and to an address that was refused. */
@Injectable()
export class TestMails {
  constructor(
    private readonly acting: Acting,
    private readonly deliveries: PutDeliveries,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly mailer: Mailer,
    private readonly links: MailLinks,
  ) {}

  /** @returns the delivery's id. @throws Refusal CONFLICT at a hub that sends no mail; RATE_LIMITED within a minute of the last */
  put(principal: Principal, input: TestMailInput): Promise<{ deliveryId: string }> {
    const deed = { principal, action: 'preferences.setOwn', operation: 'testMail', input } as const;
    return this.acting.perform(deed, async (tx, tell) => {
      if (!this.mailer.isOn) throw conflict('This hub sends no mail.');
      const { personId, member } = principal.viewer as Viewer;
      const since = timestamp(new Date(this.clock.now().getTime() - ONE_EVERY));
      const recent = await tx.rows(sql`
        SELECT id FROM delivery WHERE channel = 'EMAIL' AND address = ${personId} AND reason = 'TEST'
          AND planned_at > ${since} LIMIT 1`);
      if (recent.length > 0) throw rateLimited();
      const deliveryId = this.ids.id();
      const which = { reason: 'TEST', step: numberOfId(deliveryId), urgent: true } as const;
      const whom = { address: personId, personId, memberId: member.id };
      await this.deliveries.put(tx, [{ id: deliveryId, channel: 'EMAIL', ...whom, ...which }]);
      tell({ objectType: 'person', objectId: personId });
      return { deliveryId };
    });
  }

  prepare(due: readonly Due[], readers: ReadonlyMap<string, MailReader>): Map<string, Attempt> {
    return new Map(
      due.flatMap(({ id, address: personId }): [string, Attempt][] => {
        const reader = readers.get(personId);
        if (!reader) return [];
        const { name, address } = reader;
        const letter = testLetter({ settings: this.links.settings() });
        return [
          [
            id,
            (signal) => sendBy(this.mailer, { id, deliveryId: id, to: { name, address }, letter }, signal),
          ],
        ];
      }),
    );
  }
}
