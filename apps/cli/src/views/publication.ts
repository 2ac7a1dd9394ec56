import type { Canvas } from '../context.js';
import type { PublicationFullFragment, ShowPublicationQuery } from '../generated/operations.generated.js';
import { columns, facts, wrapped } from '../terminal/layout.js';
import { safeLine } from '../terminal/sanitize.js';
import { longTime, span } from '../terminal/time.js';
import { systemNames, words } from '../terminal/words.js';
import { audienceText, headline } from './publication-line.js';

type Publication = NonNullable<ShowPublicationQuery['publication']>;

/** A publication in full; its TLP and, if it is not real, that it is not, stand above and below it. */
export function publicationView(publication: Publication, canvas: Canvas): string {
  const { style, width } = canvas;
  const label = style.tlp(publication.tlp, publication.tlpLabel);
  const marks = [label, notReal(publication, canvas)].filter(Boolean).join('  ');
  const blocks = [
    marks,
    wrapped(headline(publication, canvas), width),
    publication.summary && wrapped(publication.summary, width),
    facts(factsOf(publication, canvas), width),
    withdrawal(publication, canvas),
    section('', publication.body, canvas),
    section('What to do', publication.instructions, canvas),
    section('Sourcing', publication.sourcing, canvas),
    bullets('Handling', publication.handling, canvas),
    bullets(
      'References',
      publication.references.map(({ title, url }) => `${safeLine(title)}\n${safeLine(url)}`),
      canvas,
    ),
    revisions(publication, canvas),
    marks,
  ];
  return blocks.filter(Boolean).join('\n\n');
}

function notReal({ status }: Publication, { style }: Canvas): string {
  if (status === 'ACTUAL') return '';
  return style.banner(
    status === 'EXERCISE'
      ? ' THIS IS AN EXERCISE. NOTHING IN IT IS REAL. '
      : ' THIS IS A TEST. NOTHING IN IT IS REAL. ',
  );
}

function factsOf(publication: Publication, { style }: Canvas): [string, string | null | undefined | false][] {
  const { audience, severity, origin, acknowledgeWithinMinutes: within, expiresAt, inbox } = publication;
  return [
    ['Kind', publication.kind.toLowerCase()],
    ['Severity', severity && style.severity(severity, words(severity))],
    ['Urgency', publication.urgency && words(publication.urgency)],
    ['Certainty', publication.certainty && words(publication.certainty)],
    ['Confidence', publication.analyticConfidence && words(publication.analyticConfidence)],
    ['From', from(publication, origin)],
    ['To', audience && audienceText(audience, publication.tlp, Number.POSITIVE_INFINITY)],
    ['Groups', audience?.groups.map(({ name }) => safeLine(name)).join('; ')],
    ['Persons', audience?.persons.map(({ name }) => safeLine(name)).join('; ')],
    ['Systems', systemNames(publication.affectedSystems)],
    ['Products', publication.affectedProducts.map(safeLine).join('; ')],
    ['CVEs', publication.cves.map(safeLine).join(', ')],
    ['Published', longTime(publication.publishedAt)],
    ['Updated', publication.updatedAt !== publication.publishedAt && longTime(publication.updatedAt)],
    ['Expires', expiresAt && longTime(expiresAt)],
    ['Answer within', within !== null && span(within)],
    ['Your answer', answer(publication)],
    ['Inbox', inbox && words(inbox.state)],
    ['Supersedes', publication.supersedes.map(reference).join('; ')],
    ['Superseded by', publication.supersededBy && reference(publication.supersededBy)],
    ['Id', publication.id],
  ];
}

function from({ onBehalfOf, attribution }: Publication, origin: Publication['origin']): string {
  const name = origin ? safeLine(origin.name) : 'not named';
  const hidden = origin && attribution === 'ANONYMOUS' ? ' (anonymous to others)' : '';
  return `${name}${hidden}${onBehalfOf ? ` on behalf of ${safeLine(onBehalfOf.name)}` : ''}`;
}

const reference = ({ title, id }: { title: string | null; id: string }): string =>
  `${title === null ? '' : `${safeLine(title)} `}(${id})`;

function answer({ acknowledgement }: PublicationFullFragment): string | null {
  if (acknowledgement === null) return null;
  const { response, at, person, note } = acknowledgement;
  return `${words(response)}, ${longTime(at)}${person ? `, ${safeLine(person.name)}` : ''}${note ? `: ${note}` : ''}`;
}

function withdrawal({ withdrawal: withdrawn }: Publication, { style, width }: Canvas): string | null {
  return (
    withdrawn && wrapped(`${style.banner('WITHDRAWN')} ${longTime(withdrawn.at)}: ${withdrawn.reason}`, width)
  );
}

function section(heading: string, text: string | null, { style, width }: Canvas): string | null {
  return text && `${heading ? `${style.bold(heading)}\n` : ''}${wrapped(text.trim(), width)}`;
}

function bullets(heading: string, entries: readonly string[], { style, width }: Canvas): string | null {
  if (entries.length === 0) return null;
  return `${style.bold(heading)}\n${columns(
    entries.map((entry) => ['-', entry]),
    width,
    1,
  )}`;
}

function revisions({ revisions: all }: Publication, { style, width }: Canvas): string | null {
  if (all.length < 2) return null;
  const rows = all.map(({ number, releasedAt, note, releasedBy }) => [
    `${number}.`,
    longTime(releasedAt),
    [note && safeLine(note), releasedBy && `(${safeLine(releasedBy.name)})`].filter(Boolean).join(' ') || '-',
  ]);
  return `${style.bold('Revisions')}\n${columns(rows, width)}`;
}
