import fc from 'fast-check';
import { Keyring } from './keyring.js';
import { SealedText } from './sealed-text.js';

const old = 'an old secret of at least thirty-two letters';
const recent = 'a recent secret of at least thirty-two letters';
const sealed = new SealedText(new Keyring([old]), 'test/one');

describe('sealed text', () => {
  it('opens to what was sealed, and never looks the same twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, binding) => {
        const first = sealed.seal(binding, text);
        expect(sealed.open(binding, first)).toBe(text);
        expect(sealed.seal(binding, text)).not.toBe(first);
      }),
    );
  });

  it('opens for nothing else, nor once a bit of it has changed', () => {
    const text = sealed.seal('mine', 'a secret');
    expect(sealed.open('yours', text)).toBeNull();
    expect(new SealedText(new Keyring([old]), 'test/two').open('mine', text)).toBeNull();
    expect(new SealedText(new Keyring([recent]), 'test/one').open('mine', text)).toBeNull();
    expect(sealed.open('mine', 'short')).toBeNull();
    const bytes = Buffer.from(text, 'base64url');
    for (let place = 0; place < bytes.length; place += 1) {
      const changed = Buffer.from(bytes);
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(sealed.open('mine', changed.toString('base64url'))).toBeNull();
    }
  });

  it('opens while the secret that sealed it is kept behind a newer one', () => {
    const text = sealed.seal('mine', 'a secret');
    expect(new SealedText(new Keyring([recent, old]), 'test/one').open('mine', text)).toBe('a secret');
  });
});
