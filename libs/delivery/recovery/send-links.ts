import { Injectable } from '@nestjs/common';
import { LINK_GOOD_FOR, PasswordRequests } from '#identity';
import { Mailer } from '#mail';
import { passwordLetter } from './password-letter.js';

const MINUTE = 60_000;

/**
 * Sends the links by which those who forgot their password set a new one. They are no row of the ledger: a link must not lie in
 * the database, so each is made when it is sent, and made anew where the server does not take it.
 */
@Injectable()
export class SendLinks {
  constructor(
    private readonly requests: PasswordRequests,
    private readonly mailer: Mailer,
  ) {}

  /** Sends all that are due. @param signal stops it between two mails */
  async catchUp(signal: AbortSignal = new AbortController().signal): Promise<void> {
    while (this.mailer.isOn && !signal.aborted && (await this.requests.isAnyDue())) {
      const made = await this.requests.next();
      if (made === null) return;
      if (made === 'nobody') continue;
      const { requestId, name, address, link } = made;
      const letter = passwordLetter(link, LINK_GOOD_FOR / MINUTE);
      const mail = { id: requestId, deliveryId: requestId, to: { name, address }, letter };
      const { state } = await this.mailer.send(mail, signal);
      if (state !== 'LATER') await this.requests.end(requestId);
    }
  }
}
