import { Injectable } from '@nestjs/common';
import type { Principal } from '#access';
import { People } from '#members';
import { Database } from '#platform';
import { Preferences, type Reachability } from '#preferences';
import { StillTheirs } from '../../sending/still-theirs.js';
import { type MailTrouble, MailTroubles } from '../addresses/mail-troubles.js';

/** Somebody whom a mail is for, as they are at this moment. */
export interface MailReader {
  readonly principal: Principal;
  readonly name: string;
  readonly address: string;
  readonly reach: Reachability;
  readonly trouble: MailTrouble | undefined;
}

/** Finds those whom mails are for; whoever is suspended, or whose member is, is not among them. */
@Injectable()
export class Readers {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly preferences: Preferences,
    private readonly still: StillTheirs,
    private readonly troubles: MailTroubles,
  ) {}

  /** By person. */
  async of(personIds: readonly string[]): Promise<ReadonlyMap<string, MailReader>> {
    const ids = [...new Set(personIds)];
    const [principals, people] = await Promise.all([this.still.principals(ids), this.people.byIds(ids)]);
    const viewers = [...principals.values()].flatMap(({ viewer }) => viewer ?? []);
    const [reach, troubles] = await this.database.read((tx) =>
      Promise.all([this.preferences.ofPeople(tx, viewers), this.troubles.of(tx, ids)]),
    );
    return new Map(
      ids.flatMap((id): [string, MailReader][] => {
        const [principal, person, reached] = [principals.get(id), people.get(id), reach.get(id)];
        if (!principal || !person || !reached) return [];
        const { name, email: address } = person;
        return [[id, { principal, name, address, reach: reached, trouble: troubles.get(id) }]];
      }),
    );
  }
}
