import fc from 'fast-check';
import { Keyring } from './keyring.js';
import { Seal } from './seal.js';

const OLD = 'an-old-secret-of-at-least-32-characters';
const NEW = 'a-new-secret-of-at-least-32-characters!';
const seal = new Seal(new Keyring([NEW]));
const value = fc.maxSafeNat();

describe('Seal', () => {
  it('opens what it sealed, and every seal has the same length', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), value, (purpose, binding, number) => {
        const text = seal.seal(purpose, binding, number);
        return text.length === 48 && seal.open(purpose, binding, text) === number;
      }),
    );
  });

  it('seals alike what is alike, and differently what differs', () => {
    expect(seal.seal('feed', 'viewer', 7)).toBe(seal.seal('feed', 'viewer', 7));
    const texts = [
      seal.seal('feed', 'viewer', 7),
      seal.seal('feed', 'viewer', 8),
      seal.seal('feed', 'other', 7),
      seal.seal('inbox', 'viewer', 7),
    ];
    const everyEighth = texts.flatMap((text) => text.match(/.{8}/g) ?? []);
    expect(new Set(everyEighth).size).toBe(24);
  });

  it('opens for no other purpose and no other binding', () => {
    const text = seal.seal('feed', 'viewer', 7);
    expect(seal.open('feed', 'viewer', text)).toBe(7);
    expect(seal.open('inbox', 'viewer', text)).toBeNull();
    expect(seal.open('feed', 'other', text)).toBeNull();
    expect(seal.open('feedv', 'iewer', text)).toBeNull();
    expect(seal.open('', 'feedviewer', text)).toBeNull();
  });

  it('opens nothing that was changed in any character', () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const text = seal.seal('feed', 'viewer', 7);
    fc.assert(
      fc.property(fc.nat({ max: 47 }), fc.constantFrom(...alphabet), (at, character) => {
        const changed = text.slice(0, at) + character + text.slice(at + 1);
        return changed === text || seal.open('feed', 'viewer', changed) === null;
      }),
      { numRuns: 1000 },
    );
  });

  it('opens nothing that is written in another way', () => {
    const text = seal.seal('feed', 'viewer', 7);
    const other = [
      `${text}=`,
      ` ${text}`,
      `${text}\n`,
      text.slice(1),
      `${text}A`,
      '',
      text.replace(/[-_]/g, '+'),
    ];
    for (const given of other.filter((one) => one !== text))
      expect(seal.open('feed', 'viewer', given)).toBeNull();
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => seal.open('feed', 'viewer', given) === null),
    );
  });

  it('takes whole numbers from 0 only', () => {
    for (const number of [-1, 0.5, Number.NaN, 2 ** 53])
      expect(() => seal.seal('feed', 'viewer', number)).toThrow(RangeError);
  });
});

describe('Keyring', () => {
  it('signs with the newest secret and opens with all', () => {
    const before = new Seal(new Keyring([OLD]));
    const during = new Seal(new Keyring([NEW, OLD]));
    expect(during.open('feed', 'viewer', before.seal('feed', 'viewer', 7))).toBe(7);
    expect(seal.open('feed', 'viewer', during.seal('feed', 'viewer', 7))).toBe(7);
    expect(seal.open('feed', 'viewer', before.seal('feed', 'viewer', 7))).toBeNull();
  });

  it('derives keys that differ by purpose and by secret, and the same ones again', () => {
    const keyring = new Keyring([NEW, OLD]);
    const keys = ['a', 'b'].flatMap((purpose) =>
      keyring.openingKeys(purpose).map((key) => key.toString('hex')),
    );
    expect(new Set(keys).size).toBe(4);
    expect(keyring.signingKey('a')).toEqual(new Keyring([NEW]).signingKey('a'));
    expect(keyring.signingKey('a')).toHaveLength(32);
  });

  it('does not do without a secret', () => {
    expect(() => new Keyring([])).toThrow();
  });
});
