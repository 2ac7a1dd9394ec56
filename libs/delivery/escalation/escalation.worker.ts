import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { CONFIG, type Config } from '#platform';
import { Escalate } from './escalate.js';

/** How often to look for steps that are due. Milliseconds. */
const LOOK_EVERY = 1_000;

/** Keeps escalations going in this process. */
@Injectable()
export class EscalationWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(EscalationWorker.name);
  private readonly stopping = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<void> | undefined;

  constructor(
    private readonly escalate: Escalate,
    @Inject(CONFIG) private readonly config: Pick<Config, 'worker'>,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.worker) return;
    this.timer = setInterval(() => this.look(), LOOK_EVERY);
    this.timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    this.stopping.abort();
    await this.working;
  }

  private look(): void {
    this.working ??= this.escalate
      .catchUp(this.stopping.signal)
      .catch((error: unknown) => this.logger.error('A step could not be taken; it is tried again.', error))
      .finally(() => {
        this.working = undefined;
      });
  }
}
