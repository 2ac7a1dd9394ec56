import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { may, type Principal, type Viewer } from '#access';
import { Acting } from '#audit';
import type { DutyContactInput, SetContactListInput } from '#contract';
import { knowsPeopleOf, People } from '#members';
import { badInput, Database, type FieldPath, forbidden, type Tx } from '#platform';
import { readHours } from '../read-hours.js';
import type { Duty } from '../time/duty.js';
import { DutyContactRow } from './duty-contact.entity.js';

const MOST_CONTACTS = 20;
const MOST_DUTIES = 14;

/** Somebody to ask, and when. */
export interface DutyContact {
  readonly personId: string;
  readonly duties: readonly Duty[];
}

/** Whom of a member's people to ask one after another when an alert goes unanswered. */
@Injectable()
export class ContactLists {
  constructor(
    private readonly acting: Acting,
    private readonly database: Database,
    private readonly people: People,
  ) {}

  async ofMember(tx: Tx, memberId: string): Promise<DutyContact[]> {
    const rows = await tx.rows<{ personId: string; duties: string }>(sql`
      SELECT person_id AS "personId", duties FROM duty_contact WHERE member_id = ${memberId} ORDER BY place`);
    return rows.map(({ personId, duties }) => ({ personId, duties: JSON.parse(duties) as Duty[] }));
  }

  /** As a viewer may see it: `null` for whoever may not know all of the member's people. */
  async view(principal: Principal, memberId: string): Promise<readonly DutyContact[] | null> {
    if (!knowsPeopleOf(principal, memberId)) return null;
    return this.database.read((tx) => this.ofMember(tx, memberId));
  }

  /** @returns the member's id. @throws Refusal BAD_INPUT naming the field */
  set(principal: Principal, input: SetContactListInput): Promise<string> {
    const deed = { principal, action: 'preferences.setMember', operation: 'setContactList', input } as const;
    return this.acting.perform(deed, async (tx, tell) => {
      const memberId = (principal.viewer as Viewer).member.id;
      if (!may(principal.viewer, 'preferences.setMember', { memberId }, principal.scopes)) throw forbidden();
      const contacts = await this.read(memberId, input.contacts);
      await tx.execute(sql`DELETE FROM duty_contact WHERE member_id = ${memberId}`);
      const rows = contacts.map(({ personId, duties }, place) => ({
        memberId,
        place,
        personId,
        duties: JSON.stringify(duties),
      }));
      if (rows.length > 0) await tx.manager.insert(DutyContactRow, rows);
      tell({ objectType: 'member', objectId: memberId, detail: { contacts: rows.length } });
      return memberId;
    });
  }

  private async read(memberId: string, contacts: readonly DutyContactInput[]): Promise<DutyContact[]> {
    const field = ['input', 'contacts'];
    if (contacts.length > MOST_CONTACTS) throw badInput(field, `Name at most ${MOST_CONTACTS}.`);
    const people = await this.people.byIds(contacts.map(({ personId }) => personId));
    const seen = new Set<string>();
    return contacts.map(({ personId, duties }, place) => {
      const here = [...field, String(place)];
      if (people.get(personId)?.memberId !== memberId)
        throw badInput([...here, 'personId'], 'This is nobody of your member.');
      if (seen.has(personId)) throw badInput([...here, 'personId'], 'Name each person once.');
      seen.add(personId);
      return { personId, duties: readDuties(duties ?? [], [...here, 'duties']) };
    });
  }
}

function readDuties(duties: NonNullable<DutyContactInput['duties']>, field: FieldPath): Duty[] {
  if (duties.length > MOST_DUTIES) throw badInput(field, `Give at most ${MOST_DUTIES}.`);
  return duties.map(({ days, ...hours }, place) => {
    const here = [...field, String(place)];
    if (days.length === 0) throw badInput([...here, 'days'], 'Name at least one day.');
    return { days: [...new Set(days)], ...readHours(hours, here) };
  });
}
