import type { Canvas } from '../../context.js';
import type { DraftLineFragment } from '../../generated/operations.generated.js';
import { columns } from '../../terminal/layout.js';
import { safeLine } from '../../terminal/sanitize.js';
import { shortTime } from '../../terminal/time.js';
import { REVIEW_REASONS, unreal, words } from '../../terminal/words.js';
import { audienceText } from '../../views/publication-line.js';

/** A draft on a line, and below it whose it is, whom it would go to, why it waits, and its id. */
export function draftRows(
  { id, state, content, author, member, updatedAt, reviewReasons, reviewNote }: DraftLineFragment,
  { style }: Canvas,
): string[][] {
  const { tlp, kind, severity, status, title, audience } = content;
  const mark = unreal(status) && `${style.banner(unreal(status))} `;
  const below = [
    style.dim(`${safeLine(author.name)}, ${safeLine(member.name)}, to ${audienceText(audience, tlp)}  ${id}`),
    reviewReasons.length > 0 &&
      `Waits because ${reviewReasons.map((reason) => REVIEW_REASONS[reason]).join('; ')}.`,
    reviewNote && `Given back: ${safeLine(reviewNote)}`,
  ].filter((line): line is string => Boolean(line));
  return [
    [
      words(state),
      style.tlp(tlp, `TLP:${tlp.replace('_', '+')}`),
      kind,
      severity ? style.severity(severity, severity) : '-',
      shortTime(updatedAt),
      `${mark}${style.bold(safeLine(title))}`,
    ],
    ...below.map((line) => ['', '', '', '', '', line]),
  ];
}

export const draftList = (drafts: readonly DraftLineFragment[], canvas: Canvas): string =>
  drafts.length === 0
    ? 'No drafts.'
    : columns(
        drafts.flatMap((draft) => draftRows(draft, canvas)),
        canvas.width,
      );
