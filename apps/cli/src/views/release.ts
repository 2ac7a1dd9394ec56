import type { Canvas } from '../context.js';
import type { ReleaseKind, ReleaseLineFragment } from '../generated/operations.generated.js';
import { wrapped } from '../terminal/layout.js';
import { safeLine } from '../terminal/sanitize.js';
import { shortTime } from '../terminal/time.js';
import { fromTo, headline } from './publication-line.js';

const WHAT: Record<ReleaseKind, string> = {
  PUBLISHED: 'published',
  REVISED: 'revised',
  AUDIENCE_CHANGED: 'addressed to others',
  WITHDRAWN: 'withdrawn',
  UNAVAILABLE: 'no longer available',
};

/** One entry of the release log, as it happens. */
export function releaseView(
  { at, what, publication, publicationId, revision }: ReleaseLineFragment,
  canvas: Canvas,
): string {
  const { style, width } = canvas;
  const when = `${shortTime(at)}  ${style.bold(WHAT[what])}`;
  if (publication === null) return `${when}  ${publicationId}`;
  const { tlp, tlpLabel, kind, severity, summary } = publication;
  const grade = severity ? ` ${style.severity(severity, severity)}` : '';
  const lines = [
    `${when}  ${style.tlp(tlp, tlpLabel)}  ${kind}${grade}`,
    headline(publication, canvas),
    summary && safeLine(summary),
    what === 'REVISED' && revision?.note && `Changed: ${safeLine(revision.note)}`,
    publication.withdrawal && `Reason: ${safeLine(publication.withdrawal.reason)}`,
    style.dim(`${fromTo(publication)}  ${publicationId}`),
  ];
  const [first = '', ...rest] = lines.filter((line) => typeof line === 'string' && line !== '') as string[];
  return [first, ...rest.map((line) => `    ${wrapped(line, width, 4)}`), ''].join('\n');
}
