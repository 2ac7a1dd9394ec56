import type { Tlp } from '#access';
import type { PublicationStatus } from '#contract';
import type { Letter } from './letter.js';

/** As FIRST writes and colours them: TLP 2.0, sections 3 and 4; the background is black. */
export const TLP_MARKS: Readonly<Record<Tlp, { readonly label: string; readonly colour: string }>> = {
  CLEAR: { label: 'TLP:CLEAR', colour: '#FFFFFF' },
  GREEN: { label: 'TLP:GREEN', colour: '#33FF00' },
  AMBER: { label: 'TLP:AMBER', colour: '#FFC000' },
  AMBER_STRICT: { label: 'TLP:AMBER+STRICT', colour: '#FFC000' },
  RED: { label: 'TLP:RED', colour: '#FF2B2B' },
};

/** What stands above and below whatever is not real. */
export const STATUS_MARKS: Readonly<Record<PublicationStatus, string | null>> = {
  ACTUAL: null,
  EXERCISE: 'EXERCISE EXERCISE EXERCISE: this is not real',
  TEST: 'TEST TEST TEST: this is not real',
};

export function subjectOf({ subject, tlp, status }: Letter): string {
  const marks = [status === 'ACTUAL' ? '' : `[${status}]`, tlp === null ? '' : `[${TLP_MARKS[tlp].label}]`];
  return [...marks, subject].filter(Boolean).join(' ');
}
