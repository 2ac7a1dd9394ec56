/** A word, sign or literal of a pattern. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** Where it begins, from 0. */
  readonly at: number;
}

export type TokenKind =
  | 'word'
  | 'string'
  | 'integer'
  | 'float'
  | 'hex'
  | 'binary'
  | 'timestamp'
  | 'sign'
  | 'end';

/** A pattern that does not keep to the grammar; `at` is the place in the text, from 0. */
export class PatternError extends Error {
  override readonly name = 'PatternError';

  constructor(
    readonly at: number,
    sentence: string,
  ) {
    super(sentence);
  }
}

/*
 * STIX 2.1, section 9.2 and 9.9. Each expression is anchored where the last token ended and has one way to match at every
 * character, so that a text is read once from its beginning to its end whatever it holds.
 */
const STRING = /'(?:[^'\\]|\\['\\])*'/y;
const HEX = /h'(?:[0-9a-fA-F]{2})*'/y;
const BINARY = /b'(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{4}|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{2}==)'|b''/y;
const TIMESTAMP =
  /t'\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?Z'/y;
const FLOAT = /[+-]?\d*\.\d+/y;
const INTEGER = /[+-]?(?:0|[1-9]\d*)(?![\w.])/y;
const WORD = /[A-Za-z_][\w-]*/y;
const SIGN = /==|!=|<>|<=|>=|[=<>()[\],.:*]/y;
const SPACE = /(?:\s|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/|\/\/[^\r\n]*)+/y;

const LITERALS: readonly (readonly [TokenKind, RegExp])[] = [
  ['timestamp', TIMESTAMP],
  ['hex', HEX],
  ['binary', BINARY],
  ['string', STRING],
  ['float', FLOAT],
  ['integer', INTEGER],
  ['word', WORD],
  ['sign', SIGN],
];

/** The tokens of a pattern, with one for its end. @throws PatternError for what is no token */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = after(SPACE, text, 0) ?? 0;
  while (at < text.length) {
    const token = tokenAt(text, at);
    tokens.push(token);
    const end = at + token.text.length;
    at = after(SPACE, text, end) ?? end;
  }
  return [...tokens, { kind: 'end', text: '', at: text.length }];
}

function tokenAt(text: string, at: number): Token {
  for (const [kind, expression] of LITERALS) {
    const end = after(expression, text, at);
    if (end !== null) return { kind, text: text.slice(at, end), at };
  }
  throw new PatternError(
    at,
    text[at] === "'" ? 'This text has no end.' : 'This is no word of the pattern language.',
  );
}

function after(expression: RegExp, text: string, at: number): number | null {
  expression.lastIndex = at;
  return expression.test(text) ? expression.lastIndex : null;
}
