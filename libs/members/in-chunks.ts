/** Rows of one INSERT: with a dozen columns well below the 32,766 values that SQLite binds at most. */
const CHUNK = 500;

export async function inChunks<T>(
  rows: readonly T[],
  insert: (chunk: T[]) => Promise<unknown>,
): Promise<void> {
  for (let start = 0; start < rows.length; start += CHUNK) await insert(rows.slice(start, start + CHUNK));
}
