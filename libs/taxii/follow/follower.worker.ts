import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { RepeatedWork, Wakeups } from '#platform';
import { FollowReleases } from './follow-releases.js';

/** How often to look whether a wake-up was lost, or another hub stopped half-way. Milliseconds. */
const LOOK_EVERY = 1_000;

/** Keeps the log of objects up with the release log, in this process. */
@Injectable()
export class FollowerWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(FollowerWorker.name);
  private readonly work = new RepeatedWork({
    every: LOOK_EVERY,
    work: (signal) => this.following.catchUp(signal),
    report: (error) =>
      this.logger.error('A release could not be written into the log of objects; it is tried again.', error),
  });
  private stopListening = () => {};

  constructor(
    private readonly following: FollowReleases,
    private readonly wakeups: Wakeups,
  ) {}

  onApplicationBootstrap(): void {
    this.stopListening = this.wakeups.on('release', () => this.work.wake());
    this.work.start();
  }

  /** Ends with the step under way; the next hub, or the next start, goes on from there. */
  async onModuleDestroy(): Promise<void> {
    this.stopListening();
    await this.work.stop();
  }
}
