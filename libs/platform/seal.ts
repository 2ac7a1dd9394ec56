import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import type { Keyring } from './keyring.js';

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const VALUE = 8;
const TAG = 16;
/** 36 bytes make 48 characters of base64url with none to spare, so every character counts. */
const SEALED = /^[A-Za-z0-9_-]{48}$/;

/**
 * Hides a number in an opaque text that only this hub can read and that fits one purpose and one binding, such as a cursor
 * for one list of one viewer. Equal numbers seal alike and all texts have the same length, so a text shows neither how
 * large the number is nor how often it was handed out.
 *
 * AES-256-GCM (NIST SP 800-38D) with a synthetic nonce, the HMAC-SHA256 of everything sealed: a nonce comes twice only for the
 * same text.
 */
export class Seal {
  constructor(private readonly keyring: Keyring) {}

  /** @param value a whole number from 0 to 2^53 - 1 */
  seal(purpose: string, binding: string, value: number): string {
    if (!Number.isSafeInteger(value) || value < 0)
      throw new RangeError('Only a whole number from 0 can be sealed.');
    const plain = Buffer.alloc(VALUE);
    plain.writeBigUInt64BE(BigInt(value));
    const context = frame(purpose, binding);
    const nonce = createHmac('sha256', this.keyring.signingKey('seal/nonce'))
      .update(context)
      .update(plain)
      .digest()
      .subarray(0, NONCE);
    const cipher = createCipheriv(CIPHER, this.keyring.signingKey('seal/value'), nonce).setAAD(context);
    return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString(
      'base64url',
    );
  }

  /** The number, or null for a text that was not sealed here for this purpose and binding. */
  open(purpose: string, binding: string, text: string): number | null {
    if (!SEALED.test(text)) return null;
    const bytes = Buffer.from(text, 'base64url');
    const context = frame(purpose, binding);
    for (const key of this.keyring.openingKeys('seal/value')) {
      const plain = decrypt(key, context, bytes);
      if (plain) return Number(plain.readBigUInt64BE());
    }
    return null;
  }
}

function decrypt(key: Buffer, context: Buffer, bytes: Buffer): Buffer | null {
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE), { authTagLength: TAG })
    .setAAD(context)
    .setAuthTag(bytes.subarray(NONCE + VALUE));
  const plain = decipher.update(bytes.subarray(NONCE, NONCE + VALUE));
  try {
    decipher.final();
    return plain;
  } catch {
    return null;
  }
}

/** The length goes first, so that no two pairs make the same bytes. */
function frame(purpose: string, binding: string): Buffer {
  const name = Buffer.from(purpose);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(name.length);
  return Buffer.concat([length, name, Buffer.from(binding)]);
}
