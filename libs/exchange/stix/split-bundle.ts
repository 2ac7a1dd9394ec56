import { readJson, readShallowJson } from '../reading/json.js';
import { below, Unreadable } from '../reading/unreadable.js';

/** How much one object of a bundle may hold, and how many objects a bundle. */
export const OBJECT_BOUNDS = { size: 10_485_760, depth: 40, values: 200_000, text: 10_000_000 };
export const MOST_OBJECTS = 500_000;
/** What of a bundle lies outside of its objects, and between two of them. Bytes. */
const MOST_OUTSIDE = 65_536;
const MOST_BETWEEN = 65_536;

const [QUOTE, BACKSLASH, COMMA_ONLY, NOTHING] = [34, 92, /^\s*,\s*$/, /^\s*$/] as const;
const [OPEN, CLOSE, LIST, LIST_END] = [123, 125, 91, 93] as const;
const OBJECTS_LIST = /"objects"\s*:\s*\[$/;

/** An object of a bundle with the place where it lies. */
export interface Part {
  readonly at: string;
  readonly text: string;
  readonly value: unknown;
}

/** A byte of a text that is followed, at once or after more of the text, by one that may end it. */
function beforeNext(chunk: Buffer, at: number): number {
  let next = at + 1;
  while (next < chunk.length && chunk[next] !== QUOTE && chunk[next] !== BACKSLASH) next += 1;
  return next - 1;
}

/** Bytes that belong together, in however many pieces they arrive. */
class Pieces {
  private pieces: Buffer[] = [];
  size = 0;

  add(bytes: Buffer): void {
    this.size += bytes.length;
    this.pieces.push(bytes);
  }

  /** @throws Unreadable for what is not UTF-8 */
  take(where: string): string {
    const bytes = this.pieces.length === 1 ? (this.pieces[0] as Buffer) : Buffer.concat(this.pieces);
    this.pieces = [];
    this.size = 0;
    try {
      return UTF8.decode(bytes);
    } catch {
      throw new Unreadable(where, 'This is not UTF-8.');
    }
  }
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Takes a bundle or a TAXII envelope apart while it arrives: each object of `objects` is handed out as soon as it is whole, so
 * that no more than one of them is held, however many there are.
 */
export class SplitBundle {
  private where: 'OUTSIDE' | 'BETWEEN' | 'OBJECT' = 'OUTSIDE';
  private outside = '';
  private readonly pending = new Pieces();
  private count = 0;
  private depth = 0;
  private within = false;
  private escaped = false;

  get objects(): number {
    return this.count;
  }

  /** @throws Unreadable naming where */
  *push(chunk: Buffer): Generator<Part> {
    let { within, escaped } = this;
    let from = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const code = chunk[at] as number;
      if (within) {
        if (escaped) escaped = false;
        else if (code === BACKSLASH) escaped = true;
        else if (code === QUOTE) within = false;
        else at = beforeNext(chunk, at);
      } else if (code === QUOTE) within = true;
      else if (code === OPEN || code === LIST) {
        this.deeper();
        if (this.where === 'BETWEEN') {
          this.hold(chunk.subarray(from, at));
          this.separated(this.count > 0);
          this.where = 'OBJECT';
          from = at;
        } else if (this.where === 'OUTSIDE' && this.depth === 2 && code === LIST) {
          this.hold(chunk.subarray(from, at + 1));
          this.outside += this.pending.take('');
          from = at + 1;
          if (OBJECTS_LIST.test(this.outside.slice(-100))) this.where = 'BETWEEN';
        }
      } else if (code === CLOSE || code === LIST_END) {
        this.depth -= 1;
        if (this.where === 'OBJECT' && this.depth === 2) {
          this.hold(chunk.subarray(from, at + 1));
          yield this.part();
          this.where = 'BETWEEN';
          from = at + 1;
        } else if (this.where === 'BETWEEN') {
          this.hold(chunk.subarray(from, at));
          this.separated(false);
          this.where = 'OUTSIDE';
          from = at;
        }
      }
    }
    this.within = within;
    this.escaped = escaped;
    this.hold(chunk.subarray(from));
  }

  /** What surrounds the objects: the bundle's own properties. @throws Unreadable where it never ended */
  end(): Readonly<Record<string, unknown>> {
    if (this.where !== 'OUTSIDE') throw new Unreadable(this.place(), 'This ends before it is whole.');
    const value = readJson((this.outside + this.pending.take('')).replace(/^\ufeff/, ''));
    if (value === null || typeof value !== 'object' || Array.isArray(value))
      throw new Unreadable('', 'This is no bundle.');
    return value as Record<string, unknown>;
  }

  private place(): string {
    return below('/objects', this.count);
  }

  private deeper(): void {
    this.depth += 1;
    if (this.depth > OBJECT_BOUNDS.depth + 2)
      throw new Unreadable(this.place(), `This is nested deeper than ${OBJECT_BOUNDS.depth}.`);
  }

  private hold(bytes: Buffer): void {
    if (bytes.length === 0) return;
    this.pending.add(bytes);
    const { size } = this.pending;
    if (this.where === 'OBJECT' && size > OBJECT_BOUNDS.size)
      throw new Unreadable(this.place(), `This object is larger than ${OBJECT_BOUNDS.size} bytes.`);
    if (this.where === 'OUTSIDE' && size + this.outside.length > MOST_OUTSIDE)
      throw new Unreadable('', `Besides its objects, a bundle has at most ${MOST_OUTSIDE} bytes.`);
    if (this.where === 'BETWEEN' && size > MOST_BETWEEN)
      throw new Unreadable(this.place(), 'An object is expected here.');
  }

  /** Between two objects stands a comma, and nothing else. */
  private separated(byComma: boolean): void {
    if (!(byComma ? COMMA_ONLY : NOTHING).test(this.pending.take(this.place())))
      throw new Unreadable(this.place(), 'An object is expected here.');
  }

  private part(): Part {
    const at = this.place();
    const text = this.pending.take(at);
    this.count += 1;
    if (this.count > MOST_OBJECTS)
      throw new Unreadable(at, `A bundle holds at most ${MOST_OBJECTS} objects.`);
    try {
      return { at, text, value: readShallowJson(text, OBJECT_BOUNDS) };
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      throw new Unreadable(error.where.startsWith('line') ? at : at + error.where, error.reason);
    }
  }
}
