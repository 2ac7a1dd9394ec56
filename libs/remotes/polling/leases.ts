import { Injectable, Logger } from '@nestjs/common';
import sql, { empty } from 'sql-template-tag';
import { Clock, Database, Ids, timestamp } from '#platform';
import { type RemoteRow, remotesWhere } from '../collections/stored.js';

/** A process that died loses what it reads after so long. Milliseconds. */
const LEASE = 60_000;
const RENEWED_EVERY = 20_000;

/** Sees to it that one process at a time reads a remote collection. */
@Injectable()
export class Leases {
  private readonly logger = new Logger(Leases.name);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** One that is due and that nobody reads; from now on this process does. */
  take(): Promise<RemoteRow | null> {
    const now = timestamp(this.clock.now());
    return this.database.write(async (tx) => {
      const skip = tx.dialect === 'postgres' ? sql`FOR UPDATE SKIP LOCKED` : empty;
      const [row] = await remotesWhere(
        tx,
        sql`WHERE c.state = 'ACTIVE' AND c.next_poll_at <= ${now} AND (c.leased_by IS NULL OR c.leased_until <= ${now})
          ORDER BY c.next_poll_at LIMIT 1 ${skip}`,
      );
      if (!row) return null;
      const leased = { leasedBy: this.ids.id(), leasedUntil: this.until() };
      await tx.execute(sql`
        UPDATE remote_collection SET leased_by = ${leased.leasedBy}, leased_until = ${leased.leasedUntil}
        WHERE id = ${row.id}`);
      return { ...row, ...leased };
    });
  }

  /** Renews it until the function that it gives is called. */
  keep({ id, leasedBy }: RemoteRow): () => void {
    const renew = () =>
      this.database.write((tx) =>
        tx.execute(sql`
          UPDATE remote_collection SET leased_until = ${this.until()} WHERE id = ${id} AND leased_by = ${leasedBy}`),
      );
    const timer = setInterval(() => {
      renew().catch((error: unknown) => this.logger.error('A lease could not be renewed.', error));
    }, RENEWED_EVERY);
    timer.unref();
    return () => clearInterval(timer);
  }

  async giveBack({ id, leasedBy }: RemoteRow): Promise<void> {
    await this.database.write((tx) =>
      tx.execute(
        sql`UPDATE remote_collection SET leased_by = NULL WHERE id = ${id} AND leased_by = ${leasedBy}`,
      ),
    );
  }

  async takeFromTheDead(): Promise<void> {
    await this.database.write((tx) =>
      tx.execute(sql`UPDATE remote_collection SET leased_by = NULL WHERE leased_by IS NOT NULL`),
    );
  }

  private until(): string {
    return timestamp(new Date(this.clock.now().getTime() + LEASE));
  }
}
