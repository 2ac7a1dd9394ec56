import { answered } from '../protocol/answer.js';
import type { Statuses } from '../writing/statuses.js';
import { READERS } from './access.js';
import type { Endpoint } from './endpoint.js';

/** Get Status. */
export const status = (statuses: Statuses): Endpoint => ({
  section: '4.3',
  method: 'GET',
  access: READERS,
  path: '/status/:statusId/',
  matches: [],
  answer: async ({ caller, root, statusId }) => answered(await statuses.read(caller, root, statusId)),
});
