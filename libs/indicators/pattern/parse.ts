import { PatternError, type Token, type TokenKind, tokensOf } from './lexer.js';

/** A comparison for equality with a constant: what a look-up of that constant finds the pattern by. */
export interface Equality {
  /** `ipv4-addr:value`, `file:hashes.'SHA-256'`; without quotes that are not needed. */
  readonly path: string;
  readonly value: string;
}

/** What is known of a pattern that keeps to the grammar. */
export interface ParsedPattern {
  /** The same for two texts that differ in spaces, comments and ways to write the same sign. */
  readonly canonical: string;
  readonly equalities: readonly Equality[];
}

/** Characters of a pattern; brackets in brackets. Real ones are far from either. */
export const MOST_PATTERN = 10_000;
const DEEPEST = 50;
const MOST_EQUALITIES = 500;

const ORDERABLE: readonly TokenKind[] = ['string', 'integer', 'float', 'hex', 'binary', 'timestamp'];
const SAME_SIGN: Readonly<Record<string, string>> = { '==': '=', '<>': '!=' };
const COMPARED_WITH_TEXT = ['LIKE', 'MATCHES', 'ISSUBSET', 'ISSUPERSET'];
const PLAIN_WORD = /^[A-Za-z_]\w*$/;

/**
 * Reads a pattern by the grammar of STIX 2.1, section 9, in one pass from left to right.
 * @throws PatternError saying where and what is wrong
 */
export function parsePattern(text: string): ParsedPattern {
  if (text.length > MOST_PATTERN)
    throw new PatternError(MOST_PATTERN, `A pattern has at most ${MOST_PATTERN} characters.`);
  return new Parser(tokensOf(text)).pattern();
}

class Parser {
  private place = 0;
  private depth = 0;
  private readonly written: string[] = [];
  private readonly equalities: Equality[] = [];

  constructor(private readonly tokens: readonly Token[]) {}

  pattern(): ParsedPattern {
    this.observations();
    this.expectKind('end', 'Nothing more is expected here.');
    return { canonical: this.written.join(' ').trim(), equalities: this.equalities };
  }

  /** AND binds closer than OR, and OR than FOLLOWEDBY; for the grammar alone all three are the same. */
  private observations(): void {
    do this.observation();
    while (this.takes('FOLLOWEDBY') || this.takes('OR') || this.takes('AND'));
  }

  private observation(): void {
    const simple = this.takes('[');
    if (simple) {
      this.comparisons();
      this.expect(']');
    } else {
      this.expect('(', 'An observation begins with [ or (.');
      this.within(() => this.observations());
      this.expect(')');
    }
    this.qualifiers(simple);
  }

  /** STIX 2.1, section 9.5.1: each kind at most once directly on an observation. */
  private qualifiers(once: boolean): void {
    const met = new Set<string>();
    for (;;) {
      const at = this.token.at;
      const kind = this.qualifier();
      if (kind === null) return;
      if (once && met.has(kind)) throw new PatternError(at, `${kind} may stand here once only.`);
      met.add(kind);
    }
  }

  private qualifier(): string | null {
    if (this.takes('WITHIN')) {
      const at = this.token.at;
      const seconds = this.expectKind(['integer', 'float'], 'WITHIN takes a number of seconds.');
      if (!(Number(seconds) > 0)) throw new PatternError(at, 'WITHIN takes a number above 0.');
      this.expect('SECONDS');
      return 'WITHIN';
    }
    if (this.takes('REPEATS')) {
      const at = this.token.at;
      const times = this.expectKind('integer', 'REPEATS takes a whole number.');
      if (!(Number(times) > 0)) throw new PatternError(at, 'REPEATS takes a number above 0.');
      this.expect('TIMES');
      return 'REPEATS';
    }
    if (this.takes('START')) {
      const at = this.token.at;
      const start = this.expectKind('timestamp', "START takes a timestamp: t'2026-11-03T00:00:00Z'.");
      this.expect('STOP');
      const stop = this.expectKind('timestamp', "STOP takes a timestamp: t'2026-11-03T00:00:00Z'.");
      if (start >= stop) throw new PatternError(at, 'START must lie before STOP.');
      return 'START';
    }
    return null;
  }

  private comparisons(): void {
    do this.comparison();
    while (this.takes('OR') || this.takes('AND'));
  }

  private comparison(): void {
    if (this.takes('(')) {
      this.within(() => this.comparisons());
      this.expect(')');
      return;
    }
    if (this.takes('NOT')) {
      this.expect('EXISTS');
      this.objectPath();
      return;
    }
    if (this.takes('EXISTS')) {
      this.objectPath();
      return;
    }
    const path = this.objectPath();
    const negated = this.takes('NOT');
    this.test(path, negated);
  }

  private test(path: string, negated: boolean): void {
    if (this.takes('=') || this.takes('==')) {
      const value = this.primitive();
      if (!negated && value !== null) this.equals(path, value);
    } else if (this.takes('!=') || this.takes('<>')) {
      this.primitive();
    } else if (['<', '>', '<=', '>='].some((sign) => this.takes(sign))) {
      this.expectKind(ORDERABLE, 'This compares with a number, a text or a timestamp.');
    } else if (this.takes('IN')) {
      for (const value of this.set()) if (!negated && value !== null) this.equals(path, value);
    } else if (COMPARED_WITH_TEXT.some((word) => this.takes(word))) {
      this.expectKind('string', 'This compares with a text in single quotes.');
    } else throw new PatternError(this.token.at, 'A comparison is expected here, such as =, IN or LIKE.');
  }

  /** @returns the texts in it; null for what is no text */
  private set(): (string | null)[] {
    this.expect('(');
    if (this.takes(')')) return [];
    const values = [this.primitive()];
    while (this.takes(',')) values.push(this.primitive());
    this.expect(')');
    return values;
  }

  private primitive(): string | null {
    const { kind, text } = this.token;
    if (this.takes('true') || this.takes('false')) return null;
    this.expectKind(
      ORDERABLE,
      'A constant is expected here: a text in single quotes, a number, true or false.',
    );
    return kind === 'string' ? unquoted(text) : null;
  }

  private objectPath(): string {
    const start = this.written.length;
    const type = this.expectKind('word', 'The type of an object is expected here, such as ipv4-addr.');
    this.expect(':');
    let path = `${type}:${this.property()}`;
    for (;;) {
      if (this.takes('.')) path += `.${this.property()}`;
      else if (this.takes('[')) path += this.index();
      else break;
    }
    // One word of the canonical text, whatever spaces stood in it.
    this.written.splice(start, this.written.length - start, path);
    return path;
  }

  private property(): string {
    const { kind, text, at } = this.token;
    if (kind === 'word' && PLAIN_WORD.test(text)) {
      this.advance();
      return text;
    }
    const name = unquoted(this.expectKind('string', 'The name of a property is expected here.'));
    if (name === '') throw new PatternError(at, 'A property has a name.');
    return PLAIN_WORD.test(name) ? name : text;
  }

  private index(): string {
    if (this.takes('*')) {
      this.expect(']');
      return '[*]';
    }
    const number = this.expectKind('integer', 'A number or * is expected here.');
    this.expect(']');
    return `[${Number(number)}]`;
  }

  private equals(path: string, value: string): void {
    if (this.equalities.length < MOST_EQUALITIES) this.equalities.push({ path, value });
  }

  private within(work: () => void): void {
    this.depth += 1;
    if (this.depth > DEEPEST)
      throw new PatternError(this.token.at, `Brackets lie at most ${DEEPEST} deep in each other.`);
    work();
    this.depth -= 1;
  }

  private get token(): Token {
    return this.tokens[this.place] as Token;
  }

  private advance(): string {
    const { text } = this.token;
    this.written.push(SAME_SIGN[text] ?? text);
    this.place += 1;
    return text;
  }

  /** Takes a sign or a word of the language, if it stands here. */
  private takes(text: string): boolean {
    const { kind } = this.token;
    if ((kind !== 'sign' && kind !== 'word') || this.token.text !== text) return false;
    this.advance();
    return true;
  }

  private expect(text: string, sentence = `${text} is expected here.`): void {
    if (!this.takes(text)) throw new PatternError(this.token.at, sentence);
  }

  private expectKind(kinds: TokenKind | readonly TokenKind[], sentence: string): string {
    if (![kinds].flat().includes(this.token.kind)) throw new PatternError(this.token.at, sentence);
    return this.advance();
  }
}

const unquoted = (text: string): string => text.slice(1, -1).replace(/\\(['\\])/g, '$1');
