import { loosens } from '#access';
import { cleanLine, Refusal } from '#platform';
import type { Composed } from '../content/content.js';

/** Whether the next revision opens what its origin had closed: a looser TLP, or the name of an origin that was anonymous. */
export const isLooser = (present: Composed, next: Composed): boolean =>
  loosens(present.tlp, next.tlp) ||
  (present.content.attribution === 'ANONYMOUS' && next.content.attribution === 'NAMED');

/**
 * Nobody loosens but the origin, or the hub on its written word.
 * @throws Refusal FORBIDDEN naming the field by which the hub may
 */
export function assertMayLoosen(change: {
  readonly present: Composed;
  readonly next: Composed;
  readonly byOrigin: boolean;
  readonly originsWord: string | null;
}): void {
  if (change.byOrigin || change.originsWord !== null || !isLooser(change.present, change.next)) return;
  throw new Refusal(
    'FORBIDDEN',
    'Only its origin makes it looser. The hub does on its written word: say where that is to be found.',
    { field: ['input', 'originsWord'] },
  );
}

export const originsWordOf = (input: { readonly originsWord?: string | null }): string | null =>
  input.originsWord == null
    ? null
    : cleanLine(input.originsWord, { field: ['input', 'originsWord'], max: 500 }) || null;
