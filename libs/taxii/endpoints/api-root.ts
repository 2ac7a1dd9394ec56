import { MAX_CONTENT_LENGTH } from '../collections/api-roots.js';
import { answered } from '../protocol/answer.js';
import { TAXII } from '../protocol/media.js';
import { READERS } from './access.js';
import type { Endpoint } from './endpoint.js';

/** Get API Root Information. */
export const apiRoot: Endpoint = {
  section: '4.2',
  method: 'GET',
  access: READERS,
  path: '/',
  matches: [],
  answer: async ({ root: { title, description } }) =>
    answered({ title, description, versions: [TAXII], max_content_length: MAX_CONTENT_LENGTH }),
};
