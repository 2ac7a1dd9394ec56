import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Wakeups } from '#platform';
import { AttachIndicators } from './attach-indicators.js';

/** How often to look whether a wake-up was lost, or a draft was discarded. Milliseconds. */
const LOOK_EVERY = 5_000;

/** Makes indicators part of what was drafted of a document, once somebody has released it, in this process. */
@Injectable()
export class AttachWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(AttachWorker.name);
  private timer: NodeJS.Timeout | undefined;
  private stopListening = () => {};
  private working: Promise<void> | undefined;
  private again = false;
  private stopped = false;

  constructor(
    private readonly attaching: AttachIndicators,
    private readonly wakeups: Wakeups,
  ) {}

  onApplicationBootstrap(): void {
    this.stopListening = this.wakeups.on('release', () => this.look());
    this.timer = setInterval(() => this.look(), LOOK_EVERY);
    this.timer.unref();
    this.look();
  }

  /** Ends with the step under way; the next hub, or the next start, goes on from there. */
  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    this.stopListening();
    clearInterval(this.timer);
    await this.working;
  }

  private look(): void {
    this.again = true;
    this.working ??= this.work();
  }

  private async work(): Promise<void> {
    try {
      while (this.again && !this.stopped) {
        this.again = false;
        await this.catchUp();
      }
    } catch (error) {
      this.logger.error('Indicators could not become part of a publication; it is tried again.', error);
    } finally {
      this.working = undefined;
    }
  }

  private async catchUp(): Promise<void> {
    for (let ready = await this.attaching.ready(); ready.length > 0; ready = await this.attaching.ready())
      for (const publicationId of ready)
        for await (const _ of this.attaching.of(publicationId)) if (this.stopped) return;
  }
}
