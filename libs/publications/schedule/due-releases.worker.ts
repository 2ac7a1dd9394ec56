import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { CONFIG, type Config, RepeatedWork } from '#platform';
import { DueReleases } from './due-releases.js';

/** How often to look what is due. Milliseconds. */
const LOOK_EVERY = 1_000;

/** Releases in this process what is due, unless the configuration leaves it to others. */
@Injectable()
export class DueReleasesWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(DueReleasesWorker.name);
  private readonly work = new RepeatedWork({
    every: LOOK_EVERY,
    work: (signal) => this.releases.catchUp(signal),
    report: (error) => this.logger.error('What is due could not be read; it is tried again.', error),
  });

  constructor(
    private readonly releases: DueReleases,
    @Inject(CONFIG) private readonly config: Pick<Config, 'worker'>,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.worker) return;
    this.work.start();
  }

  /** Ends with the release under way; the next hub, or the next start, does the others. */
  onModuleDestroy(): Promise<void> {
    return this.work.stop();
  }
}
