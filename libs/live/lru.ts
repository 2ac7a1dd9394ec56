/** Keeps what was used last, up to a number of entries. */
export class Lru<V> {
  private readonly entries = new Map<string, V>();

  constructor(private readonly most: number) {}

  /** The value kept under `key`, made by `make` when there is none. What throws is not kept. */
  get(key: string, make: () => V): V {
    const kept = this.entries.get(key);
    const value = kept === undefined ? make() : kept;
    this.entries.delete(key);
    this.entries.set(key, value);
    if (this.entries.size > this.most) {
      const [oldest] = this.entries.keys();
      if (oldest !== undefined) this.entries.delete(oldest);
    }
    return value;
  }
}
