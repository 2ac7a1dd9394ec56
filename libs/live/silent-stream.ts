/**
 * Stands for a subscription in libraries that expect a stream of its results. It never has any: what the listener is
 * sent is written straight to its connection, so that many share the bytes. It ends when it is returned.
 */
export class SilentStream implements AsyncGenerator<never, undefined> {
  private stop: ((end: IteratorReturnResult<undefined>) => void) | undefined;
  private over = false;

  constructor(private readonly onReturn: () => void) {}

  next(): Promise<IteratorResult<never, undefined>> {
    if (this.over) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve) => {
      this.stop = resolve;
    });
  }

  async return(): Promise<IteratorResult<never, undefined>> {
    if (!this.over) {
      this.over = true;
      this.onReturn();
      this.stop?.({ done: true, value: undefined });
    }
    return { done: true, value: undefined };
  }

  async throw(error: unknown): Promise<never> {
    await this.return();
    throw error;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }
}
