import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Wakeups } from '#platform';
import { FollowReleases } from './follow-releases.js';

/** How often to look whether a wake-up was lost, or another hub stopped half-way. Milliseconds. */
const LOOK_EVERY = 1_000;

/** Keeps the log of objects up with the release log, in this process. */
@Injectable()
export class FollowerWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(FollowerWorker.name);
  private readonly stopping = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private stopListening = () => {};
  private working: Promise<void> | undefined;
  private again = false;

  constructor(
    private readonly following: FollowReleases,
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
        await this.following.catchUp(this.stopping.signal);
      }
    } catch (error) {
      this.logger.error('A release could not be written into the log of objects; it is tried again.', error);
    } finally {
      this.working = undefined;
    }
  }
}
