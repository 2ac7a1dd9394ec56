import { badInput } from '#platform';
import type { LiveContext } from './subscriptions.js';

/** What a live operation is given where it came over a connection that can carry it. @throws Refusal BAD_INPUT where it did not */
export function overLiveOnly(live: LiveContext['live'] | undefined): LiveContext['live'] {
  if (live) return live;
  throw badInput(['query'], 'Subscriptions are served over WebSocket and server-sent events only.');
}
