/** How long work that can wait makes room. Milliseconds. */
const A_WHILE = 250;

/** What people wait for at this moment in this process. Work that nobody watches makes room for it, for a little while. */
export class Foreground {
  private readonly under = new Set<Promise<unknown>>();

  /** Counts work until it ends, however it does. */
  during<T>(work: Promise<T>): Promise<T> {
    this.under.add(work);
    return work.finally(() => this.under.delete(work));
  }

  /** Resolves once none is under way, and after `mostMs` milliseconds whatever is. */
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
  }

  private settled(): Promise<void> {
    return Promise.allSettled(this.under).then(() => undefined);
  }
}
