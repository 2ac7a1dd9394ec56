import fc from 'fast-check';
import { canonicalEmail, readEmail, sortName } from './names.js';

const FIELD = ['input', 'email'];

describe('e-mail addresses', () => {
  it.each([
    ['Clerk@Dane.Example.org', 'clerk@dane.example.org'],
    ["  o'neil+desk@example.org ", "o'neil+desk@example.org"],
    ['clerk@wahlb\u0075\u0308ro.example', 'clerk@wahlbüro.example'],
    ['İ@example.org'.normalize('NFC'), 'i̇@example.org'],
  ])('are kept in one form: %j', (given, kept) => {
    expect(readEmail(given, FIELD)).toBe(kept);
  });

  it.each([
    '',
    'clerk',
    '@example.org',
    'clerk@',
    'clerk@example',
    'clerk@@example.org',
    'a b@example.org',
    'clerk@example..org',
    'clerk@-example.org',
    'clerk@example.org\r\nBcc: other@example.org',
    'clerk@example.org\u0000',
    '\u202eclerk@example.org',
    'clerk@exam<script>.org',
    'clerk@example.org, other@example.org',
    `${'x'.repeat(65)}@example.org`,
    `clerk@${'x'.repeat(260)}.org`,
    'x'.repeat(10_000_000),
  ])('are refused: %j', (given) => {
    expect(() => readEmail(given, FIELD)).toThrow(
      expect.objectContaining({ code: 'BAD_INPUT', field: FIELD }),
    );
  });

  it('have one canonical form, which is its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const once = canonicalEmail(text);
        expect(canonicalEmail(once)).toBe(once);
        expect(canonicalEmail(text.normalize('NFD'))).toBe(once);
      }),
    );
  });

  it('are judged in no time, however they are made', () => {
    const start = process.cpuUsage();
    for (const text of [
      `a@${'a-'.repeat(120)}`,
      `a@${'a.'.repeat(120)}`,
      `${'a'.repeat(60)}@${'a'.repeat(180)}`,
    ]) {
      expect(() => readEmail(text, FIELD)).toThrow();
    }
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(200);
  });
});

it('orders names without regard to case and accents', () => {
  expect(
    ['zebra', 'Änne', 'anton', 'Ödön', 'oberon'].sort((a, b) => (sortName(a) < sortName(b) ? -1 : 1)),
  ).toEqual(['Änne', 'anton', 'oberon', 'Ödön', 'zebra']);
});
