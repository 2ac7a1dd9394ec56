import { ListWebhooks } from '../../generated/operations.generated.js';
import type { Hub } from '../../hub/hub.js';
import { choose, idIn } from '../../names/choose.js';

/** The id of the endpoint that is meant by its id or name. */
export const endpointId = async (hub: Hub, text: string): Promise<string> =>
  idIn(text) ??
  choose((await hub.read(ListWebhooks, {}, { session: true })).webhookEndpoints, text, 'endpoint').id;
