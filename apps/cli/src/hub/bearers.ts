import { signedOut } from '../failure.js';

/** Whence the secret that goes with a request comes. Null is nobody: what anyone may see. */
export interface Bearers {
  /** Good for reading, posting and answering. */
  forReading(): Promise<string | null>;
  /** Good for all that the person may do. */
  forSession(): Promise<string | null>;
}

/** One secret for everything: from WATCHFIRE_API_KEY, or nobody's. */
export const fixed = (secret: string | null): Bearers => ({
  forReading: () => Promise.resolve(secret),
  forSession: () => Promise.resolve(secret),
});

/** A secret and when it ends. */
export interface Secret {
  readonly secret: string;
  readonly expiresAt: string;
}

/** What sign-in left for one hub. */
export interface Kept {
  readonly email: string;
  /** A session's token, which ends soon. */
  readonly token: Secret | null;
  /** This computer's own API key, which lasts. */
  readonly key: (Secret & { readonly id: string }) | null;
}

/** Ends this much before its time, so that it does not end on the way. */
const MARGIN_MS = 20_000;

const living = (secret: Secret | null): string | null =>
  secret !== null && Date.parse(secret.expiresAt) - MARGIN_MS > Date.now() ? secret.secret : null;

/**
 * The computer's key for what a key carries, and the session's token for the rest. When the token has ended, `renew` asks for
 * the password, where somebody is there to be asked.
 */
export function keptBearers(kept: Kept, renew: () => Promise<string | null>): Bearers {
  return {
    async forReading() {
      const secret = living(kept.key) ?? living(kept.token);
      if (secret === null) throw signedOut('Your sign-in has ended. Run: watchfire sign-in');
      return secret;
    },
    async forSession() {
      const secret = living(kept.token) ?? (await renew());
      if (secret === null) throw signedOut('This takes a fresh sign-in. Run: watchfire sign-in');
      return secret;
    },
  };
}
