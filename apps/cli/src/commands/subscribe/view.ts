import type { Canvas } from '../../context.js';
import type { SubscriptionLineFragment } from '../../generated/operations.generated.js';
import { facts } from '../../terminal/layout.js';
import { safeLine } from '../../terminal/sanitize.js';
import { systemNames, words } from '../../terminal/words.js';

/** A subscription and all that it asks for. */
export function subscriptionView(
  { id, name, owner, interest }: SubscriptionLineFragment,
  { style, width }: Canvas,
): string {
  const { regions, below, above, kinds, severityAtLeast, affectedSystems, text } = interest;
  const left = [...(below ? [] : ['not below']), ...(above ? [] : ['not above'])].join(', ');
  const where = regions.map(({ fullName }) => safeLine(fullName)).join('; ');
  return facts(
    [
      ['Name', `${style.bold(safeLine(name))}${owner === 'MEMBER' ? " (your member's)" : ''}`],
      ['Regions', where ? `${where}${left ? ` (${left})` : ''}` : 'all'],
      ['Kinds', kinds.map(words).join(', ') || 'all'],
      ['Severity', severityAtLeast && `at least ${words(severityAtLeast)}`],
      ['Systems', systemNames(affectedSystems)],
      ['Words', text && safeLine(text)],
      ['Id', id],
    ],
    width,
  );
}
