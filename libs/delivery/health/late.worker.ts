import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { Clock, CONFIG, type Config, Database, RepeatedWork, timestamp } from '#platform';
import { DeliveryHealth, latenessOf, PROMISED_WITHIN } from './delivery-health.js';
import { foldTally, minuteOf } from './tally.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;
const LOOK_EVERY = 15 * SECOND;
/** For so long minutes are told apart. */
const KEPT = 7 * DAY;

/** Warns in the log when something waits longer than is promised, and says so when that is over. */
@Injectable()
export class LateWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Delivery');
  private readonly late = new Set<string>();
  private readonly work = new RepeatedWork({
    every: LOOK_EVERY,
    work: () => this.look(),
    report: (error) => this.logger.error('Its health could not be read.', error),
  });
  private folded = 0;

  constructor(
    private readonly health: DeliveryHealth,
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.worker) return;
    this.work.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.work.stop();
  }

  async look(): Promise<void> {
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
