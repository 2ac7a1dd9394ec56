import type { Canvas } from '../context.js';
import type { CommentLineFragment } from '../generated/operations.generated.js';
import { wrapped } from '../terminal/layout.js';
import { safeLine } from '../terminal/sanitize.js';
import { longTime } from '../terminal/time.js';

/** A comment, or its tombstone. */
export function commentView(comment: CommentLineFragment, { style, width }: Canvas): string {
  const { member, author, attribution, postedAt, id } = comment;
  const name = member ? safeLine(member.name) : 'not named';
  const hidden = member && attribution === 'ANONYMOUS' ? ' (anonymous to others)' : '';
  const by = author ? `, ${safeLine(author.name)}` : '';
  return [
    `${style.tlp(comment.tlp, comment.tlpLabel)}  ${style.bold(name)}${hidden}${by}  ${longTime(postedAt)}`,
    wrapped(said(comment), width),
    style.dim(id),
  ].join('\n');
}

function said({ state, text, reason, endedAt }: CommentLineFragment): string {
  const when = endedAt ? ` ${longTime(endedAt)}` : '';
  if (state === 'WITHDRAWN') return `Taken back${when}.`;
  if (state === 'REMOVED') return `Removed${when}: ${reason ?? ''}`;
  return text ?? '';
}

export const commentList = (comments: readonly CommentLineFragment[], canvas: Canvas): string =>
  comments.length === 0
    ? 'Nobody has said anything that you may see.'
    : comments.map((comment) => commentView(comment, canvas)).join('\n\n');
