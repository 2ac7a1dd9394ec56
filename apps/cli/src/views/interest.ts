import type { SubscriptionLineFragment } from '../generated/operations.generated.js';
import { safeLine } from '../terminal/sanitize.js';
import { systemNames, words } from '../terminal/words.js';

/** What an interest asks for, a fact a line. */
export function interestRows({
  regions,
  below,
  above,
  kinds,
  severityAtLeast,
  affectedSystems,
  text,
  newKnownExploited,
}: SubscriptionLineFragment['interest']): [string, string | null][] {
  const left = [...(below ? [] : ['not below']), ...(above ? [] : ['not above'])].join(', ');
  const where = regions.map(({ fullName }) => safeLine(fullName)).join('; ');
  return [
    ['Regions', where ? `${where}${left ? ` (${left})` : ''}` : 'all'],
    ['Kinds', kinds.map(words).join(', ') || 'all'],
    ['Severity', severityAtLeast && `at least ${words(severityAtLeast)}`],
    ['Systems', systemNames(affectedSystems)],
    ['Words', text && safeLine(text)],
    ['Only', newKnownExploited ? 'news of the KEV catalogue' : null],
  ];
}
