import type { Canvas } from '../context.js';
import type { PreviewPublicationQuery } from '../generated/operations.generated.js';
import { facts } from '../terminal/layout.js';
import { safeLine } from '../terminal/sanitize.js';
import { counted, REVIEW_REASONS } from '../terminal/words.js';

export type Preview = PreviewPublicationQuery['previewPublication'];

const SHOWN_STATES = 8;

/** Who will see it, and how many will be notified. */
export function previewView(preview: Preview, { style, width }: Canvas): string {
  const { memberCount, personCount, notifiedCount, byKind, byState, members, reviewReasons } = preview;
  const states = byState
    .slice(0, SHOWN_STATES)
    .map(({ region, count }) => `${safeLine(region.fullName)} ${count}`);
  const more = byState.length > SHOWN_STATES ? `; ${byState.length - SHOWN_STATES} more` : '';
  const names = members.map(({ name }) => safeLine(name)).join('; ');
  const fate =
    reviewReasons.length > 0
      ? `It goes to review first: ${reviewReasons.map((reason) => REVIEW_REASONS[reason]).join('; ')}.`
      : 'It goes out at once.';
  const rows: [string, string | false][] = [
    [
      'Will see it',
      preview.public
        ? style.bold('anyone, signed in or not')
        : reachText(memberCount, personCount, style.bold),
    ],
    ['Will be notified', style.bold(counted(notifiedCount, 'person', 'people'))],
    ['By kind', byKind.map(({ kind, count }) => `${kind.toLowerCase()} ${count}`).join('; ')],
    ['By state', `${states.join('; ')}${more}`],
    ['Among them', members.length < memberCount && names ? `${names}; ...` : names],
    ['Release', fate],
  ];
  return facts(rows, width);
}

const reachText = (members: number, people: number, bold: (text: string) => string): string =>
  bold(`${counted(members, 'member')}, ${counted(people, 'person', 'people')}`);
