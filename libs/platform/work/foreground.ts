import { setTimeout as sleep } from 'node:timers/promises';

/** How long work that can wait makes room. Milliseconds. */
const A_WHILE = 500;
/** How long the system hands on what was written to thousands of sockets. Milliseconds. */
const HANDED_ON = 60;

/** What people wait for at this moment in this process. Work that nobody watches makes room for it, for a little while. */
export class Foreground {
  private readonly under = new Set<Promise<unknown>>();

  /** Counts work until it ends, however it does. */
  during<T>(work: Promise<T>): Promise<T> {
    this.under.add(work);
    return work.finally(() => this.under.delete(work));
  }

  /** Resolves a moment after none is under way any more, and soon after `mostMs` milliseconds whatever is. */
  async quiet(mostMs = A_WHILE): Promise<void> {
    if (this.under.size === 0) return;
    let timer: NodeJS.Timeout | undefined;
    const enough = new Promise<true>((resolve) => {
      timer = setTimeout(resolve, mostMs, true);
    });
    try {
      while (this.under.size > 0 && !(await Promise.race([enough, this.settled()])));
    } finally {
      clearTimeout(timer);
    }
    await sleep(HANDED_ON);
  }

  private settled(): Promise<void> {
    return Promise.allSettled(this.under).then(() => undefined);
  }
}
