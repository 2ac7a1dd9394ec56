import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { CONFIG, type Config, RepeatedWork, Wakeups } from '#platform';
import { Planner } from './planner.js';

/** How often to look whether a wake-up was lost, or another hub stopped half-way. Milliseconds. */
const LOOK_EVERY = 1_000;

/** Keeps the planner going in this process: woken by releases, and looking by itself every second. */
@Injectable()
export class PlannerWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(PlannerWorker.name);
  private readonly work = new RepeatedWork({
    every: LOOK_EVERY,
    work: (signal) => this.planner.catchUp(signal),
    report: (error) => this.logger.error('A release could not be planned; it is tried again.', error),
  });
  private stopListening = () => {};

  constructor(
    private readonly planner: Planner,
    private readonly wakeups: Wakeups,
    @Inject(CONFIG) private readonly config: Pick<Config, 'worker'>,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.worker) return;
    this.stopListening = this.wakeups.on('release', () => this.work.wake());
    this.work.start();
  }

  /** Ends with the step under way; the next hub, or the next start, goes on from there. */
  async onModuleDestroy(): Promise<void> {
    this.stopListening();
    await this.work.stop();
  }
}
