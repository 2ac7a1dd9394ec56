import type { Readable } from 'node:stream';
import { assertNotForeign, Unreadable } from '#exchange';
import { badInput, tooLarge } from '#platform';

const NEWLINE = 10;
/** Bytes of a line; a pattern of 10,000 characters fits. */
const MOST_LINE = 64 * 1024;

export interface Line {
  /** From 1. */
  readonly number: number;
  /** Null for one that is too long or no UTF-8. */
  readonly text: string | null;
}

/**
 * The lines of a text, as they arrive. What is held is one line and what came with it, however long the text.
 * @throws Refusal TOO_LARGE for more lines than `most`, BAD_INPUT for an archive and for UTF-16
 */
export async function* linesOf(source: Readable, most: number): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const read = (bytes: Buffer): string | null => {
    if (bytes.length > MOST_LINE) return null;
    try {
      return decoder.decode(bytes).replace(/\r$/, '');
    } catch {
      return null;
    }
  };
  let number = 0;
  let rest: Buffer = Buffer.alloc(0);
  /** What is beyond the length of a line is dropped until its end. */
  let dropped = false;
  const next = (bytes: Buffer): Line => {
    number += 1;
    if (number > most) throw tooLarge(`A list has at most ${most.toLocaleString('en')} lines.`);
    const line = { number, text: dropped ? null : read(bytes) };
    dropped = false;
    return line;
  };
  let begun = false;
  // What is left of a body when this ends before it is its connection's matter: destroyed with it, no answer would arrive.
  const chunks = source.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  for await (const chunk of chunks) {
    if (!begun) mustBeText(chunk);
    begun = true;
    let bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE)) {
      yield next(bytes.subarray(0, end));
      bytes = bytes.subarray(end + 1);
    }
    if (bytes.length > MOST_LINE) {
      dropped = true;
      bytes = Buffer.alloc(0);
    }
    rest = bytes;
  }
  if (rest.length > 0 || dropped) yield next(rest);
}

function mustBeText(chunk: Buffer): void {
  try {
    assertNotForeign(chunk);
  } catch (error) {
    if (error instanceof Unreadable) throw badInput(['body'], error.reason);
    throw error;
  }
}
