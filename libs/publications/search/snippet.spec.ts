import fc from 'fast-check';
import { snippet } from './snippet.js';
import { textQuery } from './text-index.js';
import { wordsOf } from './words.js';

const marked = (text: string, query: string) =>
  snippet([text], textQuery(query))
    .map((piece) => (piece.match ? `[${piece.text}]` : piece.text))
    .join('');

const withoutMarks = (text: string) => text.replace(/\*+/g, '').replace(/\s+/g, ' ');

describe('wordsOf', () => {
  it('folds case, accents and compatibility forms, and takes anything else for a gap', () => {
    expect(wordsOf('Élection-Day ＡＢＣ ﬁx CVE-2026-1;DROP')).toEqual([
      'election',
      'day',
      'abc',
      'fix',
      'cve',
      '2026',
      '1',
      'drop',
    ]);
    expect(wordsOf('x'.repeat(201))).toEqual([]);
    expect(wordsOf('\'"&|!:*()<->\\')).toEqual([]);
  });
});

describe('textQuery', () => {
  it('keeps together what is written together, and leaves the last word open', () => {
    expect(textQuery(' CVE-2026-1 tally ')).toEqual({ terms: [['cve', '2026', '1'], ['tally']], open: true });
    expect(textQuery('tally x')).toMatchObject({ open: false });
    expect(textQuery('!!')).toMatchObject({ terms: [] });
  });
});

describe('snippet', () => {
  it('marks whole words, what is written together, and the beginning of the last', () => {
    expect(marked('The tally server', 'tally serv')).toBe('The [tally] [server]');
    expect(marked('Tallying tallies', 'tally x')).toBe('');
    expect(marked('CVE-2026-1 and 2026', 'cve-2026-1 and')).toBe('[CVE]-[2026]-[1] [and] 2026');
    expect(marked('L’ÉLECTION', 'election')).toBe('L’[ÉLECTION]');
  });

  it('takes the first text that has it, and none from those that have not', () => {
    expect(snippet([null, 'nothing', 'a ballot', 'another ballot'], textQuery('ballot'))).toEqual([
      { text: 'a ', match: false },
      { text: 'ballot', match: true },
    ]);
    expect(snippet(['nothing'], textQuery('ballot'))).toEqual([]);
  });

  it('leaves out the marks of emphasis and code', () => {
    expect(marked('**Do not** open the `ballot.html` of *today*', 'ballot')).toBe(
      'Do not open the [ballot].html of today',
    );
  });

  it('cuts a long text at words and says so', () => {
    const text = marked(`${'before '.repeat(50)}ballot${' after'.repeat(50)}`, 'ballot');
    expect(text).toMatch(/^… before .*\[ballot\] after .* after …$/);
    expect(text.length).toBeLessThan(300);
  });

  it('shows pieces of the text in their order, for any text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('ballot', 'Poll', '**', '\n', ' ', 'é', '-')), (parts) => {
        const text = parts.join('');
        const shown = snippet([text], textQuery('ballot x'));
        const plain = shown
          .map((piece) => piece.text)
          .join('')
          .replace(/^… | …$/g, '');
        expect(withoutMarks(text)).toContain(withoutMarks(plain));
        for (const { text: piece, match } of shown) expect(match).toBe(/^ballot$/i.test(piece));
      }),
    );
  });
});
