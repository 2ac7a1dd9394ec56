export interface RepeatedWorkOptions {
  /** One turn: all that is to be done now. @param signal is aborted when it should end with the step under way */
  readonly work: (signal: AbortSignal) => Promise<void>;
  /** Takes a turn's failure; the next turn tries again. */
  readonly report: (error: unknown) => void;
  /** A turn comes at least so often, woken or not. Milliseconds. */
  readonly every: number;
}

/** Work that this process does again and again, one turn at a time: when woken, and by itself every so often. */
export class RepeatedWork {
  private readonly stopping = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<void> | undefined;
  private again = false;

  constructor(private readonly options: RepeatedWorkOptions) {}

  /** Begins with a turn at once. Does not keep the process alive. */
  start(): void {
    this.timer = setInterval(() => this.wake(), this.options.every);
    this.timer.unref();
    this.wake();
  }

  /** Asks for a turn. One that is asked for during a turn follows it, since that may have looked already. */
  wake(): void {
    if (this.stopping.signal.aborted) return;
    this.again = true;
    this.working ??= this.turns();
  }

  /** Resolves once the step under way has ended; nothing begins any more. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.stopping.abort();
    await this.working;
  }

  private async turns(): Promise<void> {
    const { signal } = this.stopping;
    try {
      while (this.again && !signal.aborted) {
        this.again = false;
        await this.options.work(signal);
      }
    } catch (error) {
      this.options.report(error);
    } finally {
      this.working = undefined;
    }
  }
}
