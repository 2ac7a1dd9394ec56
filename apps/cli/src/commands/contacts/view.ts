import type { Canvas } from '../../context.js';
import type { ContactListFactsFragment } from '../../generated/operations.generated.js';
import { columns } from '../../terminal/layout.js';
import { safeLine } from '../../terminal/sanitize.js';
import { dutiesText } from './duties.js';

/** Who is asked after whom, and when. */
export function contactListView(
  { name, contactList }: ContactListFactsFragment,
  { style, width }: Canvas,
): string {
  if (!contactList?.length)
    return `${safeLine(name)} has no contact list: those are asked whom it shows to others as contacts.`;
  const rows = contactList.map(({ person, duties }, place) => [
    `${place + 1}`,
    `${safeLine(person.name)}${person.suspended ? style.bad(' [SUSPENDED]') : ''}`,
    safeLine(person.email ?? '-'),
    dutiesText(duties),
  ]);
  return columns([['', 'Person', 'E-mail', 'On duty'].map(style.bold), ...rows], width);
}
