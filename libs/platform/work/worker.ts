import {
  type FactoryProvider,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
  type Type,
} from '@nestjs/common';
import type { Config } from '../config/config.js';
import { CONFIG } from '../platform.module.js';
import { Wakeups } from '../wakeups.js';
import { RepeatedWork } from './repeated-work.js';

/** Does all that waits. */
export interface CatchesUp {
  /** @param signal is aborted when it should end with the step under way: the next process, or the next start, goes on from there */
  catchUp(signal: AbortSignal): Promise<void>;
}

export interface WorkerWish {
  /** It looks by itself so often: a wake-up may be lost, a time may come, another process may stop half-way. Milliseconds. */
  readonly every: number;
  /** What the log says of a turn that failed. */
  readonly failure: string;
  /** A channel whose wake-ups it does not wait out. */
  readonly wokenBy?: string;
  /** Whether every process does it, also one that leaves work to others (WATCHFIRE_WORKER). */
  readonly everywhere?: boolean;
}

/** Has a service catch up again and again in this process, for as long as its module lives. */
export const workerOf = (service: Type<CatchesUp>, wish: WorkerWish): FactoryProvider => ({
  provide: Symbol(`worker of ${service.name}`),
  useFactory: (work: CatchesUp, config: Pick<Config, 'worker'>, wakeups: Wakeups) =>
    new Worker(work, wish, { isOn: wish.everywhere === true || config.worker, wakeups, name: service.name }),
  inject: [service, CONFIG, Wakeups],
});

interface Process {
  readonly isOn: boolean;
  readonly wakeups: Wakeups;
  readonly name: string;
}

class Worker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly repeated: RepeatedWork;
  private stopListening = () => {};

  constructor(
    work: CatchesUp,
    private readonly wish: WorkerWish,
    private readonly process: Process,
  ) {
    const logger = new Logger(process.name);
    this.repeated = new RepeatedWork({
      every: wish.every,
      work: (signal) => work.catchUp(signal),
      report: (error) => logger.error(wish.failure, error),
    });
  }

  onApplicationBootstrap(): void {
    if (!this.process.isOn) return;
    if (this.wish.wokenBy !== undefined)
      this.stopListening = this.process.wakeups.on(this.wish.wokenBy, () => this.repeated.wake());
    this.repeated.start();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopListening();
    await this.repeated.stop();
  }
}
