/** A text that came so often is prepared. */
const OFTEN = 5;
const MOST_PREPARED = 100;
const MOST_COUNTED = 2000;

/**
 * Which SQL texts PostgreSQL prepares: it then parses and plans them once on each connection and not at every call, which takes
 * longer than most of the reads themselves. Texts are many, since some grow with their lists, so only those that come often are
 * prepared, and no more than a connection can well keep.
 */
export class StatementNames {
  private readonly counts = new Map<string, number>();
  private readonly names = new Map<string, string>();

  /** The name under which a text is prepared; none while it is to be sent as it is. */
  of(text: string): string | undefined {
    const name = this.names.get(text);
    if (name !== undefined || this.names.size >= MOST_PREPARED) return name;
    const count = (this.counts.get(text) ?? 0) + 1;
    if (count < OFTEN) {
      if (this.counts.size >= MOST_COUNTED) this.counts.clear();
      this.counts.set(text, count);
      return undefined;
    }
    this.counts.delete(text);
    const given = `often_${this.names.size + 1}`;
    this.names.set(text, given);
    return given;
  }
}
