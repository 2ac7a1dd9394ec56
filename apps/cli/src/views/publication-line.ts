import type { Canvas } from '../context.js';
import type { InboxState, PublicationLineFragment, Tlp } from '../generated/operations.generated.js';
import { columns, wrapped } from '../terminal/layout.js';
import { safeLine } from '../terminal/sanitize.js';
import { shortTime } from '../terminal/time.js';
import { unreal, words } from '../terminal/words.js';

type Line = PublicationLineFragment & { readonly inbox?: { readonly state: InboxState } | null };

/** Fewer columns than this leave no room for a title beside what stands before it. */
const ROOM_FOR_TITLES = 110;

/** What it is and when, its title, and below it who sent it to whom, and its id; stacked where the terminal is narrow. */
export function publicationRows(
  publication: Line,
  { style, width }: Canvas,
  below: readonly string[] = [],
): string[][] {
  const { tlp, tlpLabel, kind, severity, updatedAt, id, inbox } = publication;
  const unread = inbox?.state === 'UNREAD' ? '* ' : '';
  const first = [
    style.tlp(tlp, tlpLabel),
    kind,
    severity ? style.severity(severity, severity) : '-',
    shortTime(updatedAt),
  ];
  const title = `${unread}${headline(publication, { style })}`;
  const rest = [style.dim(`${fromTo(publication)}  ${id}`), ...below];
  if (width >= ROOM_FOR_TITLES) return [[...first, title], ...rest.map((text) => ['', '', '', '', text])];
  return [first, ...[title, ...rest].map((text) => [`  ${wrapped(text, width, 2)}`])];
}

/** The title with all that must not be missed: what is not real, and what is withdrawn. */
export function headline(publication: PublicationLineFragment, { style }: Pick<Canvas, 'style'>): string {
  const { status, state, title } = publication;
  const marks = [unreal(status), state === 'WITHDRAWN' ? '[WITHDRAWN]' : ''].filter(Boolean);
  const text = title === null ? 'The title is not shown.' : safeLine(title);
  return [...marks.map(style.banner), title === null ? style.dim(text) : style.bold(text)].join(' ');
}

/** `Dane County Clerk to Wisconsin (state, local)` */
export function fromTo({ origin, audience, attribution, tlp }: PublicationLineFragment): string {
  const from = origin ? safeLine(origin.name) : 'Origin not named';
  const hidden = origin && attribution === 'ANONYMOUS' ? ' (anonymous to others)' : '';
  return `${from}${hidden}${audience ? ` to ${audienceText(audience, tlp)}` : ''}`;
}

interface AudienceText {
  readonly regions: readonly { readonly fullName: string }[];
  readonly memberKinds: readonly string[];
}

const SHOWN_REGIONS = 4;

/** Whom it is for where no region is named: RED names persons, and what is restrained has groups. */
const WITHOUT_REGION: Record<Tlp, string> = {
  CLEAR: 'nobody in particular',
  GREEN: 'nobody in particular',
  AMBER: 'sharing groups',
  AMBER_STRICT: 'sharing groups',
  RED: 'the persons it names',
};

export function audienceText({ regions, memberKinds }: AudienceText, tlp: Tlp, most = SHOWN_REGIONS): string {
  const names = regions.slice(0, most).map(({ fullName }) => safeLine(fullName));
  const rest = regions.length > most ? ` and ${regions.length - most} more` : '';
  const kinds = memberKinds.length > 0 ? ` (only ${memberKinds.map(words).join(', ')})` : '';
  return `${names.length > 0 ? names.join('; ') : WITHOUT_REGION[tlp]}${rest}${kinds}`;
}

/** A list of publications. */
export function publicationList(publications: readonly Line[], canvas: Canvas): string {
  return columns(
    publications.flatMap((publication) => publicationRows(publication, canvas)),
    canvas.width,
  );
}
