import { Injectable } from '@nestjs/common';
import { MAILS_AT_ONCE, Mailer } from '#mail';
import { Clock, type Tx, type WriteTx } from '#platform';
import { Preferences } from '#preferences';
import type { Attempt, Channel, Due, Settled, Telling } from '../channels/channel.js';
import type { NewDelivery } from '../queue/put-deliveries.js';
import type { DeliveryReason } from '../queue/vocabulary.js';
import { MailTroubles } from './addresses/mail-troubles.js';
import { DigestMails } from './mails/digest-mails.js';
import { NoticeMails } from './mails/notice-mails.js';
import { at } from './mails/outcomes.js';
import { Readers } from './mails/readers.js';
import { ReleaseMails } from './mails/release-mails.js';
import { TestMails } from './mails/test-mails.js';
import { planMail } from './plan-mail.js';

/** E-mail to persons: by itself, in digests, and what reminds, escalates or tells of trouble. */
@Injectable()
export class EmailChannel implements Channel {
  readonly name = 'EMAIL';
  readonly atOnce = MAILS_AT_ONCE;
  readonly atOnceToOne = 1;

  constructor(
    private readonly mailer: Mailer,
    private readonly preferences: Preferences,
    private readonly clock: Clock,
    private readonly readers: Readers,
    private readonly releases: ReleaseMails,
    private readonly digests: DigestMails,
    private readonly notices: NoticeMails,
    private readonly tests: TestMails,
    private readonly troubles: MailTroubles,
  ) {}

  async plan(tx: Tx, { entry, told }: Telling): Promise<readonly NewDelivery[]> {
    if (!this.mailer.isOn || told.length === 0) return [];
    const now = this.clock.now();
    const reach = await this.preferences.ofPeople(
      tx,
      told.map(({ viewer }) => viewer),
    );
    return told.flatMap((one) => {
      const reached = reach.get(one.personId);
      return reached ? planMail(entry, one, reached, now) : [];
    });
  }

  async prepare(due: readonly Due[]): Promise<ReadonlyMap<string, Attempt>> {
    const of = (...reasons: DeliveryReason[]) => due.filter(({ reason }) => reasons.includes(reason));
    if (!this.mailer.isOn)
      return new Map(due.map(({ id }) => [id, at({ state: 'DROPPED', cause: 'DISABLED' })]));
    const readers = await this.readers.of(due.map(({ address }) => address));
    const prepared = await Promise.all([
      this.releases.prepare(of('RELEASE', 'REMINDER', 'ESCALATION'), readers),
      this.digests.prepare(of('DIGEST'), readers),
      this.notices.prepare(of('NOTICE'), readers),
      this.tests.prepare(of('TEST'), readers),
    ]);
    return new Map(prepared.flatMap((attempts) => [...attempts]));
  }

  async settled(tx: WriteTx, settled: readonly Settled[]): Promise<void> {
    await this.troubles.note(tx, settled);
    await this.digests.settle(tx, settled);
  }
}
