import { createHash } from 'node:crypto';

/** What the mails to one person about one publication have in common: the id of the first of them. */
export const threadOf = (publicationId: string, personId: string): string =>
  createHash('sha256').update(`thread ${publicationId} ${personId}`).digest('hex').slice(0, 32);
