/**
 * Who belongs to a name. Most names have one, so a set is made only for the second: with ten thousand connections
 * that is most of what an index costs.
 */
export class IndexOf<V extends object> {
  private readonly entries = new Map<string, V | Set<V>>();

  get(name: string): Iterable<V> {
    const known = this.entries.get(name);
    if (known === undefined) return [];
    return known instanceof Set ? known : [known];
  }

  add(name: string, value: V): void {
    const known = this.entries.get(name);
    if (known === undefined) this.entries.set(name, value);
    else if (known instanceof Set) known.add(value);
    else if (known !== value) this.entries.set(name, new Set([known, value]));
  }

  delete(name: string, value: V): void {
    const known = this.entries.get(name);
    if (known === value) this.entries.delete(name);
    else if (known instanceof Set && known.delete(value) && known.size === 0) this.entries.delete(name);
  }
}
