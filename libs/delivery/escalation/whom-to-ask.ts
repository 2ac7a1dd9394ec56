import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { type Key, type Viewer, visible } from '#access';
import { amongIds, Members, Viewers } from '#members';
import { Clock, type Tx } from '#platform';
import { ContactLists, isOnDuty, Preferences } from '#preferences';

/** What is asked about, as far as it decides who may be asked. */
export interface Question {
  readonly publicationId: string;
  readonly originId: string;
  /** Those of the entry that asks, and the present ones. */
  readonly locks: readonly (readonly Key[])[];
  /** Whether it waits for nobody's hours. */
  readonly severe: boolean;
}

/** Somebody to ask, and how far into the contact list they stand. */
export interface Contact {
  readonly viewer: Viewer;
  readonly place: number;
}

/** Finds out whom to ask next. Nobody is asked about what they may not see. */
@Injectable()
export class WhomToAsk {
  constructor(
    private readonly lists: ContactLists,
    private readonly preferences: Preferences,
    private readonly viewers: Viewers,
    private readonly members: Members,
    private readonly clock: Clock,
  ) {}

  /**
   * The next contact of a member from a place on: of its contact list those on duty; a member without a list has those whom it
   * shows to others. What is severe waits for nobody's hours.
   */
  async contact(tx: Tx, memberId: string, from: number, question: Question): Promise<Contact | null> {
    const list = await this.lists.ofMember(tx, memberId);
    const contacts = list.length > 0 ? list : await shownContacts(tx, memberId);
    const viewers = await this.viewers.byIds(
      tx,
      contacts.map(({ personId }) => personId),
    );
    const [first] = viewers.values();
    if (!first) return null;
    const zone = await this.preferences.zoneOf(tx, first.member);
    const now = this.clock.now();
    for (const [place, { personId, duties }] of contacts.entries()) {
      const viewer = viewers.get(personId);
      if (place < from || !viewer?.active || !visible(viewer, ...question.locks)) continue;
      if (question.severe || isOnDuty(duties, zone, now)) return { viewer, place };
    }
    return null;
  }

  /** Somebody in the jurisdiction above: of the nearest that has an office, and where somebody may be asked. */
  async above(tx: Tx, memberId: string, question: Question): Promise<Viewer | null> {
    const member = await this.members.get(tx, memberId);
    for (const region of member?.line.slice(1) ?? []) {
      const offices = await tx.rows<{ id: string }>(sql`
        SELECT id FROM member
        WHERE jurisdiction = ${region} AND kind IN ('STATE', 'LOCAL', 'HUB') AND suspended_at IS NULL AND id <> ${memberId}
        ORDER BY sort_name, id`);
      for (const { id } of offices) {
        const contact = await this.contact(tx, id, 0, question);
        if (contact) return contact.viewer;
      }
    }
    return null;
  }

  /** Of the people of a member whom a release was put before, those who may still see it. */
  async told(tx: Tx, memberId: string, { publicationId, locks }: Question): Promise<Viewer[]> {
    const rows = await tx.rows<{ id: string }>(sql`
      SELECT person_id AS id FROM inbox_item WHERE publication_id = ${publicationId} AND member_id = ${memberId}`);
    const viewers = await this.viewers.byIds(
      tx,
      rows.map(({ id }) => id),
    );
    return [...viewers.values()].filter((viewer) => visible(viewer, ...locks));
  }

  /** Of these people, those who were sent this release by e-mail, or are about to be. */
  async mailed(tx: Tx, publicationId: string, sequence: number, personIds: readonly string[]) {
    const rows = await tx.rows<{ id: string }>(sql`
      SELECT address AS id FROM delivery
      WHERE publication_id = ${publicationId} AND sequence = ${sequence} AND channel = 'EMAIL'
        AND address ${amongIds(tx, personIds)}`);
    return new Set(rows.map(({ id }) => id));
  }
}

async function shownContacts(tx: Tx, memberId: string) {
  const rows = await tx.rows<{ personId: string }>(sql`
    SELECT id AS "personId" FROM person
    WHERE member_id = ${memberId} AND contact = 1 AND suspended_at IS NULL ORDER BY sort_name, id`);
  return rows.map(({ personId }) => ({ personId, duties: [] }));
}
