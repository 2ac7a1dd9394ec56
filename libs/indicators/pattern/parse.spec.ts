import fc from 'fast-check';
import { corpusJson, describeWithCorpus } from '../corpus.fixture.js';
import { PatternError } from './lexer.js';
import { patternOf, typeAt } from './of-value.js';
import { parsePattern } from './parse.js';

const faultIn = (text: string): number | null => {
  try {
    parsePattern(text);
    return null;
  } catch (error) {
    if (error instanceof PatternError) return error.at;
    throw error;
  }
};

describe('a STIX pattern', () => {
  it.each([
    "[ipv4-addr:value = '198.51.100.1']",
    "[file:hashes.'SHA-256' = 'aa' OR file:hashes.MD5 = 'bb'] AND [process:name IN ('a', 'b')]",
    "([a:b = 1] FOLLOWEDBY [c:d NOT LIKE 'x%']) WITHIN 5.5 SECONDS REPEATS 2 TIMES",
    "[a:b.c[0].d[*].'e-f' MATCHES '^\\\\d+$'] START t'2026-11-03T00:00:00Z' STOP t'2026-11-04T00:00:00.5Z'",
    "[a:b = true AND (c:d != h'ff00' OR c:e >= -1.5) AND NOT EXISTS c:f]",
    "[a:b = b'aGVsbG8=' /* a comment */] // and another",
    '[a:b IN ()]',
    "[ipv4-addr:value ISSUBSET '198.51.100.0/24']",
  ])('keeps to the grammar: %s', (text) => expect(faultIn(text)).toBeNull());

  it.each([
    ['', 0],
    ['a:b = 1', 0],
    ["[a:b = 'x'", 10],
    ["[a:b = 'x]", 7],
    ["[a-b.c = 'x']", 4],
    ["[a:b-c = 'x']", 3],
    ["[a:b == 'x'] OR", 15],
    ["[a:b = 'x'] WITHIN 5 HOURS", 21],
    ["[a:b = 'x'] WITHIN 0 SECONDS", 19],
    ["[a:b = 'x'] REPEATS 2 TIMES REPEATS 3 TIMES", 28],
    ["[a:b = t'2026-13-01T00:00:00Z']", 7],
    ["[a:b = 'x'] START t'2026-11-04T00:00:00Z' STOP t'2026-11-03T00:00:00Z'", 18],
    ["[a:b = 'x'] extra", 12],
    ['[a:b LIKE 5]', 10],
    ["[a:b = 'it\\n']", 7],
  ])('that does not is refused at its fault: %s', (text, at) => expect(faultIn(text)).toBe(at));

  it('is the same whatever its spaces, comments and signs', () => {
    const one = parsePattern("[a:b='x' AND c:'d' == 1]");
    expect(parsePattern("[ a : b = 'x' /* so */ AND\n c:d = 1 ]").canonical).toBe(one.canonical);
  });

  it('tells with which texts it compares', () => {
    const { equalities } = parsePattern(
      "[ipv4-addr:value = '198.51.100.1' OR domain-name:value IN ('a.example', 'b.example')] AND [a:b NOT = 'no' AND a:b != 'neither']",
    );
    expect(equalities.map(({ path, value }) => `${path} ${value}`)).toEqual([
      'ipv4-addr:value 198.51.100.1',
      'domain-name:value a.example',
      'domain-name:value b.example',
    ]);
  });

  it('of any text is read in one pass, and never ends in anything but an answer', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...`[](){}:.,*='"\\/ abtANDOR0159-_`) }),
        (text) => void faultIn(text),
      ),
      {
        numRuns: 3_000,
      },
    );
  });

  it.each([
    ['opening brackets', '('.repeat(9_000)],
    ['opening brackets of observations', '['.repeat(9_000)],
    ['stars of a comment', `/${'*'.repeat(9_000)}`],
    ['spaces', ' '.repeat(9_999)],
    ['digits', `[a:b = ${'1'.repeat(9_000)}`],
    ['base64', `[a:b = b'${'A'.repeat(9_000)}`],
    ['a name', `[${'a'.repeat(9_000)}`],
    ['ANDs', `${"[a:b = 'x'] AND ".repeat(600)}`],
  ])('of endless %s is refused', (_, text) => expect(faultIn(text)).not.toBeNull());

  it('of a plain value is what says the value', () => {
    for (const [type, value] of [
      ['URL', "https://a.example/it's?x=\\"],
      ['IPV4', '198.51.100.0/24'],
      ['SHA256', 'aa'.repeat(32)],
    ] as const) {
      const { equalities } = parsePattern(patternOf({ type, value }));
      expect(equalities.map((one) => [typeAt(one.path), one.value])).toEqual(
        value.includes('/24') ? [] : [[type, value]],
      );
    }
  });
});

describeWithCorpus('the pattern vectors of the corpus', () => {
  it('are valid and invalid as their makers say', () => {
    const vectors = corpusJson<{ valid: string[]; invalid: string[] }>('stix21/patterns-dev.json');
    expect(vectors.valid.filter((text) => faultIn(text) !== null)).toEqual([]);
    expect(vectors.invalid.filter((text) => faultIn(text) === null)).toEqual([]);
  });
});
