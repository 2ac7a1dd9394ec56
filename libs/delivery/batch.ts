interface Waiting<T> {
  readonly id: string;
  readonly settle: (found: Promise<T | undefined>) => void;
}

/** Gathers the ids that one operation asks for at one time, and reads them in one statement; each only once. */
export class Batch<T> {
  private readonly asked = new Map<string, Promise<T | undefined>>();
  private waiting: Waiting<T>[] = [];

  constructor(private readonly read: (ids: readonly string[]) => Promise<ReadonlyMap<string, T>>) {}

  load(id: string): Promise<T | undefined> {
    const known = this.asked.get(id);
    if (known) return known;
    const asked = new Promise<T | undefined>((settle) => {
      this.waiting.push({ id, settle });
    });
    this.asked.set(id, asked);
    if (this.waiting.length === 1) void Promise.resolve().then(() => process.nextTick(() => this.flush()));
    return asked;
  }

  private flush(): void {
    const waiting = this.waiting;
    this.waiting = [];
    const found = this.read(waiting.map(({ id }) => id));
    for (const { id, settle } of waiting) settle(found.then((values) => values.get(id)));
  }
}
