import { cleanText } from '#platform';

const LONGEST = 500;

/** What was changed, in the releaser's words. @throws Refusal BAD_INPUT naming the field */
export const noteOf = (note: string | null | undefined): string | null =>
  note == null ? null : cleanText(note, { field: ['input', 'note'], max: LONGEST, multiline: true }) || null;
