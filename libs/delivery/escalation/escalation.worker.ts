import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { CONFIG, type Config, RepeatedWork } from '#platform';
import { Escalate } from './escalate.js';

/** How often to look for steps that are due. Milliseconds. */
const LOOK_EVERY = 1_000;

/** Keeps escalations going in this process. */
@Injectable()
export class EscalationWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(EscalationWorker.name);
  private readonly work = new RepeatedWork({
    every: LOOK_EVERY,
    work: (signal) => this.escalate.catchUp(signal),
    report: (error) => this.logger.error('A step could not be taken; it is tried again.', error),
  });

  constructor(
    private readonly escalate: Escalate,
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
