import fc from 'fast-check';
import { safeData, safeJson, safeLine, safeText } from './sanitize.js';

const unsafe = /(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const anyText = fc.string({ unit: 'binary', maxLength: 200 });

const hostile = [
  ['moves the cursor', '\u001b[2J\u001b[H'],
  ['sets the title', '\u001b]0;owned\u0007'],
  ['is a C1 control', '\u009b2J'],
  ['goes back over what was read', 'safe\rEVIL'],
  ['deletes', 'abc\b\b\bxyz\u007f'],
  ['overrides the direction', '\u202etxt.exe\u2066\u2069'],
  ['hides in tag characters', 'a\u{e0041}\u{e0042}'],
  ['separates lines unseen', 'a\u2028b\u2029c'],
  ['has zero width', 'a\u200bb\u2060c\ufeff'],
  ['is half a character', 'a\ud800b'],
] as const;

describe('text for the terminal', () => {
  it.each(hostile)('%s: not any more', (_what, text) => {
    expect(safeText(text)).not.toMatch(unsafe);
    expect(safeText(text)).toContain('\ufffd');
  });

  it.each(['plain', 'Doña Ana', 'سلام', 'नमस्\u200dते', '👩‍🚒', 'two\nlines', 'a\ttab'])(
    '%s stays as it is',
    (text) => {
      expect(safeText(text)).toBe(text);
    },
  );

  it('never holds anything unsafe, whatever comes', () => {
    fc.assert(fc.property(anyText, (text) => !unsafe.test(safeText(text))));
    fc.assert(fc.property(anyText, (text) => !/[\n\t]/.test(safeLine(text))));
  });

  it('is made safe wherever it stands in an answer', () => {
    const answer = { a: ['\u001b[H', { b: '\u202e' }], n: 1, none: null, yes: true };
    expect(safeData(answer)).toEqual({ a: ['\ufffd[H', { b: '\ufffd' }], n: 1, none: null, yes: true });
  });
});

describe('JSON for programs', () => {
  it('says the same and holds nothing unsafe', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const text = safeJson(value);
        expect(text).not.toMatch(unsafe);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('escapes what a terminal would obey', () => {
    expect(safeJson('\u202e\u009b\u{e0041}')).toBe('"\\u202e\\u009b\\udb40\\udc41"');
  });
});
