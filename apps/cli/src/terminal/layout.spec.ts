import fc from 'fast-check';
import { columns, facts, wrapped } from './layout.js';
import { widthOfText } from './width.js';

describe('the width of text', () => {
  it.each([
    ['plain', 5],
    ['Doña', 4],
    ['Don\u0303a', 4],
    ['選挙', 4],
    ['🔥', 2],
    ['\u001b[1mbold\u001b[0m', 4],
    ['', 0],
  ])('%j takes %i columns', (text, width) => expect(widthOfText(text)).toBe(width));
});

describe('wrapping', () => {
  it('breaks between words, never within one, and loses nothing', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,30}$/), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 100 }), (list, width) => {
        const lines = wrapped(list.join(' '), width).split('\n');
        expect(lines.join(' ')).toBe(list.join(' '));
        for (const line of lines) expect(line.length <= width || !line.includes(' ')).toBe(true);
      }),
    );
  });

  it('keeps the margin of a list entry', () => {
    expect(wrapped('- one two three four five six', 20)).toBe('- one two three four\n  five six');
  });

  it('leaves text alone that goes into a file', () => {
    const text = 'word '.repeat(100);
    expect(wrapped(text, Number.POSITIVE_INFINITY)).toBe(text);
  });
});

describe('columns', () => {
  it('are aligned, whatever stands in them', () => {
    expect(
      columns(
        [
          ['a', 'b', 'c'],
          ['選挙', '\u001b[1mbb\u001b[0m', 'd'],
        ],
        80,
      ),
    ).toBe('a     b   c\n選挙  \u001b[1mbb\u001b[0m  d');
  });

  it('wrap the last one under itself', () => {
    expect(columns([['key', 'one two three four five six seven']], 25)).toBe(
      'key  one two three four\n     five six seven',
    );
  });

  it('leave out facts that are not there', () => {
    expect(
      facts(
        [
          ['Name', 'x'],
          ['Gone', null],
          ['Empty', ''],
          ['No', false],
        ],
        80,
      ),
    ).toBe('Name:  x');
  });
});
