import fc from 'fast-check';
import { Refusal } from '#platform';
import { COMMON } from './common.js';
import { isGuessable } from './guessable.js';
import { assertPasswordLength, readNewPassword } from './rules.js';

const FIELD = ['input', 'password'];
const OWN = [
  'Watchfire',
  'rosa.lind@danecounty.example.org',
  'Rosa Lind',
  'Dane County Clerk',
  'Dane County',
  'Wisconsin',
];
const read = (password: string, own: readonly string[] = OWN) => readNewPassword(password, own, FIELD);

/** Every character is unforeseen: no letter twice near another, no row, no stand-in. */
const LETTERS = [...'bdgjkmpquvwyzhxn'];
const unforeseen = (min: number, max: number) =>
  fc
    .array(fc.constantFrom(...LETTERS), { minLength: min, maxLength: max })
    .map((letters) => letters.join(''));

describe('new passwords', () => {
  it.each([
    'kettle juniper marble 71',
    'the heron stood on one leg',
    'mud lamp otter velvet',
    'зелёный чайник поёт',
    'aB3$kL9!pQ2@xZ7',
    'wqmzhvbtypkdgnx',
    'ケトルがジュニパーの木の下で歌う',
    '🫖🌲🪨🦉🧦🎺🛶🥁🧵🪁🎲🪗🥿🧭🪴',
    'I voted for Dane, then rowed home',
  ])('takes %j', (password) => {
    expect(read(password)).toBe(password.normalize('NFC'));
  });

  it.each([
    'passwordpassword',
    'Password1234567!',
    'P@ssw0rd12345678',
    'PASSWORD PASSWORD PASSWORD',
    '123456789012345',
    '987654321098765',
    'aaaaaaaaaaaaaaaaaaaa',
    'abcdefghijklmnop',
    'qwertyuiopasdfgh',
    '1qaz2wsx3edc4rfv',
    'Election2026Election!',
    'NovemberElectionDay2026',
    'WatchfireWatchfire',
    'Watchfire Dane County',
    'Dane-County-Clerk-2026!',
    'RosaLindWisconsin1',
    'rosa.lind@danecounty.example.org',
    'iloveyouiloveyou',
    'letmeinletmeinletmein',
    'correct horse battery staple',
    'The quick brown fox',
    'xyzzyxyzzyxyzzy',
    '...............',
    '- - - - - - - - - -',
    '2026202620262026',
  ])('refuses %j as guessable', (password) => {
    expect(() => read(password)).toThrow(expect.objectContaining({ code: 'BAD_INPUT', field: FIELD }));
    expect(() => read(password)).toThrow(/guessed/);
  });

  it('needs 15 characters and no more, of any kind', () => {
    fc.assert(
      fc.property(unforeseen(1, 14), (password) => {
        expect(() => read(password)).toThrow(/at least 15/);
      }),
    );
    fc.assert(
      fc.property(unforeseen(15, 64), (password) => {
        fc.pre(!isGuessable(password, OWN));
        expect(read(password)).toBe(password);
      }),
    );
  });

  it('counts characters, not the units that they are made of', () => {
    expect(() => read('🫖🌲🪨🦉🧦🎺🛶🥁🧵🪁🎲🪗🥿🧭')).toThrow(/at least 15/);
    const composed = 'é'.repeat(14);
    expect(() => read(composed.normalize('NFD'))).toThrow(/at least 15/);
  });

  it('is the same from keyboards that compose accents and from those that do not', () => {
    const password = 'crème brûlée für Zoë';
    expect(read(password.normalize('NFD'))).toBe(read(password.normalize('NFC')));
  });

  it('takes 256 characters whole and refuses more', () => {
    const long = Array.from({ length: 256 }, (_, n) => LETTERS[(n * 7 + (n >> 4)) % LETTERS.length]).join('');
    expect(read(long)).toBe(long);
    expect(() => read(`${long}b`)).toThrow(/at most 256/);
    expect(() => assertPasswordLength('x'.repeat(10_000_000), FIELD)).toThrow(Refusal);
    expect(() => assertPasswordLength('', FIELD)).toThrow(Refusal);
  });

  it.each(['\u0000', '\u0007', '\n', '\ud800'])(
    'refuses a control character or half a character: %j',
    (character) => {
      expect(() => read(`kettle juniper ${character} marble`)).toThrow(/control/);
    },
  );

  it('keeps blanks at the ends', () => {
    expect(read('  kettle juniper marble  ')).toBe('  kettle juniper marble  ');
  });

  it('refuses whatever is put together of a few foreseen pieces, however it is dressed', () => {
    const year = fc.integer({ min: 1900, max: 2099 }).map(String);
    const piece = fc.oneof(
      fc.constantFrom(...COMMON.filter((word) => word.length > 4)),
      year,
      fc.constantFrom('12345', 'qwerty', 'aaaa'),
    );
    const dress = fc.constantFrom(
      (text: string) => text,
      (text: string) => text.toUpperCase(),
      (text: string) => text.replace(/a/g, '@').replace(/o/g, '0').replace(/e/g, '3'),
      (text: string) => text.normalize('NFD'),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 2, maxLength: 5 }),
        fc.constantFrom('', ' ', '-', '_', '.'),
        dress,
        (pieces, between, dressed) => {
          const password = dressed(pieces.join(between));
          fc.pre([...password].length >= 15);
          expect(isGuessable(password, [])).toBe(true);
        },
      ),
    );
  });

  it('refuses what is put together of its owner’s own words', () => {
    fc.assert(
      fc.property(fc.array(unforeseen(4, 9), { minLength: 3, maxLength: 3 }), (words) => {
        const password = words.join(' ').padEnd(15, '!');
        expect(isGuessable(password, [words.join(' ')])).toBe(true);
        expect(isGuessable(password, words)).toBe(true);
      }),
    );
  });

  it('refuses a short beginning repeated, however often', () => {
    fc.assert(
      fc.property(unforeseen(1, 4), fc.integer({ min: 15, max: 256 }), (start, length) => {
        expect(isGuessable(start.repeat(length).slice(0, length), [])).toBe(true);
      }),
    );
  });

  it('does not refuse a good password because a foreseen word stands in it', () => {
    fc.assert(
      fc.property(unforeseen(12, 20), fc.constantFrom(...COMMON), (rest, word) => {
        fc.pre(!isGuessable(rest, []));
        expect(isGuessable(`${rest}${word}`, [])).toBe(false);
      }),
    );
  });

  it('takes almost every random password', () => {
    const text = fc.string({ unit: 'grapheme-ascii', minLength: 15, maxLength: 15 });
    const refused = fc
      .sample(text, { numRuns: 2000, seed: 7 })
      .filter((password) => isGuessable(password, OWN));
    expect(refused.length).toBeLessThan(20);
  });

  it('decides quickly on the longest', () => {
    const start = process.cpuUsage();
    for (const longest of ['qwe1'.repeat(64), 'p@ssw0rd'.repeat(32), 'ab1!'.repeat(64)])
      isGuessable(longest, OWN);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(1000);
  });
});
