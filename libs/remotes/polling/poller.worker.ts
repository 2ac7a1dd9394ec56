import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { CONFIG, type Config, RepeatedWork } from '#platform';
import { PollRemotes } from './poll-remotes.js';

/** How often to look which collections are due. Milliseconds. */
const LOOK_EVERY = 5_000;

/** Reads remote collections in this process, unless the configuration leaves it to others. */
@Injectable()
export class PollerWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(PollerWorker.name);
  private readonly work = new RepeatedWork({
    every: LOOK_EVERY,
    work: (signal) => this.remotes.catchUp(signal),
    report: (error) =>
      this.logger.error('Remote collections could not be read; they are tried again.', error),
  });

  constructor(
    private readonly remotes: PollRemotes,
    @Inject(CONFIG) private readonly config: Pick<Config, 'worker'>,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.worker) return;
    this.work.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.work.stop();
  }
}
