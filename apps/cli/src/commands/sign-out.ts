import { type Define, examples } from '../cli.js';
import type { Context } from '../context.js';
import { Failure } from '../failure.js';
import { SignOut } from '../generated/operations.generated.js';
import { fixed, type Kept } from '../hub/bearers.js';
import { credentialsFile, readCredentials } from '../hub/credentials.js';
import { Hub } from '../hub/hub.js';
import { forget, revokeQuietly } from '../hub/sign-in.js';

export const define: Define = (command, act) => {
  command
    .description(
      "Sign out: end the session, revoke this computer's key, and forget the hub on this computer.",
    )
    .action(act(run));
  examples(command, [
    ['watchfire sign-out', 'sign out of the hub that you signed in to last'],
    ['watchfire sign-out --hub https://hub.example.org', 'sign out of another'],
  ]);
};

interface Ended {
  readonly hub: string;
  readonly signedOut: boolean;
  /** Whether this computer's key is revoked; null where there was none. */
  readonly keyRevoked: boolean | null;
}

async function run(context: Context): Promise<void> {
  const hub = await context.hubAddress();
  const kept = (await readCredentials(credentialsFile(context.io.env))).hubs[hub];
  const ended: Ended = kept ? await end(hub, kept) : { hub, signedOut: false, keyRevoked: null };
  await forget(context.io, hub);
  context.show(ended, (data) => {
    if (!kept) return `You were not signed in to ${data.hub}.`;
    if (data.keyRevoked !== false) return `Signed out of ${data.hub}.`;
    return `Signed out of ${data.hub}. The hub still knows this computer's key until it ends: to revoke it, sign in again and see \`watchfire keys list\`.`;
  });
}

/** What of it the hub can still be told: a token that has ended cannot revoke the key. */
async function end(hub: string, kept: Kept): Promise<Ended> {
  const session = new Hub(hub, fixed(kept.token?.secret ?? null), []);
  const keyRevoked = kept.key ? await revokeQuietly(session, kept.key.id) : null;
  const signedOut = await session.once(SignOut, {}).then(
    ({ signOut }) => signOut.signedOut,
    (error: unknown) => {
      if (error instanceof Failure) return false;
      throw error;
    },
  );
  return { hub, signedOut, keyRevoked };
}
