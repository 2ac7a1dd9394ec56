import { hostname } from 'node:os';
import { Failure } from '../failure.js';
import {
  CreateKey,
  IssueToken,
  type IssueTokenMutation,
  RevokeKey,
} from '../generated/operations.generated.js';
import { ask } from '../terminal/ask.js';
import { type Io, interactive } from '../terminal/io.js';
import { fixed, type Kept } from './bearers.js';
import { credentialsFile, readCredentials, withHub, writeCredentials } from './credentials.js';
import { Hub } from './hub.js';

type Issued = IssueTokenMutation['issueToken'];

/** Asks the hub for a session's token. */
export async function issueToken(hub: string, email: string, password: string): Promise<Issued> {
  const { issueToken: issued } = await new Hub(hub, fixed(null)).once(IssueToken, {
    input: { email, password },
  });
  return issued;
}

async function keep(io: Io, hub: string, kept: Kept | null): Promise<void> {
  const file = credentialsFile(io.env);
  await writeCredentials(file, withHub(await readCredentials(file), hub, kept));
}

/** Asks for the password once more and keeps the new token; null where nobody is there to be asked. */
export async function renewToken(io: Io, hub: string, kept: Kept): Promise<string | null> {
  if (!interactive(io)) return null;
  const password = await ask(io, `This takes your password. Password of ${kept.email}: `, { hidden: true });
  const { token, expiresAt } = await issueToken(hub, kept.email, password);
  await keep(io, hub, { ...kept, token: { secret: token, expiresAt } });
  return token;
}

interface SignIn {
  readonly hub: string;
  readonly email: string;
  readonly password: string;
  /** How long this computer's key lasts; 0 for none. */
  readonly keyDays: number;
}

/**
 * Signs in: a token for this session and, unless `keyDays` is 0, an API key of this computer's own, since a token ends within
 * minutes. A key left by an earlier sign-in is revoked.
 */
export async function signIn(
  io: Io,
  { hub, email, password, keyDays }: SignIn,
): Promise<{ issued: Issued; kept: Kept }> {
  const issued = await issueToken(hub, email, password);
  const session = new Hub(hub, fixed(issued.token));
  const previous = (await readCredentials(credentialsFile(io.env))).hubs[hub];
  if (previous?.key) await revokeQuietly(session, previous.key.id);
  const kept: Kept = {
    email,
    token: { secret: issued.token, expiresAt: issued.expiresAt },
    key: keyDays === 0 ? null : await createKey(session, keyDays),
  };
  await keep(io, hub, kept);
  return { issued, kept };
}

async function createKey(session: Hub, expiresInDays: number): Promise<NonNullable<Kept['key']>> {
  const name = `watchfire on ${hostname()}`.slice(0, 100);
  const { createApiKey } = await session.once(CreateKey, {
    input: { name, scopes: ['READ', 'PUBLISH'], expiresInDays },
  });
  return {
    id: createApiKey.apiKey.id,
    secret: createApiKey.secret,
    expiresAt: createApiKey.apiKey.expiresAt,
  };
}

/** Whether the key is gone; somebody else's is not theirs to revoke, and one that has ended is gone already. */
export async function revokeQuietly(session: Hub, id: string): Promise<boolean> {
  try {
    await session.once(RevokeKey, { input: { id } });
    return true;
  } catch (error) {
    if (error instanceof Failure && error.code === 'NOT_FOUND') return true;
    if (error instanceof Failure) return false;
    throw error;
  }
}

/** Forgets the hub on this computer. */
export const forget = (io: Io, hub: string): Promise<void> => keep(io, hub, null);
