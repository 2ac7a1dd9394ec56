import { AsyncResource } from 'node:async_hooks';

type Report = (error: unknown) => void;

/**
 * Says "look" to whoever reads a log from a cursor, and nothing else: a wake-up carries no content, may come twice, and may
 * be lost with a connection, after whose return every channel is woken once. A reader that must not wait long polls as well.
 */
export class Wakeups {
  private readonly listeners = new Map<string, Set<() => void>>();
  private readonly onFirst: () => void;
  private used = false;

  constructor(
    private readonly report: Report,
    /** Called once, when somebody first listens. */
    onFirst: () => void = () => {},
  ) {
    this.onFirst = onFirst;
  }

  /** Calls `listener` after each commit that wakes `channel`, in this process or another. @returns how to stop it */
  on(channel: string, listener: () => void): () => void {
    const bound = AsyncResource.bind(listener);
    const set = this.listeners.get(channel) ?? new Set();
    this.listeners.set(channel, set.add(bound));
    if (!this.used) {
      this.used = true;
      this.onFirst();
    }
    return () => {
      set.delete(bound);
      if (set.size === 0 && this.listeners.get(channel) === set) this.listeners.delete(channel);
    };
  }

  wake(channel: string): void {
    for (const listener of [...(this.listeners.get(channel) ?? [])]) {
      try {
        listener();
      } catch (error) {
        this.report(error);
      }
    }
  }

  wakeAll(): void {
    for (const channel of [...this.listeners.keys()]) this.wake(channel);
  }
}
