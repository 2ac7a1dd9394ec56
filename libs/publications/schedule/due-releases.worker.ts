import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { CONFIG, type Config } from '#platform';
import { DueReleases } from './due-releases.js';

/** How often to look what is due. Milliseconds. */
const LOOK_EVERY = 1_000;

/** Releases in this process what is due, looking every second, unless the configuration leaves it to others. */
@Injectable()
export class DueReleasesWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(DueReleasesWorker.name);
  private readonly stopping = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<void> | undefined;

  constructor(
    private readonly releases: DueReleases,
    @Inject(CONFIG) private readonly config: Pick<Config, 'worker'>,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.worker) return;
    this.timer = setInterval(() => this.look(), LOOK_EVERY);
    this.timer.unref();
  }

  /** Ends with the release under way; the next hub, or the next start, does the others. */
  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    this.stopping.abort();
    await this.working;
  }

  private look(): void {
    this.working ??= this.work();
  }

  private async work(): Promise<void> {
    try {
      await this.releases.catchUp(this.stopping.signal);
    } catch (error) {
      this.logger.error('What is due could not be read; it is tried again.', error);
    } finally {
      this.working = undefined;
    }
  }
}
