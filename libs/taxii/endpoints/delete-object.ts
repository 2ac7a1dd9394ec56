import { answered, TaxiiError } from '../protocol/answer.js';
import type { DeleteObject } from '../writing/delete-object.js';
import { WRITERS } from './access.js';
import type { Endpoint } from './endpoint.js';

/** Delete an Object. Everybody reads every collection that they know of, so whoever may not write is refused with 403. */
export const deleteObject = (deleting: DeleteObject): Endpoint => ({
  section: '5.7',
  method: 'DELETE',
  access: WRITERS,
  path: '/collections/:collection/objects/:objectId/',
  matches: ['version', 'spec_version'],
  writes: true,
  answer: async ({ caller, root, collection, objectId, asked: filters }) => {
    if (!collection.canWrite) throw new TaxiiError(403, 'You may not write to this collection.');
    const asked = { ...filters, ids: [objectId] };
    await deleting.perform(caller, { root, collection }, asked);
    return answered({});
  },
});
