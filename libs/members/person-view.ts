import { may, mayEver, type Principal, type Role } from '#access';
import type { PersonRecord } from './records.js';

/** A person as one viewer may know them. */
export interface PersonView {
  readonly id: string;
  readonly memberId: string;
  readonly name: string;
  readonly contact: boolean;
  readonly email: string | null;
  readonly roles: readonly Role[] | null;
  readonly suspended: boolean | null;
}

const isSelf = ({ viewer }: Principal, person: PersonRecord): boolean => viewer?.personId === person.id;

/** Whether the viewer may know all of a member's people, with everything about them. */
export const knowsPeopleOf = ({ viewer, scopes }: Principal, memberId: string): boolean =>
  may(viewer, 'person.read', { memberId }, scopes);

/** Whether the viewer may know other members' listed contacts. */
export const knowsContacts = ({ viewer, scopes }: Principal): boolean =>
  mayEver(viewer, 'person.read', scopes);

/**
 * Whether the viewer may know of a person: themselves, their own member's people, other members' listed contacts.
 * A contact who is suspended, or whose member is, is not listed.
 */
export const knowsPerson = (principal: Principal, person: PersonRecord): boolean =>
  isSelf(principal, person) ||
  knowsPeopleOf(principal, person.memberId) ||
  (person.contact && person.active && knowsContacts(principal));

/** What the viewer may know of a person whom they may know of: the rest is null, whatever it is. */
export function personView(principal: Principal, person: PersonRecord): PersonView {
  const { id, memberId, name, contact, email, roles, suspended } = person;
  const all = isSelf(principal, person) || knowsPeopleOf(principal, memberId);
  return {
    id,
    memberId,
    name,
    contact,
    email: all ? email : null,
    roles: all ? roles : null,
    suspended: all ? suspended : null,
  };
}
