import { answered } from '../protocol/answer.js';
import type { AddObjects } from '../writing/add-objects.js';
import { WRITERS } from './access.js';
import type { Endpoint } from './endpoint.js';

/** Add Objects: accepted, with a status that tells what came of each. */
export const addObjects = (adding: AddObjects): Endpoint => ({
  section: '5.5',
  method: 'POST',
  access: WRITERS,
  path: '/collections/:collection/objects/',
  matches: [],
  writes: true,
  answer: async ({ caller, root, collection, body }) =>
    answered(await adding.perform(caller, { root, collection }, body), {}, 202),
});
