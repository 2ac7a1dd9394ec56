import { createHash } from 'node:crypto';

/** A short name for what was asked: a cursor given for it is good for nothing else. */
export const digestOf = (...asked: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(asked)).digest('base64url');
