import { Inject, Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Client, RequestPasswordResetInput } from '#contract';
import { canonicalEmail, readEmail } from '#members';
import { Clock, CONFIG, type Config, conflict, Database, Ids, timestamp, unavailable } from '#platform';
import { Throttle } from '../throttle.js';

/** Requests that may wait at once: what comes beyond them is no longer the forgetful. */
const MOST_WAITING = 10_000;

/**
 * Notes that somebody has forgotten their password. Whether there is such an account is not looked at here, so the answer and the
 * work are the same for all; a worker finds out, and writes to whoever is there.
 */
@Injectable()
export class RequestPasswordReset {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly throttle: Throttle,
    @Inject(CONFIG) private readonly config: Pick<Config, 'smtpUrl' | 'demo'>,
  ) {}

  /** @throws Refusal BAD_INPUT; RATE_LIMITED; CONFLICT at a hub that sends no mail; UNAVAILABLE */
  async note(input: RequestPasswordResetInput, { address }: Client): Promise<void> {
    const email = canonicalEmail(readEmail(input.email, ['input', 'email']));
    const { smtpUrl, demo } = this.config;
    if (smtpUrl === null && !demo) throw conflict('This hub sends no mail.');
    await this.throttle.admitReset(email, address);
    const now = timestamp(this.clock.now());
    await this.database.write(async (tx) => {
      const [{ waiting } = { waiting: 0 }] = await tx.rows<{ waiting: number }>(
        sql`SELECT COUNT(*) AS waiting FROM password_request`,
      );
      if (Number(waiting) >= MOST_WAITING) throw unavailable('Too many ask just now. Try again later.');
      await tx.execute(sql`
        INSERT INTO password_request (id, email, requested_at, due_at, tries)
        VALUES (${this.ids.id()}, ${email}, ${now}, ${now}, 0)`);
    });
  }
}
