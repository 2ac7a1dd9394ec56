import { Injectable, Logger } from '@nestjs/common';
import { Clock, Database, timestamp } from '#platform';
import { DeliveryHealth, latenessOf, PROMISED_WITHIN } from './delivery-health.js';
import { foldTally, minuteOf } from './tally.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;
/** For so long minutes are told apart. */
const KEPT = 7 * DAY;

/** Warns in the log when something waits longer than is promised, and says so when that is over. */
@Injectable()
export class Lateness {
  private readonly logger = new Logger('Delivery');
  private readonly late = new Set<string>();
  private folded = 0;

  constructor(
    private readonly health: DeliveryHealth,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async catchUp(): Promise<void> {
    const lateness = latenessOf(await this.health.now());
    for (const { what, seconds } of lateness) {
      if (this.late.has(what)) continue;
      this.late.add(what);
      this.logger.warn(`${what}: something has waited for ${seconds} s; ${PROMISED_WITHIN} s are promised.`);
    }
    for (const what of this.late) {
      if (lateness.some((one) => one.what === what)) continue;
      this.late.delete(what);
      this.logger.warn(`${what}: nothing waits too long any more.`);
    }
    await this.fold();
  }

  /** Once an hour. */
  private async fold(): Promise<void> {
    const now = this.clock.now().getTime();
    if (now - this.folded < 60 * MINUTE) return;
    this.folded = now;
    await this.database.write((tx) => foldTally(tx, minuteOf(timestamp(new Date(now - KEPT)))));
  }
}
