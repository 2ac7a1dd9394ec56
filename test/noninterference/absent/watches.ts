import { type Operation, operationOf } from '../contract/operation.js';
import { branchOf } from '../contract/selection.js';
import type { Carrier, Question } from '../world/served-hub.js';
import type { World } from '../world/world.js';

/** Milliseconds after which a stream that goes on is one that tells of something. */
const GOES_ON = 20_000;

/** Every root field of Subscription that takes an id. */
export function watches(world: World): Operation[] {
  const roots = Object.values(world.contract.getSubscriptionType()?.getFields() ?? {});
  const byId = roots.filter(({ args }) => args.some(({ type }) => String(type) === 'ID!'));
  return byId.map((root) => {
    const branch = branchOf(root, 'Subscription');
    const operation = operationOf([{ branch, leaves: ['__typename'], selections: [], size: 1 }]);
    return { ...operation, text: operation.text.replace('query', 'subscription') };
  });
}

/** The hub's beat, which keeps a stream open, whatever is told. */
const BEAT = /^:\n\n/gm;

/** What a subscription is answered with over server-sent events, until it is over. */
export async function heardBy(
  { hub }: World,
  carrier: Carrier,
  { query, variables }: Question,
): Promise<string> {
  const response = await fetch(`${hub.url}/graphql/stream`, {
    method: 'POST',
    headers: { ...carrier, accept: 'text/event-stream', 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(GOES_ON),
  });
  try {
    return `${response.status}\n${(await response.text()).replace(BEAT, '')}`;
  } catch {
    return `${response.status}\nIt goes on.`;
  }
}
