import { Inject, Injectable } from '@nestjs/common';
import { Clock, CONFIG, type Config, Seal } from '#platform';

/** What a sealed link of a mail is good for. */
type Purpose = 'answer' | 'unsubscribe';

const DAY = 24 * 60 * 60_000;
/** How long a link is good after its mail was written. RFC 8058 wants the second to outlive the mail in its folder. */
const GOOD_FOR: Readonly<Record<Purpose, number>> = { answer: 7 * DAY, unsubscribe: 365 * DAY };

const TOKEN = /^([0-9a-f-]{36})\.([A-Za-z0-9_-]{48})$/;

/** Makes and opens the links of mails. */
@Injectable()
export class MailLinks {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
    private readonly seal: Seal,
    private readonly clock: Clock,
  ) {}

  /** Where one signs in to read. */
  read(publicationId: string): string {
    return `${this.config.publicUrl}/publications/${publicationId}`;
  }

  inbox(): string {
    return `${this.config.publicUrl}/`;
  }

  settings(): string {
    return `${this.config.publicUrl}/preferences`;
  }

  /** Where the person of a delivery answers it without signing in. It is good for them and for this delivery. */
  answer(deliveryId: string, personId: string): string {
    return this.link('answer', deliveryId, personId);
  }

  /** Where a person's mail is switched off. */
  unsubscribe(personId: string): string {
    return this.link('unsubscribe', personId, personId);
  }

  /** The id in a token; whether it is good is told by `isGood`. */
  idIn(token: string): string | null {
    return TOKEN.exec(token)?.[1] ?? null;
  }

  /** Whether a token was sealed here for this person, and not too long ago. */
  isGood(purpose: Purpose, token: string, personId: string): boolean {
    const [, id, sealed] = TOKEN.exec(token) ?? [];
    if (id === undefined || sealed === undefined) return false;
    const until = this.seal.open(`mail/${purpose}`, `${id}/${personId}`, sealed);
    return until !== null && until > this.clock.now().getTime();
  }

  private link(purpose: Purpose, id: string, personId: string): string {
    const until = this.clock.now().getTime() + GOOD_FOR[purpose];
    const sealed = this.seal.seal(`mail/${purpose}`, `${id}/${personId}`, until);
    return `${this.config.publicUrl}/mail/${purpose}/${id}.${sealed}`;
  }
}
