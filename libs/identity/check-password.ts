import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import { People } from '#members';
import { Database } from '#platform';
import { Credentials } from './credentials.js';
import { type Admission, Throttle } from './throttle.js';

export interface PasswordTry {
  /** In canonical form. */
  readonly email: string;
  readonly password: string;
  readonly address: string;
}

/** Somebody who gave the right password. The try is still counted as failed: whoever goes on says `succeeded`. */
export interface PasswordProof {
  readonly personId: string;
  readonly admission: Admission;
}

/** Checks e-mail and password: throttled first, and with the same work whether the account exists, is active, or neither. */
@Injectable()
export class CheckPassword {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly credentials: Credentials,
    private readonly throttle: Throttle,
    private readonly audit: Audit,
  ) {}

  /**
   * @returns `null` for a wrong password, an unknown account and a suspended person or member alike
   * @throws Refusal RATE_LIMITED, UNAVAILABLE
   */
  async check({ email, password, address }: PasswordTry): Promise<PasswordProof | null> {
    const admission = await this.throttle.admit(email, address);
    const person = await this.database.read((tx) => this.people.byEmail(tx, email));
    const right = await this.credentials.matches(person?.id ?? null, password);
    if (right && person?.active) return { personId: person.id, admission };
    await this.failed(person?.id);
    return null;
  }

  private async failed(personId: string | undefined): Promise<void> {
    const object = personId === undefined ? {} : { objectType: 'person', objectId: personId };
    await this.database.write(async (tx) =>
      this.audit.append(tx, null, { action: 'session.signInFailed', ...object }),
    );
  }
}
