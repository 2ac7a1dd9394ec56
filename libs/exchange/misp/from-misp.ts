import type { Severity } from '#contract';
import type { Incoming, Said } from '../incoming.js';
import { cvesIn, fitLine, fitReferences, fitText } from '../reading/fit.js';
import { readJson } from '../reading/json.js';
import { sortable } from '../reading/moment.js';
import { Unreadable } from '../reading/unreadable.js';
import { isRecord } from '../stix/check/kinds.js';
import { saidByExtension } from '../stix/read-extension.js';
import type { MispAttribute, MispEvent } from './event.js';
import { tlpOfEvent } from './tlp.js';
import { OWN_WORDS } from './to-misp.js';

/** MISP's threat levels: 1 is the highest, 4 none. */
const SEVERITIES: Readonly<Record<string, Severity>> = { 1: 'HIGH', 2: 'MEDIUM', 3: 'LOW' };
const TOLD = 200;
const MOST_VALUE = 300;

/** An event, found valid, as a bulletin. */
export function fromMisp(event: MispEvent): Incoming {
  const attributes = [
    ...event.Attribute,
    ...(event.Object ?? []).flatMap(({ Attribute }) => Attribute),
  ].filter(({ deleted }) => !deleted);
  const own = wordsOf(event.Attribute);
  const named = attributes.filter(({ type }) => type === 'vulnerability').map(({ value }) => value);
  const cves = cvesIn([...named, event.info].join(' '));
  const references = fitReferences(
    attributes
      .filter(({ type }) => type === 'link')
      .map(({ value: url, comment: title }) => ({ title, url })),
  );
  const at = new Date(Number(event.timestamp) * 1000).toISOString();
  return {
    format: 'MISP',
    sourceId: event.uuid.toLowerCase(),
    follows: [],
    version: String(event.timestamp),
    versionAt: sortable(at) ?? at,
    withdrawn: false,
    tlp: tlpOfEvent(event),
    said: own ? { ...own, cves, references } : saidBy(event, attributes, { cves, references }),
    regions: [],
    remarks: [
      ...(event.published === false ? ['Its source has not published it.'] : []),
      ...(attributes.length > TOLD
        ? [`The text names ${TOLD} of ${attributes.length} attributes; all are kept.`]
        : []),
    ],
  };
}

function saidBy(
  event: MispEvent,
  attributes: readonly MispAttribute[],
  more: Pick<Said, 'cves' | 'references'>,
): Said {
  const tags = event.Tag.map(({ name }) => `\`${fitLine(name, 100)?.replaceAll('`', "'")}\``);
  const lines = attributes
    .slice(0, TOLD)
    .map(
      ({ category, type, value, comment }) =>
        `- ${category}, ${type}: ${fitLine(value, MOST_VALUE)}${comment ? ` (${fitLine(comment, MOST_VALUE)})` : ''}`,
    );
  const body = [
    `MISP event of ${event.date} by ${fitLine(event.Orgc?.name, 200) ?? 'an unnamed organisation'}.`,
    tags.length > 0 ? `Tags: ${tags.join(', ')}` : '',
    lines.join('\n'),
  ];
  return {
    kind: 'BULLETIN',
    title: fitLine(event.info, 200) ?? event.uuid,
    summary: null,
    body: fitText(body.filter(Boolean).join('\n\n'), 50_000),
    status: event.Tag.some(({ name }) => name.startsWith('exercise:')) ? 'EXERCISE' : 'ACTUAL',
    severity: SEVERITIES[event.threat_level_id] ?? null,
    ...more,
  };
}

/** What a hub wrote into an attribute of its own, so that nothing is lost; anything else in its place is nothing. */
function wordsOf(attributes: readonly MispAttribute[]): Said | null {
  const own = attributes.find(({ type, comment }) => type === 'other' && comment === OWN_WORDS);
  if (!own) return null;
  try {
    const value = readJson(own.value);
    return isRecord(value) ? saidByExtension(value) : null;
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}
