import { below, Unreadable } from './unreadable.js';

/** How much one document may hold. */
export interface Bounds {
  /** Bytes or, of text, UTF-16 units. */
  readonly size: number;
  readonly depth: number;
  /** Values of every kind, whatever they lie in. */
  readonly values: number;
  readonly text: number;
}

export const DOCUMENT_BOUNDS: Bounds = { size: 16_777_216, depth: 60, values: 1_000_000, text: 5_000_000 };

/** Names that reach an object's prototype where they are assigned instead of defined. */
const OF_PROTOTYPES = new Set(['__proto__']);

/**
 * JSON from outside, within bounds. Depth is counted before anything is parsed, so that no depth exhausts the parser's stack.
 * @throws Unreadable naming where
 */
export function readJson(text: string, bounds: Bounds = DOCUMENT_BOUNDS): unknown {
  if (text.length > bounds.size) throw new Unreadable('', `This is larger than ${bounds.size} characters.`);
  assertDepth(text, bounds.depth);
  const value = parsed(text);
  assertPlain(value, bounds);
  return value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const offset = Number(/position (\d+)/.exec((error as Error).message)?.[1] ?? text.length);
    throw new Unreadable(placeOf(text, offset), 'This is not JSON.');
  }
}

const QUOTE = 34;
const BACKSLASH = 92;
const opening = (code: number) => code === 91 || code === 123;
const closing = (code: number) => code === 93 || code === 125;

function assertDepth(text: string, most: number): void {
  let depth = 0;
  let within = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (within) {
      if (code === BACKSLASH) at += 1;
      else if (code === QUOTE) within = false;
    } else if (code === QUOTE) within = true;
    else if (opening(code)) {
      depth += 1;
      if (depth > most) throw new Unreadable(placeOf(text, at), `This is nested deeper than ${most}.`);
    } else if (closing(code)) depth -= 1;
  }
}

function assertPlain(root: unknown, bounds: Bounds): void {
  let values = 0;
  const waiting: [string, unknown][] = [['', root]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [pointer, value] = next;
    values += 1;
    if (values > bounds.values)
      throw new Unreadable(pointer, `This holds more than ${bounds.values} values.`);
    if (typeof value === 'string' && value.length > bounds.text)
      throw new Unreadable(pointer, `This text is longer than ${bounds.text} characters.`);
    if (typeof value === 'number' && !Number.isFinite(value))
      throw new Unreadable(pointer, 'This number is out of range.');
    if (value === null || typeof value !== 'object') continue;
    for (const name of Object.keys(value)) {
      if (OF_PROTOTYPES.has(name))
        throw new Unreadable(below(pointer, name), 'No property may be called so.');
      waiting.push([below(pointer, name), (value as Record<string, unknown>)[name]]);
    }
  }
}

/** `line 3, column 7`, counted from 1. */
export function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return `line ${line}, column ${offset - before.lastIndexOf('\n')}`;
}
