import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { signedOut } from '../../failure.js';
import { type KeyLineFragment, ListKeys } from '../../generated/operations.generated.js';
import { safeLine } from '../../terminal/sanitize.js';
import { shortTime } from '../../terminal/time.js';
import { table } from '../../views/list.js';

export const define: Define = (command, act) => {
  command.description('Your API keys that have not been revoked.').action(act(run));
  examples(command, [['watchfire keys list', 'which keys you have, and when each was last used']]);
};

const keyTable = table<KeyLineFragment>(
  ['Name', 'Begins with', 'May', 'Ends', 'Last used', 'Id'],
  ({ id, name, prefix, scopes, expiresAt, lastUsedAt }) => [
    safeLine(name),
    safeLine(prefix),
    scopes.join(', ').toLowerCase(),
    shortTime(expiresAt),
    lastUsedAt === null ? 'never' : shortTime(lastUsedAt),
    id,
  ],
  'You have no keys.',
);

async function run(context: Context): Promise<void> {
  const hub = await context.hub();
  const { viewer } = await hub.read(ListKeys, {}, { session: true });
  if (viewer === null) throw signedOut('Nobody is signed in. Run: watchfire sign-in');
  context.show({ keys: viewer.apiKeys }, ({ keys }, canvas) => keyTable(keys, canvas));
}
