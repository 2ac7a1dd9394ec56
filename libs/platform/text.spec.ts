import fc from 'fast-check';
import { Refusal } from './errors.js';
import { cleanLine, cleanText } from './text.js';

const refusal = (work: () => unknown): Refusal => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('was not refused');
};

const line = { field: ['input', 'title'], max: 20 };
const lines = { ...line, max: 1000, multiline: true };
const hex = (codePoint: number) => `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;

describe('cleanText', () => {
  it('trims and composes', () => {
    expect(cleanLine('  Can\u0303on City ', line)).toBe('Ca\u00f1on City');
  });

  it('keeps lines and tabs where there are lines, and only there', () => {
    expect(cleanText('a\r\n\tb\rc\n', lines)).toBe('a\n\tb\nc');
    expect(refusal(() => cleanLine('a\nb', line))).toMatchObject({
      code: 'BAD_INPUT',
      field: ['input', 'title'],
    });
  });

  it('counts code points, not UTF-16 units', () => {
    expect(cleanLine('\u{1f5f3}'.repeat(20), line)).toHaveLength(40);
    expect(refusal(() => cleanLine('\u{1f5f3}'.repeat(21), line)).message).toContain('at most 20');
  });

  it('counts what is left after cleaning', () => {
    expect(cleanLine(' '.repeat(30) + 'a'.repeat(20), line)).toHaveLength(20);
    expect(refusal(() => cleanLine('  \u200b ', { ...line, min: 1 })).message).toContain('empty');
    expect(refusal(() => cleanLine('abc', { ...line, min: 4 })).message).toContain('at least 4');
  });

  it('refuses what is far too long before it looks at it', () => {
    expect(refusal(() => cleanText('\u0000'.repeat(10_000_000), lines)).message).toContain('at most 1000');
  });

  it.each([undefined, null, 7, {}, ['a']])('refuses %p', (value) => {
    expect(refusal(() => cleanText(value, line)).code).toBe('BAD_INPUT');
  });

  it('drops what editors leave and nobody sees', () => {
    expect(cleanLine('\ufeffDa\u00adne\u200b', line)).toBe('Dane');
  });

  it('leaves joiners, which scripts and emoji need', () => {
    expect(cleanLine('\u{1f469}\u200d\u{1f4bb}', line)).toBe('\u{1f469}\u200d\u{1f4bb}');
  });

  it.each([
    0x00, 0x07, 0x1b, 0x7f, 0x85, 0x61c, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202e, 0x2066, 0x2069,
    0xd800, 0xdfff, 0xe000, 0xfdd0, 0xfff9, 0xfffe, 0xffff, 0xe0041, 0xf0000, 0x1fffe, 0x10ffff,
  ])('refuses code point %i and names it', (codePoint) => {
    const text = `a${String.fromCodePoint(codePoint)}b`;
    expect(refusal(() => cleanText(text, lines)).message).toContain(hex(codePoint));
    expect(refusal(() => cleanLine(text, line)).message).toContain(hex(codePoint));
  });

  it('either refuses, or gives text that is clean: cleaning it again changes nothing', () => {
    const anything = fc.array(
      fc.integer({ min: 0, max: 0x10ffff }).map((c) => String.fromCodePoint(c)),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          anything.map((parts) => parts.join('')),
          fc.string({ unit: 'grapheme' }),
        ),
        (text) => {
          let clean: string;
          try {
            clean = cleanText(text, { ...lines, min: 1, max: 50 });
          } catch (error) {
            return error instanceof Refusal && error.code === 'BAD_INPUT';
          }
          return (
            cleanText(clean, { ...lines, min: 1, max: 50 }) === clean &&
            !/\p{Cs}/u.test(clean) &&
            clean === clean.normalize('NFC')
          );
        },
      ),
    );
  });
});
