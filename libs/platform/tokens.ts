import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A secret of 256 random bits behind a readable prefix: `wfk_` + 43 characters of base64url. */
export const newToken = (prefix: string): string => prefix + randomBytes(32).toString('base64url');

/**
 * What is stored in place of a token: SHA-256 in base64url, 43 characters. Fit for tokens of `newToken` only,
 * which nobody can guess; a password needs a slow hash.
 */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** Compares in a time that tells nothing of where two texts differ. */
export const sameText = (a: string, b: string): boolean => {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
};
