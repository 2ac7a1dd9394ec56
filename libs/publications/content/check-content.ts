import type { PublicationContentInput, ReferenceInput } from '#contract';
import { badInput, cleanLine, cleanText, timestamp } from '#platform';
import type { Content } from './content.js';

type Path = readonly string[];

const MOST_URL = 2_000;
const NO_SPACES_IN_WEB_ADDRESS = /^https?:\/\/[^\s\\<>"]+$/i;

/** RFC 3339, section 5.6. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i;

/** CVE identifiers: four digits of the year, then four to nineteen of the number. */
const CVE = /^CVE-\d{4}-\d{4,19}$/;

/** What is kept of the present revision where the input is silent; for a new publication what is safe and usual. */
export type Unsaid = Pick<Content, 'attribution' | 'status'>;

/**
 * Checks the form of what is to be said: lengths, patterns, sizes of lists, fields that go with the kind. Whether it is
 * complete enough to be released is asked by `assertComplete`.
 * @param path where the content lies in the input, for the error's field
 * @throws Refusal BAD_INPUT naming the field
 */
export function checkContent(input: PublicationContentInput, path: Path, unsaid: Unsaid): Content {
  const at = (...names: string[]) => [...path, ...names];
  const content: Content = {
    kind: input.kind,
    title: cleanLine(input.title, { field: at('title'), min: 1, max: 200 }),
    summary: optional(input.summary, at('summary'), 500),
    body: optional(input.body, at('body'), 50_000),
    instructions: optional(input.instructions, at('instructions'), 10_000),
    attribution: input.attribution ?? unsaid.attribution,
    status: input.status ?? unsaid.status,
    severity: input.severity ?? null,
    urgency: input.urgency ?? null,
    certainty: input.certainty ?? null,
    affectedSystems: [...new Set(input.affectedSystems ?? [])],
    affectedProducts: lines(input.affectedProducts, at('affectedProducts'), 100),
    cves: cves(input.cves, at('cves')),
    references: references(input.references, at('references')),
    analyticConfidence: input.analyticConfidence ?? null,
    sourcing: optional(input.sourcing, at('sourcing'), 2_000),
    handling: lines(input.handling, at('handling'), 10),
    onBehalfOfId: input.onBehalfOfId ?? null,
    acknowledgeWithinMinutes: minutes(input.acknowledgeWithinMinutes, at('acknowledgeWithinMinutes')),
    expiresAt: moment(input.expiresAt, at('expiresAt')),
  };
  assertBulletinFields(content, path);
  return content;
}

function assertBulletinFields(content: Content, path: Path): void {
  if (content.kind === 'BULLETIN') return;
  const given = {
    analyticConfidence: content.analyticConfidence !== null,
    sourcing: content.sourcing !== null,
    handling: content.handling.length > 0,
  };
  for (const [field, isGiven] of Object.entries(given)) {
    if (isGiven) throw badInput([...path, field], 'Only a bulletin has this.');
  }
}

/**
 * Checks that nothing is missing for a release.
 * @throws Refusal BAD_INPUT naming the field
 */
export function assertComplete(content: Content, path: Path, now: Date): void {
  if (content.kind === 'ALERT') {
    for (const field of ['severity', 'urgency', 'certainty'] as const) {
      if (content[field] === null) throw badInput([...path, field], 'An alert needs this.');
    }
  }
  if (content.expiresAt !== null && content.expiresAt <= timestamp(now)) {
    throw badInput([...path, 'expiresAt'], 'This must lie in the future.');
  }
}

function optional(value: string | null | undefined, field: Path, max: number): string | null {
  return value == null ? null : cleanText(value, { field, max, multiline: true }) || null;
}

/** Checks a list's size before anything in it is looked at. */
function sized<T>(values: readonly T[] | null | undefined, field: Path, most: number): readonly T[] {
  if (values == null) return [];
  if (values.length > most) throw badInput(field, `This takes at most ${most} entries.`);
  return values;
}

function lines(values: readonly string[] | null | undefined, field: Path, most: number): string[] {
  const clean = sized(values, field, most).map((value, index) =>
    cleanLine(value, { field: [...field, String(index)], min: 1, max: 200 }),
  );
  return [...new Set(clean)];
}

function cves(values: readonly string[] | null | undefined, field: Path): string[] {
  return [
    ...new Set(sized(values, field, 100).map((value, index) => cveOf(value, [...field, String(index)]))),
  ];
}

/** A CVE id in capitals. @throws Refusal BAD_INPUT naming the field */
export function cveOf(value: string, field: Path): string {
  const id = cleanLine(value, { field, max: 28 }).toUpperCase();
  if (!CVE.test(id)) throw badInput(field, 'A CVE id reads like CVE-2026-12345.');
  return id;
}

function references(values: readonly ReferenceInput[] | null | undefined, field: Path) {
  return sized(values, field, 50).map((reference, index) => ({
    title: cleanLine(reference.title, { field: [...field, String(index), 'title'], min: 1, max: 200 }),
    url: webAddress(reference.url, [...field, String(index), 'url']),
  }));
}

/** Credentials before an @ only serve to make an address look like another. */
function webAddress(value: string, field: Path): string {
  const url = cleanLine(value, { field, min: 1, max: MOST_URL });
  const parsed = NO_SPACES_IN_WEB_ADDRESS.test(url) && URL.canParse(url) ? new URL(url) : null;
  if (!parsed || parsed.username || parsed.password) {
    throw badInput(field, 'Give a web address that begins with https:// or http://, without a user name.');
  }
  return url;
}

function minutes(value: number | null | undefined, field: Path): number | null {
  if (value == null) return null;
  if (!Number.isInteger(value) || value < 5 || value > 10_080)
    throw badInput(field, 'Give 5 to 10,080 minutes.');
  return value;
}

/** A moment as it is stored. Years past 9999 would not sort as text. @throws Refusal BAD_INPUT naming the field */
export function moment(value: string | null | undefined, field: Path): string | null {
  if (value == null) return null;
  const time = new Date(MOMENT.test(value) ? value : Number.NaN);
  const year = time.getUTCFullYear();
  if (!(year >= 0 && year <= 9999))
    throw badInput(field, 'Give a moment as in RFC 3339: 2026-11-03T12:00:00Z.');
  return timestamp(time);
}
