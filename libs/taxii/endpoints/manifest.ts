import { answered } from '../protocol/answer.js';
import { stixType } from '../protocol/media.js';
import { writeMoment } from '../protocol/moment.js';
import type { ReadObjects } from '../reading/read-objects.js';
import { READERS } from './access.js';
import type { Endpoint } from './endpoint.js';

/** Get Object Manifests: an entry for each version, and no empty list. */
export const manifest = (reading: ReadObjects): Endpoint => ({
  section: '5.3',
  method: 'GET',
  access: READERS,
  path: '/collections/:collection/manifest/',
  matches: ['id', 'type', 'version', 'spec_version'],
  answer: async ({ caller, root, collection, asked }) => {
    const { entries, more, headers } = await reading.page(caller, { root, collection }, asked);
    const objects = entries.map(({ objectId, added, version, specVersion }) => ({
      id: objectId,
      date_added: writeMoment(added),
      version,
      media_type: stixType(specVersion),
    }));
    return answered({ ...(more && { more }), ...(objects.length > 0 && { objects }) }, headers);
  },
});
