import type { ContactListQuery, MemberWholeQuery } from '../../generated/operations.generated.js';

/** A member as its page shows it. */
export type MemberShown = NonNullable<MemberWholeQuery['member']>;

/** An entry of a contact list. */
export type Contact = NonNullable<NonNullable<ContactListQuery['member']>['contactList']>[number];
