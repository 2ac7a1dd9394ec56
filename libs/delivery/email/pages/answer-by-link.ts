import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { type Principal, principalOf, type Tlp } from '#access';
import type { AcknowledgementResponse, PublicationStatus } from '#contract';
import { Viewers } from '#members';
import { badInput, Database } from '#platform';
import { Publications, type PublicationView } from '#publications';
import { Acknowledge } from '../../answers/acknowledge.js';
import { MarkInbox } from '../../inbox/mark-inbox.js';
import { isSecret } from '../letters/secret-letter.js';
import { MailLinks } from '../links/mail-links.js';
import { mayAnswer } from '../mails/may-answer.js';

/** What may be answered by a link: those of the contract, or only that it was read. */
export const BY_LINK = ['ACTING', 'NOT_AFFECTED', 'NEED_HELP', 'READ'] as const;
export type ByLink = AcknowledgementResponse | 'READ';

/** What a good link is about, to whoever holds it. */
export interface Asked {
  readonly deliveryId: string;
  readonly principal: Principal;
  readonly publicationId: string;
  /** What of it may be shown to somebody who has not signed in; `null` where that is nothing. */
  readonly told: PublicationView | null;
  readonly tlp: Tlp;
  readonly status: PublicationStatus;
  readonly mayAnswer: boolean;
}

interface Row {
  readonly personId: string;
  readonly publicationId: string;
  readonly tlp: Tlp;
  readonly status: PublicationStatus;
}

/** Takes answers from people who hold a link of a mail that was sent to them. */
@Injectable()
export class AnswerByLink {
  constructor(
    private readonly database: Database,
    private readonly viewers: Viewers,
    private readonly publications: Publications,
    private readonly acknowledging: Acknowledge,
    private readonly marking: MarkInbox,
    private readonly links: MailLinks,
  ) {}

  /**
   * Changes nothing, however often it is asked: programs that scan mail follow every link.
   * @returns `null` for a link that is none, is over, or is of somebody who may no longer see what it is about
   */
  async open(token: string): Promise<Asked | null> {
    const deliveryId = this.links.idIn(token);
    const row = deliveryId === null ? undefined : await this.find(deliveryId);
    if (!row || deliveryId === null || !this.links.isGood('answer', token, row.personId)) return null;
    const { publicationId, tlp, status } = row;
    const viewer = await this.database.read((tx) => this.viewers.load(tx, row.personId));
    if (!viewer?.active || !viewer.member.active) return null;
    const principal = principalOf(viewer, { scopes: ['READ', 'PUBLISH'] });
    const asked = { deliveryId, principal, publicationId, tlp, status };
    if (isSecret(tlp)) return { ...asked, told: null, mayAnswer: false };
    const told = await this.publications.one(principal, publicationId);
    return told && { ...asked, told, mayAnswer: mayAnswer(principal, told) };
  }

  /** @throws Refusal as acknowledging does; BAD_INPUT for an answer that is none */
  async answer(
    { principal, publicationId, deliveryId }: Asked,
    answer: unknown,
    note: unknown,
  ): Promise<ByLink> {
    const given = BY_LINK.find((one) => one === answer);
    if (given === undefined) throw badInput(['answer'], 'Choose an answer.');
    if (given === 'READ') {
      await this.marking.mark(principal, { publicationIds: [publicationId], state: 'READ' });
      return given;
    }
    const input = { publicationId, response: given, note: typeof note === 'string' ? note : null };
    await this.acknowledging.perform(principal, input, `mail ${deliveryId}`);
    return given;
  }

  private async find(deliveryId: string): Promise<Row | undefined> {
    const [row] = await this.database.read((tx) =>
      tx.rows<Row>(sql`
        SELECT d.person_id AS "personId", d.publication_id AS "publicationId", p.tlp, p.status
        FROM delivery d JOIN publication p ON p.id = d.publication_id
        WHERE d.id = ${deliveryId} AND d.channel = 'EMAIL' AND d.person_id IS NOT NULL`),
    );
    return row;
  }
}
