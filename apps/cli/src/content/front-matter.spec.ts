import fc from 'fast-check';
import { type ContentFields, FRONT_MATTER } from './fields.js';
import { parseFile } from './front-matter.js';
import { templateOf } from './template.js';

const file = (front: string, body = '') => `---\n${front}\n---\n${body}`;

describe('a Markdown file with front matter', () => {
  it('is read field by field, the body being what follows', () => {
    const text = file(
      'kind: alert\ntitle: "Phishing: again"\nregions: [dane wi, "55"]\nsystems: office-it, people',
      '# Head\n\n---\nrest\n',
    );
    expect(parseFile(text, 'a.md')).toEqual({
      kind: 'alert',
      title: 'Phishing: again',
      regions: ['dane wi', '55'],
      systems: ['office-it', 'people'],
      body: '# Head\n\n---\nrest',
    });
  });

  it('keeps codes as they are written: 01001 is no number and no is no boolean', () => {
    expect(
      parseFile(file('title: no\nregions: [01001, 55025]\nseverity: 3\nexpires: 2026-11-05'), 'a.md'),
    ).toEqual({
      title: 'no',
      regions: ['01001', '55025'],
      severity: '3',
      expires: '2026-11-05',
    });
  });

  it('does not split what may hold commas', () => {
    expect(parseFile(file('regions: Dane County, Wisconsin\nproducts: Mailer, all builds'), 'a.md')).toEqual({
      regions: ['Dane County, Wisconsin'],
      products: ['Mailer, all builds'],
    });
  });

  it('takes references as title and url, or as one text', () => {
    const front =
      'references:\n  - title: Notice\n    url: https://example.org/1\n  - Other <https://example.org/2>';
    expect(parseFile(file(front), 'a.md').references).toEqual([
      'Notice <https://example.org/1>',
      'Other <https://example.org/2>',
    ]);
  });

  it('may have Windows line ends, a mark at its beginning, or no front matter', () => {
    expect(parseFile('\ufeff---\r\ntitle: x\r\n---\r\nbody\r\n', 'a.md')).toEqual({
      title: 'x',
      body: 'body',
    });
    expect(parseFile('only a body', 'a.md')).toEqual({ body: 'only a body' });
    expect(parseFile('', 'a.md')).toEqual({});
  });

  it('leaves out what is empty', () => {
    expect(parseFile(file('title:\nregions: []\nsummary: ""'), 'a.md')).toEqual({});
  });

  it.each([
    ['an unknown field', file('titel: x'), 'a.md: there is no field "titel"'],
    ['broken YAML', file('title: [x'), 'a.md: the front matter is not valid YAML'],
    ['a list on top', file('- x'), 'a.md: the front matter must be'],
    ['a map for a text', file('title: {a: b}'), 'a.md: title must be a text.'],
    ['a field twice', file('title: a\ntitle: b'), 'a.md: the front matter is not valid YAML'],
    ['an alias bomb', file(`a: &a [x, x]\nproducts: [${'*a, '.repeat(9)}*a]`), 'a.md'],
    ['too much', 'x'.repeat(600_000), 'a.md is too large.'],
  ])('refuses %s', (_what, text, sentence) => expect(() => parseFile(text, 'a.md')).toThrow(sentence));
});

describe('the template', () => {
  const texts = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
    .filter((text) => text.trim() === text && !/[\r\u0085\u2028\u2029\p{Cc}]/u.test(text));
  const short = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/);
  const fields = fc.record(
    Object.fromEntries(
      Object.entries(FRONT_MATTER).map(([name, { shape }]) => [
        name,
        shape === 'text' ? texts : fc.array(shape === 'list' ? texts : short, { minLength: 1, maxLength: 4 }),
      ]),
    ),
    { requiredKeys: [] },
  ) as fc.Arbitrary<ContentFields>;

  it('gives back what was put in, whatever it is', () => {
    fc.assert(
      fc.property(fields, (given) => {
        expect(parseFile(templateOf(given, ['heading']), 'x')).toEqual(given);
      }),
    );
  });

  it('keeps a text of several lines, and the body', () => {
    const given = {
      title: 'x',
      instructions: 'one\ntwo: # three\n\n- four',
      body: '# Body\n\n--- not a fence',
    };
    expect(parseFile(templateOf(given, []), 'x')).toEqual(given);
  });

  it('says nothing of its own', () => {
    expect(parseFile(templateOf({}, ['A heading: with a colon']), 'x')).toEqual({});
  });
});
