import { hashToken, newToken, sameText } from './tokens.js';

describe('tokens', () => {
  it('are new each time, and long enough not to be guessed', () => {
    const tokens = Array.from({ length: 1000 }, () => newToken('wfk_'));
    expect(new Set(tokens).size).toBe(1000);
    for (const token of tokens) expect(token).toMatch(/^wfk_[A-Za-z0-9_-]{43}$/);
  });

  it('are stored as SHA-256', () => {
    // FIPS 180-4, the one-block example 'abc'.
    expect(Buffer.from(hashToken('abc'), 'base64url').toString('hex')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it('are compared whole', () => {
    expect(sameText('abc', 'abc')).toBe(true);
    expect(sameText('abc', 'abd')).toBe(false);
    expect(sameText('abc', 'abcd')).toBe(false);
  });
});
