import { answered, notThere } from '../protocol/answer.js';
import type { ReadObjects } from '../reading/read-objects.js';
import { READERS } from './access.js';
import type { Endpoint } from './endpoint.js';

const ALL = { all: true, first: false, last: false, exact: [] };

/** Get Object Versions. */
export const versions = (reading: ReadObjects): Endpoint => ({
  section: '5.8',
  method: 'GET',
  access: READERS,
  path: '/collections/:collection/objects/:objectId/versions/',
  matches: ['spec_version'],
  answer: async ({ caller, root, collection, objectId, asked: filters }) => {
    const asked = { ...filters, ids: [objectId], versions: ALL };
    const { entries, more, headers } = await reading.page(caller, { root, collection }, asked);
    if (entries.length === 0 && !(await reading.isThere(caller, { root, collection }, asked)))
      throw notThere();
    const list = entries.map(({ version }) => version);
    return answered({ ...(more && { more }), ...(list.length > 0 && { versions: list }) }, headers);
  },
});
