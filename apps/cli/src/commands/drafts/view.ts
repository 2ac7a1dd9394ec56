import type { Canvas } from '../../context.js';
import type { DraftLineFragment, ScheduleReleaseMutation } from '../../generated/operations.generated.js';
import { columns } from '../../terminal/layout.js';
import { safeLine } from '../../terminal/sanitize.js';
import { longTime, shortTime } from '../../terminal/time.js';
import { REVIEW_REASONS, tlpLabel, unreal, words } from '../../terminal/words.js';
import { outcomeView } from '../../views/outcome.js';
import { audienceText } from '../../views/publication-line.js';

/** A draft on a line, and below it whose it is, whom it would go to, why it waits, and its id. */
export function draftRows(
  { id, state, content, author, member, updatedAt, reviewReasons, reviewNote, schedule }: DraftLineFragment,
  { style }: Canvas,
): string[][] {
  const { tlp, kind, severity, status, title, audience } = content;
  const mark = unreal(status) && `${style.banner(unreal(status))} `;
  const below = [
    style.dim(`${safeLine(author.name)}, ${safeLine(member.name)}, to ${audienceText(audience, tlp)}  ${id}`),
    reviewReasons.length > 0 &&
      `Waits because ${reviewReasons.map((reason) => REVIEW_REASONS[reason]).join('; ')}.`,
    reviewNote && `Given back: ${safeLine(reviewNote)}`,
    schedule && whenView(schedule),
  ].filter((line): line is string => Boolean(line));
  return [
    [
      words(state),
      style.tlp(tlp, tlpLabel(tlp)),
      kind,
      severity ? style.severity(severity, severity) : '-',
      shortTime(updatedAt),
      `${mark}${style.bold(safeLine(title))}`,
    ],
    ...below.map((line) => ['', '', '', '', '', line]),
  ];
}

/** When a draft goes out, or that it did not. */
const whenView = ({ state, at, refusal }: NonNullable<DraftLineFragment['schedule']>): string =>
  state === 'WAITING'
    ? `Goes out ${longTime(at)}.`
    : `Did not go out ${longTime(at)}: ${safeLine(refusal ?? 'it was refused')}.`;

/** What came of scheduling a release. */
export function scheduledView(scheduled: ScheduleReleaseMutation['scheduleRelease'], canvas: Canvas): string {
  const { outcome, draft } = scheduled;
  if (outcome !== 'SCHEDULED') return outcomeView({ ...scheduled, outcome }, canvas);
  const when = draft?.schedule ? whenView(draft.schedule) : 'Scheduled.';
  return `${when} Take it back with: watchfire drafts unschedule ${draft?.id ?? ''}`;
}

export const draftList = (drafts: readonly DraftLineFragment[], canvas: Canvas): string =>
  drafts.length === 0
    ? 'No drafts.'
    : columns(
        drafts.flatMap((draft) => draftRows(draft, canvas)),
        canvas.width,
      );
