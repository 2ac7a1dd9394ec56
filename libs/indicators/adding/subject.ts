import { createHash } from 'node:crypto';
import type { HarmlessKind, IndicatorType } from '#contract';
import { badInput } from '#platform';
import { PatternError } from '../pattern/lexer.js';
import { patternOf, typeAt } from '../pattern/of-value.js';
import { MOST_PATTERN, parsePattern } from '../pattern/parse.js';
import { harmless } from '../values/harmless.js';
import { type Observable, readObservable } from '../values/observable.js';

type Path = readonly string[];

/** What an indicator points at. */
export interface Subject {
  readonly type: IndicatorType;
  readonly value: string | null;
  readonly pattern: string;
  /** The same for two that point at the same. */
  readonly foundBy: string;
  /** What a look-up finds it by besides: the values that a pattern compares with. */
  readonly alsoFoundBy: readonly string[];
  readonly harmless: HarmlessKind | null;
}

/** Longer texts are found by their digest: an index takes no more. */
const MOST_FOUND_BY = 200;

/** What a value or a pattern is found by. */
export const foundByOf = (text: string): string =>
  text.length <= MOST_FOUND_BY ? text : `sha256:${createHash('sha256').update(text).digest('base64url')}`;

/** @throws Refusal BAD_INPUT naming the field */
export function readSubject(
  { value, pattern }: { readonly value?: string | null; readonly pattern?: string | null },
  path: Path,
): Subject {
  if (value != null && pattern != null)
    throw badInput([...path, 'pattern'], 'Give a value or a pattern, not both.');
  if (pattern != null) return ofPattern(pattern, [...path, 'pattern']);
  if (value == null) throw badInput([...path, 'value'], 'Give a value or a pattern.');
  const observable = readObservable(value);
  if (!observable)
    throw badInput(
      [...path, 'value'],
      'This is no address, network, domain name, URL, e-mail address or digest.',
    );
  return ofObservable(observable);
}

const ofObservable = (observable: Observable, pattern = patternOf(observable)): Subject => ({
  ...observable,
  pattern,
  foundBy: foundByOf(observable.value),
  alsoFoundBy: [],
  harmless: harmless(observable),
});

/** A pattern that says no more than one value does is kept as that value. @throws Refusal BAD_INPUT naming the field */
function ofPattern(given: string, path: Path): Subject {
  const text = given.length > MOST_PATTERN * 2 ? given : given.trim();
  if (/(?![\t\n\r])[\p{Cc}\p{Cf}\p{Cs}]/u.test(text))
    throw badInput(path, 'This holds a character that does not show.');
  const { canonical, equalities } = parsed(text, path);
  const observables = equalities.flatMap(({ path: property, value }) => {
    const observable = typeAt(property) && readObservable(value);
    return observable ? [observable] : [];
  });
  const [only] = observables;
  if (only && observables.length === 1 && canonical === inTokens(patternOf(only)))
    return ofObservable(only, text);
  return {
    type: 'PATTERN',
    value: null,
    pattern: text,
    foundBy: foundByOf(`pattern ${canonical}`),
    alsoFoundBy: [...new Set(observables.map(({ value }) => foundByOf(value)))],
    harmless: null,
  };
}

const inTokens = (pattern: string): string => parsePattern(pattern).canonical;

function parsed(text: string, path: Path) {
  try {
    return parsePattern(text);
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    throw badInput(path, `Character ${error.at + 1} of the pattern: ${error.message}`);
  }
}
