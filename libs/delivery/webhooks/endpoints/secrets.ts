import { type Keyring, SealedText, timestamp } from '#platform';
import type { EndpointRow } from './stored.js';

/** Seals and opens endpoints' secrets, bound to the endpoint's id. */
export const secretsOf = (keyring: Keyring): SealedText => new SealedText(keyring, 'webhook/secret');

/** What is needed to sign for an endpoint. */
export type Secrets = Pick<EndpointRow, 'id' | 'secret' | 'previousSecret' | 'previousUntil'>;

/** Secrets that are kept opened: to open one takes longer than to sign with it. */
const MOST_KEPT = 10_000;

/** Opens the secrets of those to whom much is sent. */
export class SigningSecrets {
  private readonly opened = new Map<string, string | null>();
  private readonly sealed: SealedText;

  constructor(keyring: Keyring) {
    this.sealed = secretsOf(keyring);
  }

  /** The secrets that sign for an endpoint at this moment, newest first; none if the hub has lost what sealed them. */
  of({ id, secret, previousSecret, previousUntil }: Secrets, now: Date): string[] {
    const overlaps = previousSecret !== null && previousUntil !== null && timestamp(now) < previousUntil;
    return [secret, ...(overlaps ? [previousSecret] : [])].flatMap((one) => this.open(id, one) ?? []);
  }

  private open(id: string, sealed: string): string | null {
    const known = this.opened.get(sealed);
    if (known !== undefined) return known;
    if (this.opened.size >= MOST_KEPT) this.opened.clear();
    const secret = this.sealed.open(id, sealed);
    this.opened.set(sealed, secret);
    return secret;
  }
}
