import { unavailable } from '../errors.js';

/** Lets so many work at once and the others wait, first come, first served. */
export class TurnQueue {
  private working = 0;
  private readonly waiting: (() => void)[] = [];
  private onIdle: (() => void) | undefined;

  /**
   * @param width how many may work at once
   * @param limit how many may wait; beyond it, work is refused rather than remembered
   */
  constructor(
    private readonly width: number,
    private readonly limit: number,
  ) {}

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.working < this.width) {
      this.working += 1;
    } else {
      if (this.waiting.length >= this.limit)
        throw unavailable(undefined, { detail: `${this.limit} writers are waiting` });
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
    try {
      return await work();
    } finally {
      this.pass();
    }
  }

  /** Resolves when nobody works or waits. */
  async idle(): Promise<void> {
    if (this.working > 0) await new Promise<void>((resolve) => (this.onIdle = resolve));
  }

  /** Hands this turn to the next in line, who so cannot be overtaken. */
  private pass(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.working -= 1;
    if (this.working === 0) this.onIdle?.();
  }
}
