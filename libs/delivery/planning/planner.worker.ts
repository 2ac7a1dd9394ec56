import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { CONFIG, type Config, Wakeups } from '#platform';
import { Planner } from './planner.js';

/** How often to look whether a wake-up was lost, or another hub stopped half-way. Milliseconds. */
const LOOK_EVERY = 1_000;

/** Keeps the planner going in this process: woken by releases, and looking by itself every second. */
@Injectable()
export class PlannerWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(PlannerWorker.name);
  private readonly stopping = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private stopListening = () => {};
  private working: Promise<void> | undefined;
  private again = false;

  constructor(
    private readonly planner: Planner,
    private readonly wakeups: Wakeups,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.worker) return;
    this.stopListening = this.wakeups.on('release', () => this.look());
    this.timer = setInterval(() => this.look(), LOOK_EVERY);
    this.timer.unref();
    this.look();
  }

  /** Ends with the step under way; the next hub, or the next start, goes on from there. */
  async onModuleDestroy(): Promise<void> {
    this.stopListening();
    clearInterval(this.timer);
    this.stopping.abort();
    await this.working;
  }

  private look(): void {
    this.again = true;
    this.working ??= this.work();
  }

  private async work(): Promise<void> {
    try {
      while (this.again && !this.stopping.signal.aborted) {
        this.again = false;
        await this.planner.catchUp(this.stopping.signal);
      }
    } catch (error) {
      this.logger.error('A release could not be planned; it is tried again.', error);
    } finally {
      this.working = undefined;
    }
  }
}
