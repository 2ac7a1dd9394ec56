import { notThere } from '../protocol/answer.js';
import type { ReadObjects } from '../reading/read-objects.js';
import type { RenderObjects } from '../reading/render.js';
import { READERS } from './access.js';
import type { Endpoint } from './endpoint.js';
import { envelope } from './envelope.js';

/** Get an Object: 404 for one that is not there, an empty envelope for versions that it does not have. */
export const object = (reading: ReadObjects, rendering: RenderObjects): Endpoint => ({
  section: '5.6',
  method: 'GET',
  access: READERS,
  path: '/collections/:collection/objects/:objectId/',
  matches: ['version', 'spec_version'],
  answer: async ({ caller, root, collection, objectId, asked: filters }) => {
    const asked = { ...filters, ids: [objectId] };
    const page = await reading.page(caller, { root, collection }, asked);
    if (page.entries.length === 0 && !(await reading.isThere(caller, { root, collection }, asked)))
      throw notThere();
    return envelope(rendering, caller, page);
  },
});
