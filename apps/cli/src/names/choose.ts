import { absent, usage } from '../failure.js';

interface Named {
  readonly id: string;
  readonly name: string;
  /** The name with what tells it from namesakes. */
  readonly label?: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The id itself where one was given: a UUID, or anything after `id:`; null for a name. */
export function idIn(text: string): string | null {
  if (text.startsWith('id:')) return text.slice(3);
  return UUID.test(text.trim()) ? text.trim() : null;
}

const folded = (name: string): string => name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

/** The one that bears the name, or the only one whose name contains it. */
export function choose<N extends Named>(
  candidates: readonly N[],
  text: string,
  what: string,
  more = false,
): N {
  const named = candidates.filter(({ name }) => folded(name) === folded(text));
  const meant =
    named.length > 0 ? named : candidates.filter(({ name }) => folded(name).includes(folded(text)));
  const [only] = meant;
  if (only === undefined) throw absent(`There is no ${what} by the name "${text}" that you may know of.`);
  if (meant.length === 1 && (named.length === 1 || !more)) return only;
  const names = meant.slice(0, 8).map(({ id, name, label = name }) => `${label} ${id}`);
  throw usage(
    `"${text}" could be several: ${names.join('; ')}${more || meant.length > 8 ? '; and others' : ''}. Say which, or give the id.`,
  );
}
