import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Keyring } from './keyring.js';

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/**
 * Keeps a text that the hub itself must read again, such as a secret that it shares with somebody, unreadable in the database
 * and its backups. AES-256-GCM (NIST SP 800-38D) with a random nonce; only what was sealed for the same purpose and binding opens.
 */
export class SealedText {
  constructor(
    private readonly keyring: Keyring,
    /** A constant of the code. */
    private readonly purpose: string,
  ) {}

  /** @param binding what it belongs to, such as the id of its row */
  seal(binding: string, text: string): string {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv(CIPHER, this.keyring.signingKey(this.purpose), nonce).setAAD(
      Buffer.from(binding),
    );
    return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString(
      'base64url',
    );
  }

  /** The text, or null for what was not sealed by a secret that the hub still has, for this binding. */
  open(binding: string, sealed: string): string | null {
    const bytes = Buffer.from(sealed, 'base64url');
    if (bytes.length < NONCE + TAG) return null;
    for (const key of this.keyring.openingKeys(this.purpose)) {
      const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE), { authTagLength: TAG })
        .setAAD(Buffer.from(binding))
        .setAuthTag(bytes.subarray(-TAG));
      try {
        const opened = [decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()];
        return Buffer.concat(opened).toString('utf8');
      } catch {
        // Another of the secrets may have sealed it.
      }
    }
    return null;
  }
}
