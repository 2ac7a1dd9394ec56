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
 * JSON from outside, within bounds. Depth and values are counted before anything is parsed, so that no depth exhausts the parser's
 * stack, and no list of nothings the memory: as a value, `{}` takes twenty times what it takes as text.
 * @throws Unreadable naming where
 */
export function readJson(text: string, bounds: Bounds = DOCUMENT_BOUNDS): unknown {
  if (text.length > bounds.size) throw new Unreadable('', `This is larger than ${bounds.size} characters.`);
  assertBounded(text, bounds);
  return plain(text, bounds);
}

/** The same for what is known to be no deeper than it may be. @throws Unreadable naming where */
export function readShallowJson(text: string, bounds: Omit<Bounds, 'size'>): unknown {
  // A value takes two characters at the least, but for the last of all: a shorter text cannot hold too many.
  if (text.length > 2 * bounds.values) assertBounded(text, bounds);
  return plain(text, bounds);
}

function plain(text: string, bounds: Omit<Bounds, 'size'>): unknown {
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
const COMMA = 44;
const opening = (code: number) => code === 91 || code === 123;
const closing = (code: number) => code === 93 || code === 125;

/** There are as many values as lists and objects at the least, and more than commas. How many exactly is counted of what was parsed. */
function assertBounded(text: string, { depth: deepest, values }: Omit<Bounds, 'size'>): void {
  let depth = 0;
  let opened = 0;
  let commas = 0;
  let within = false;
  const refuse = (at: number, reason: string): never => {
    throw new Unreadable(placeOf(text, at), reason);
  };
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (within) {
      if (code === BACKSLASH) at += 1;
      else if (code === QUOTE) within = false;
    } else if (code === QUOTE) within = true;
    else if (code === COMMA) {
      commas += 1;
      if (commas >= values) refuse(at, tooMany(values));
    } else if (opening(code)) {
      depth += 1;
      opened += 1;
      if (depth > deepest) refuse(at, `This is nested deeper than ${deepest}.`);
      if (opened > values) refuse(at, tooMany(values));
    } else if (closing(code)) depth -= 1;
  }
}

const tooMany = (values: number): string => `This holds more than ${values} values.`;

function assertPlain(root: unknown, bounds: Omit<Bounds, 'size'>): void {
  const within = { ...bounds, count: 0 };
  const fault = faultIn(root, within);
  if (fault)
    throw new Unreadable(
      fault.path.reduceRight((pointer, name) => below(pointer, name), ''),
      fault.reason,
    );
}

/** Where it lies, from the inside out: only what is wrong is told where it is. */
interface PlainFault {
  readonly path: string[];
  readonly reason: string;
}

/** The depth is known to be bounded. */
function faultIn(value: unknown, within: Omit<Bounds, 'size'> & { count: number }): PlainFault | null {
  within.count += 1;
  if (within.count > within.values) return { path: [], reason: tooMany(within.values) };
  if (typeof value === 'string')
    return value.length > within.text
      ? { path: [], reason: `This text is longer than ${within.text} characters.` }
      : null;
  if (typeof value === 'number')
    return Number.isFinite(value) ? null : { path: [], reason: 'This number is out of range.' };
  if (value === null || typeof value !== 'object') return null;
  for (const name of Object.keys(value)) {
    const fault = OF_PROTOTYPES.has(name)
      ? { path: [], reason: 'No property may be called so.' }
      : faultIn((value as Record<string, unknown>)[name], within);
    if (fault) {
      fault.path.push(name);
      return fault;
    }
  }
  return null;
}

/** `line 3, column 7`, counted from 1. */
export function placeOf(text: string, offset: number): string {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0 && end < offset; end = text.indexOf('\n', start)) {
    line += 1;
    start = end + 1;
  }
  return `line ${line}, column ${offset - start + 1}`;
}
