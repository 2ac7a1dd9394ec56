import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { CONFIG, type Config } from '#platform';
import { SendLinks } from './send-links.js';

/** How often to look for links that are due. Milliseconds. */
const LOOK_EVERY = 1_000;

/** Sends in this process the links of those who forgot their password. */
@Injectable()
export class SendLinksWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(SendLinksWorker.name);
  private readonly stopping = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<void> | undefined;

  constructor(
    private readonly links: SendLinks,
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
    this.working ??= this.links
      .catchUp(this.stopping.signal)
      .catch((error: unknown) => this.logger.error('A link could not be sent; it is tried again.', error))
      .finally(() => {
        this.working = undefined;
      });
  }
}
