import { unavailable } from '../errors.js';

/** First in, first out, one at a time; what fails does not hold up the next. */
export class TurnQueue {
  private tail: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  /** @param limit how many may wait; beyond it, work is refused rather than remembered */
  constructor(private readonly limit: number) {}

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.waiting >= this.limit) throw unavailable(undefined, { detail: `${this.limit} writers are waiting` });
    this.waiting += 1;
    const turn = this.tail.then(work);
    this.tail = turn.catch(() => {});
    try {
      return await turn;
    } finally {
      this.waiting -= 1;
    }
  }
}
