import { hkdfSync } from 'node:crypto';
import { unavailable } from './errors.js';

const KEY_BYTES = 32;

/**
 * Keys derived from the hub's secrets by purpose, with HKDF-SHA256 (RFC 5869). Keys of two purposes tell nothing of each
 * other. The newest secret signs, every secret opens; so a secret is changed by putting a new one in front, and an old one is
 * dropped once nothing that it signed is of use.
 */
export class Keyring {
  private readonly derived = new Map<string, readonly Buffer[]>();

  /** @param secrets newest first, at least one */
  constructor(private readonly secrets: readonly string[]) {
    if (secrets.length === 0) throw unavailable(undefined, { detail: 'a keyring needs a secret' });
  }

  /** The key that signs. `purpose` is a constant of the code, never input. */
  signingKey(purpose: string): Buffer {
    return this.openingKeys(purpose)[0] as Buffer;
  }

  /** All keys that open, newest first. */
  openingKeys(purpose: string): readonly Buffer[] {
    const known = this.derived.get(purpose);
    if (known) return known;
    const keys = this.secrets.map((secret) =>
      Buffer.from(hkdfSync('sha256', secret, 'watchfire', purpose, KEY_BYTES)),
    );
    this.derived.set(purpose, keys);
    return keys;
  }
}
