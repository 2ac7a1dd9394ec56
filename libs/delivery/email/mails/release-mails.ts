import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { type Letter, Mailer } from '#mail';
import { amongIds } from '#members';
import { Clock, Database } from '#platform';
import { breaksQuiet, mailRoute, mustArrive, type Pressing } from '#preferences';
import { type LogEntry, Publications, type PublicationView } from '#publications';
import { isAbove, Unanswered } from '../../answers/unanswered.js';
import type { Attempt, Due, Outcome } from '../../channels/channel.js';
import { StillTheirs, type Theirs } from '../../sending/still-theirs.js';
import type { Occasion, Ways } from '../letters/facts.js';
import { releaseLetter } from '../letters/release-letter.js';
import { isSecret, secretLetter } from '../letters/secret-letter.js';
import { MailLinks } from '../links/mail-links.js';
import { pressingOf } from '../pressing.js';
import { mayAnswer } from './may-answer.js';
import { at, hindrance, sendBy } from './outcomes.js';
import type { MailReader } from './readers.js';
import { threadOf } from './thread.js';

interface Writing {
  readonly due: Due;
  readonly entry: LogEntry;
  readonly reader: MailReader;
  readonly pressing: Pressing;
  readonly unanswered: string | null;
}

/** Mails about one publication: of its release, to remind of it, and of a step of its escalation. */
@Injectable()
export class ReleaseMails {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly still: StillTheirs,
    private readonly publications: Publications,
    private readonly unanswered: Unanswered,
    private readonly links: MailLinks,
    private readonly mailer: Mailer,
  ) {}

  async prepare(
    due: readonly Due[],
    readers: ReadonlyMap<string, MailReader>,
  ): Promise<Map<string, Attempt>> {
    const asking = due.filter(({ reason }) => reason !== 'RELEASE');
    const [theirs, silent, overtaken] = await Promise.all([
      this.still.of(due),
      this.unanswered.of(asking),
      this.overtaken(due.filter((one) => !asking.includes(one))),
    ]);
    const attempts = new Map<string, Attempt>();
    for (const one of due) {
      const [found, reader] = [theirs.get(one.id), readers.get(one.address)];
      if (!found || !reader) continue;
      const unanswered = silent.get(one.id) ?? null;
      if (one.reason !== 'RELEASE' && unanswered === null)
        attempts.set(one.id, at({ state: 'DROPPED', cause: 'ANSWERED' }));
      else if (overtaken.has(one.id)) attempts.set(one.id, at({ state: 'DROPPED', cause: 'OVERTAKEN' }));
      else attempts.set(one.id, this.attempt(one, found, reader, unanswered));
    }
    return attempts;
  }

  private attempt(due: Due, { entry }: Theirs, reader: MailReader, unanswered: string | null): Attempt {
    const pressing = pressingOf(entry);
    const now = this.clock.now();
    const ended = due.reason !== 'RELEASE' && entry.presentState === 'WITHDRAWN';
    if (ended) return at({ state: 'DROPPED', cause: 'OVERTAKEN' });
    if (due.reason !== 'ESCALATION' && mailRoute(reader.reach, pressing, now) === null)
      return at({ state: 'DROPPED', cause: 'UNWANTED' });
    const hindered = hindrance(reader, pressing, now);
    if (hindered) return at(hindered);
    return (signal) => this.send({ due, entry, reader, pressing, unanswered }, signal);
  }

  private async send(writing: Writing, signal: AbortSignal): Promise<Outcome> {
    const { due, entry, reader, pressing } = writing;
    const letter = await this.letter(writing);
    if (letter === null) return { state: 'DROPPED', cause: 'NOT_VISIBLE' };
    const thread = threadOf(due.publicationId, due.address);
    const threads = !isSecret(letter.tlp ?? 'CLEAR');
    const isFirst = due.reason === 'RELEASE' && entry.what === 'PUBLISHED';
    const mail = {
      id: threads && isFirst ? thread : due.id,
      deliveryId: due.id,
      to: { name: reader.name, address: reader.address },
      letter,
      important: breaksQuiet(pressing),
      ...(threads && !isFirst ? { follows: thread } : {}),
      ...(mustArrive(pressing) ? {} : { unsubscribe: this.links.unsubscribe(due.address) }),
    };
    return sendBy(this.mailer, mail, signal);
  }

  /** `null` if it has gone out of the reader's sight. What is red is not opened by a mail that does not show it. */
  private async letter(writing: Writing): Promise<Letter | null> {
    const { due, entry, reader, pressing } = writing;
    const ways = (told: PublicationView | null): Ways => this.ways(writing, told);
    if (isSecret(entry.presentTlp)) {
      return secretLetter({ tlp: entry.presentTlp, status: entry.facts.status }, ways(null));
    }
    const told = await this.publications.one(reader.principal, due.publicationId);
    if (told === null) return null;
    if (isSecret(told.tlp)) return secretLetter(told, ways(null));
    const { what, revision } = entry;
    const occasion: Occasion = {
      what,
      reason: due.reason,
      at: entry.at,
      note: revision.note,
      because: becauseOf(due, pressing),
      unanswered: writing.unanswered,
    };
    return releaseLetter(told, occasion, ways(told), { timeZone: reader.reach.timeZone });
  }

  private ways({ due, reader, pressing }: Writing, told: PublicationView | null): Ways {
    const { id, address, publicationId } = due;
    const byLink = this.links.answer(id, address);
    const answers = told !== null && !isAbove(due) && mayAnswer(reader.principal, told);
    return {
      read: this.links.read(publicationId),
      settings: this.links.settings(),
      answer: answers ? byLink : null,
      seen: told === null || answers ? null : byLink,
      unsubscribe: mustArrive(pressing) ? null : this.links.unsubscribe(address),
    };
  }

  /** Those after which their reader gets a later release of the same, as when a revision came in the night. */
  private async overtaken(due: readonly Due[]): Promise<ReadonlySet<string>> {
    const releases = new Map(due.map((one) => [`${one.publicationId} ${one.sequence}`, one]));
    const found = new Set<string>();
    for (const { publicationId, sequence } of releases.values()) {
      const own = due.filter((one) => one.publicationId === publicationId && one.sequence === sequence);
      const addresses = own.map(({ address }) => address);
      const later = await this.database.read((tx) =>
        tx.rows<{ address: string }>(sql`
          SELECT address FROM delivery
          WHERE publication_id = ${publicationId} AND sequence > ${sequence} AND channel = 'EMAIL'
            AND address ${amongIds(tx, addresses)} AND state IN ('PENDING', 'RETRYING', 'SENT')`),
      );
      for (const { address } of later) for (const one of own) if (one.address === address) found.add(one.id);
    }
    return found;
  }
}

function becauseOf({ reason }: Due, { severity, red }: Pressing): string {
  if (reason === 'REMINDER') return 'You get this because its sender asks again.';
  if (reason === 'ESCALATION') return 'You get this because an answer was asked for and has not come.';
  if (red) return 'You get this because it names you.';
  if (severity === 5) return 'You get this because it is an emergency that is addressed to you.';
  return 'You get this because you or your member asked for such publications.';
}
