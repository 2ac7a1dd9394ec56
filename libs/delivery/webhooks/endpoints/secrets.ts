import { type Keyring, SealedText } from '#platform';
import type { EndpointRow } from './stored.js';

/** Seals and opens endpoints' secrets, bound to the endpoint's id. */
export const secretsOf = (keyring: Keyring): SealedText => new SealedText(keyring, 'webhook/secret');

type Secrets = Pick<EndpointRow, 'id' | 'secret' | 'previousSecret' | 'previousUntil'>;

/** The secrets that sign for an endpoint at this moment, newest first; none if the hub has lost what sealed them. */
export function signingSecrets(sealed: SealedText, endpoint: Secrets, now: string): string[] {
  const { id, secret, previousSecret, previousUntil } = endpoint;
  const overlaps = previousSecret !== null && previousUntil !== null && now < previousUntil;
  return [secret, ...(overlaps ? [previousSecret] : [])].flatMap((one) => sealed.open(id, one) ?? []);
}
