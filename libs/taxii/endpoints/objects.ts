import type { ReadObjects } from '../reading/read-objects.js';
import type { RenderObjects } from '../reading/render.js';
import { READERS } from './access.js';
import type { Endpoint } from './endpoint.js';
import { envelope } from './envelope.js';

/** Get Objects. */
export const objects = (reading: ReadObjects, rendering: RenderObjects): Endpoint => ({
  section: '5.4',
  method: 'GET',
  access: READERS,
  path: '/collections/:collection/objects/',
  matches: ['id', 'type', 'version', 'spec_version'],
  answer: async ({ caller, root, collection, asked }) =>
    envelope(rendering, caller, await reading.page(caller, { root, collection }, asked)),
});
