import { below, Unreadable } from '../../reading/unreadable.js';
import * as kinds from './kinds.js';
import { externalReference, hashes, killChainPhase } from './parts.js';

/** The kinds by their words in the tables of types. */
const WORDS: Readonly<Record<string, kinds.Kind>> = {
  text: kinds.text,
  texts: kinds.list(kinds.text),
  bool: kinds.bool,
  moment: kinds.moment,
  int: kinds.int(),
  size: kinds.int(0),
  port: kinds.int(0, 65_535),
  count: kinds.int(0, 999_999_999),
  observed: kinds.int(1, 999_999_999),
  latitude: kinds.float(-90, 90),
  longitude: kinds.float(-180, 180),
  float: kinds.float(),
  word: kinds.word,
  hex: kinds.hex,
  binary: kinds.binary,
  uri: kinds.uri,
  email: kinds.email,
  mac: kinds.mac,
  dictionary: kinds.dictionary,
  hashes,
  phases: kinds.list(killChainPhase),
  references: kinds.list(externalReference),
  ref: kinds.ref(),
  refs: kinds.list(kinds.ref()),
};

/** The properties that a type has besides the common ones: a word of `WORDS`, with `!` for a required one, or a kind. */
export type Shape = Readonly<Record<string, string | kinds.Kind>>;

interface Property {
  readonly name: string;
  readonly required: boolean;
  readonly kind: kinds.Kind | undefined;
}

/** Shapes are few and objects many: each is made ready once. */
const READY = new WeakMap<Shape, readonly Property[]>();

function ready(shape: Shape): readonly Property[] {
  const known = READY.get(shape);
  if (known) return known;
  const properties = Object.entries(shape).map(([name, said]) => ({
    name,
    required: typeof said === 'string' && said.endsWith('!'),
    kind: typeof said === 'string' ? WORDS[said.replace('!', '')] : said,
  }));
  READY.set(shape, properties);
  return properties;
}

/** @throws Unreadable naming where */
export function checkShape(object: Readonly<Record<string, unknown>>, shape: Shape, at: string): void {
  for (const { name, required, kind } of ready(shape)) {
    if (name in object) kind?.(object[name], below(at, name));
    else if (required) throw new Unreadable(at, `A ${String(object.type)} needs ${name}.`);
  }
}
