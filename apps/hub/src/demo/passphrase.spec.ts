import { readNewPassword } from '#identity';
import { passphrase } from './passphrase.js';

describe('passphrase', () => {
  it('holds to the rules for passwords, and is another each time', () => {
    const made = Array.from({ length: 60 }, passphrase);
    for (const password of made) {
      expect(password).toMatch(/^[a-z]+(-[a-z]+){4}$/);
      expect(readNewPassword(password, ['Dane County', 'Wisconsin'], ['password'])).toBe(password);
    }
    expect(new Set(made).size).toBe(made.length);
  });
});
