import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import sql, { raw } from 'sql-template-tag';
import { amongIds } from '#members';
import { Clock, Database, timestamp } from '#platform';

const GATHER = 1000;

/** Notes when sessions and keys were used, after the answer and many in one transaction. */
@Injectable()
export class LastUse implements OnModuleDestroy {
  private readonly logger = new Logger(LastUse.name);
  private readonly used = { session: new Set<string>(), api_key: new Set<string>() };
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  mark(table: 'session' | 'api_key', id: string): void {
    this.used[table].add(id);
    this.timer ??= setTimeout(() => void this.flush(), GATHER).unref();
  }

  /** Writes what was gathered. A failure is logged: what is lost is a minute of a list's accuracy. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const gathered = (['session', 'api_key'] as const).map((table) => ({
      table,
      ids: [...this.used[table]],
    }));
    for (const { table } of gathered) this.used[table].clear();
    if (gathered.every(({ ids }) => ids.length === 0)) return;
    const now = timestamp(this.clock.now());
    try {
      await this.database.write(async (tx) => {
        for (const { table, ids } of gathered) {
          if (ids.length === 0) continue;
          await tx.execute(sql`
            UPDATE ${raw(table)} SET last_used_at = ${now}
            WHERE id ${amongIds(tx, ids)} AND (last_used_at IS NULL OR last_used_at < ${now})`);
        }
      });
    } catch (error) {
      this.logger.warn(error);
    }
  }

  async onModuleDestroy(): Promise<void> {
    await this.flush();
  }
}
