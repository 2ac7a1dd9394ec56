/** Keeps one copy of each text, since thousands of connections hold the same keys. */
export class Interned {
  private readonly known = new Map<string, string>();

  /** @param most texts to keep; beyond that it begins anew */
  constructor(private readonly most: number) {}

  one(text: string): string {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    if (this.known.size >= this.most) this.known.clear();
    this.known.set(text, text);
    return text;
  }

  all(texts: Iterable<string>): Set<string> {
    const set = new Set<string>();
    for (const text of texts) set.add(this.one(text));
    return set;
  }
}
