import fc from 'fast-check';
import { cleanLine, cleanText } from '#platform';
import { fitLine, fitText, fitUrl } from './fit.js';
import { readJson } from './json.js';
import { sortable } from './moment.js';
import { Unreadable } from './unreadable.js';
import { decoded, readXml, XML_BOUNDS } from './xml.js';

describe('text that is fitted', () => {
  it('is taken by the hub as it is, whatever it was', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.integer({ min: 1, max: 20 }),
        (text, max) => {
          const fit = fitText(text, max);
          if (fit !== null) expect(cleanText(fit, { field: 'x', min: 1, max, multiline: true })).toBe(fit);
          const line = fitLine(text, max);
          if (line !== null) expect(cleanLine(line, { field: 'x', min: 1, max })).toBe(line);
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    ['https://example.org/a?b=c', true],
    ['javascript:alert(1)', false],
    ['https://bank.example@evil.example', false],
    ['https://exa mple.org', false],
  ])('has %s as an address: %s', (url, taken) => {
    expect(fitUrl(url) !== null).toBe(taken);
  });
});

describe('JSON from outside', () => {
  it('is what the parser makes of it', () => {
    fc.assert(
      fc.property(
        fc.json().filter((text) => !text.includes('__proto__')),
        (text) => expect(readJson(text)).toEqual(JSON.parse(text)),
      ),
    );
  });

  const bounds = { size: 1_000, depth: 5, values: 20, text: 30 };
  it.each<[string, string, string]>([
    ['{"a":{"__proto__":1}}', '/a/__proto__', 'called so'],
    [`${'['.repeat(6)}${']'.repeat(6)}`, 'line 1, column 6', 'deeper than 5'],
    [`{"a/b":"${'x'.repeat(31)}"}`, '/a~1b', 'longer than 30'],
    [`[${'1,'.repeat(30)}1]`, 'line 1, column 41', 'more than 20'],
    [`[${'[],'.repeat(30)}1]`, 'line 1, column 59', 'more than 20'],
    [`[${'[1],'.repeat(9)}[1]]`, '/9/0', 'more than 20'],
    ['{"a":\n tru}', 'line 2', 'not JSON'],
    ['{"a":1e999}', '/a', 'out of range'],
    ['"'.padEnd(1_001), '', 'larger than'],
  ])('%s is refused at %s', (text, where, reason) => {
    expect(() => readJson(text, bounds)).toThrow(Unreadable);
    try {
      readJson(text, bounds);
    } catch (error) {
      expect(error).toMatchObject({
        where: expect.stringContaining(where),
        reason: expect.stringContaining(reason),
      });
    }
  });
});

describe('a moment', () => {
  it('sorts as it follows, to the nanosecond and over offsets', () => {
    const moments = [
      '2026-11-03T12:00:00-05:00',
      '2026-11-03T17:00:00.000000001Z',
      '2026-11-03T17:00:00.1Z',
      '2026-11-03T17:00:01Z',
    ];
    const sorted = moments.map((moment) => sortable(moment) ?? '');
    expect([...sorted].sort()).toEqual(sorted);
    expect(sorted[0]).toBe('2026-11-03T17:00:00.000000000Z');
  });

  it.each([
    '2026-02-30T00:00:00Z',
    '2026-11-03',
    '2026-11-03T24:00:00Z',
    '',
    null,
    '2026-11-03T12:00:00',
    'x'.repeat(1_000),
  ])('is not %j', (moment) => {
    expect(sortable(moment)).toBeNull();
  });
});

describe('XML from outside', () => {
  it('is read in the encoding that it declares', () => {
    const latin = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>', 'latin1');
    expect(readXml(latin).text).toBe('é');
    expect(decoded(Buffer.from('\ufeff<a/>', 'utf16le'))).toBe('<a/>');
  });

  const { size, elements, attributes, text, depth } = XML_BOUNDS;
  it.each<[string, string, string]>([
    ['bytes', `<a>${' '.repeat(size)}</a>`, `larger than ${size}`],
    ['elements', `<a>${'<b/>'.repeat(elements)}</a>`, `more than ${elements} elements`],
    ['depth', '<a>'.repeat(depth + 1), `deeper than ${depth}`],
    ['text', `<a>${'x'.repeat(text + 1)}</a>`, `longer than ${text}`],
    [
      'attributes',
      `<a ${Array.from({ length: attributes + 1 }, (_, n) => `b${n}=""`).join(' ')}/>`,
      `more than ${attributes} attributes`,
    ],
  ])('has a bound of %s', (_, document, reason) => {
    expect(() => readXml(Buffer.from(document))).toThrow(reason);
  });

  it('has its attributes counted for each element by itself', () => {
    const full = Array.from({ length: attributes }, (_, n) => `b${n}="1"`).join(' ');
    expect(readXml(Buffer.from(`<a ${full}><b ${full}/></a>`)).children[0]?.attributes).toHaveProperty(
      'b0',
      '1',
    );
  });

  it('never fails but to refuse', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), (bytes, text) => {
        for (const document of [bytes, Buffer.from(`<a b="${text}">${text}</a>`)]) {
          try {
            readXml(document);
          } catch (error) {
            expect(error).toBeInstanceOf(Unreadable);
          }
        }
      }),
    );
  });
});
