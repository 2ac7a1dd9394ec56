import { ListRemotes } from '../../generated/operations.generated.js';
import type { Hub } from '../../hub/hub.js';
import { choose, idIn } from '../../names/choose.js';

/** The id of the remote collection that is meant by its id or name. */
export const remoteId = async (hub: Hub, text: string): Promise<string> =>
  idIn(text) ??
  choose((await hub.read(ListRemotes, {}, { session: true })).remoteCollections, text, 'remote collection')
    .id;
