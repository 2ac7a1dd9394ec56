import { AsyncLocalStorage } from 'node:async_hooks';
import { SystemClock } from '#platform';

/** Turns the clock for the work that was given it. */
export type SetTime = (time: Date) => void;

/** The present time for everyone but for work that tells of the past, which alone sees the time that it sets. */
export class PastClock extends SystemClock {
  private readonly telling = new AsyncLocalStorage<{ time: Date }>();

  override now(): Date {
    return this.telling.getStore()?.time ?? super.now();
  }

  /** Runs `work` at a time of its own; it begins at the present. */
  tell<T>(work: (setTime: SetTime) => Promise<T>): Promise<T> {
    const own = { time: super.now() };
    return this.telling.run(own, () =>
      work((time) => {
        own.time = time;
      }),
    );
  }
}
