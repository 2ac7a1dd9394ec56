import { type Incoming, type Said } from '../incoming.js';
import { cvesIn, fitLine, fitReferences, fitText } from '../reading/fit.js';
import { sortable } from '../reading/moment.js';
import { isRecord } from './check/kinds.js';
import { PUBLICATION_EXTENSION } from './extension.js';
import { REGION_SOURCE } from './facts.js';
import type { StixObject } from './object.js';
import { saidByExtension } from './read-extension.js';
import { upstreamOf } from './upstream.js';

/** What a bundle is about: each becomes a publication. STIX 2.1, sections 4.4 and 4.16. */
export const isHead = ({ type }: StixObject): boolean => type === 'report' || type === 'grouping';

/** The ids of the objects that a head is about. */
export const refsOf = ({ object_refs: refs }: StixObject): readonly string[] =>
  Array.isArray(refs) ? refs.filter((ref) => typeof ref === 'string') : [];

/** When a version was made. An observable has none: it sorts before all. */
export const versionAtOf = ({ modified, created }: StixObject): string =>
  sortable(modified ?? created) ?? '0000-00-00T00:00:00.000000000Z';

/**
 * A report or grouping as a publication.
 * @param related what it refers to, as far as it is at hand
 */
export function incomingOfHead(head: StixObject, related: readonly StixObject[]): Omit<Incoming, 'tlp'> {
  const extension = isRecord(head.extensions) ? head.extensions[PUBLICATION_EXTENSION] : undefined;
  const own = isRecord(extension) ? saidByExtension(extension) : null;
  const cves = cvesOf([head, ...related]);
  const references = fitReferences(
    externalReferences(head)
      .map(({ source_name: title, url }) => ({ title, url }))
      .filter(({ title }) => title !== 'watchfire' && title !== 'watchfire-source'),
  );
  const said: Said = own
    ? { ...own, cves, references }
    : {
        kind: isAbout(head, 'vulnerability') ? 'ADVISORY' : 'BULLETIN',
        title: fitLine(head.name, 200) ?? 'STIX grouping',
        body: fitText(head.description, 50_000),
        cves,
        references,
      };
  return {
    format: 'STIX',
    sourceId: head.id,
    follows: [],
    upstream: [head.id, ...upstreamOf(head)],
    version: head.modified ?? head.created ?? '',
    versionAt: versionAtOf(head),
    withdrawn: head.revoked === true,
    said,
    regions: related.flatMap(regionOf),
    remarks:
      typeof head.description === 'string' && head.description.length > 50_000
        ? ['The description is cut.']
        : [],
  };
}

const isAbout = ({ report_types: types }: StixObject, word: string): boolean =>
  Array.isArray(types) && types.includes(word);

function externalReferences(object: StixObject): Record<string, unknown>[] {
  return Array.isArray(object.external_references) ? object.external_references.filter(isRecord) : [];
}

const cvesOf = (objects: readonly StixObject[]): string[] =>
  cvesIn(
    objects
      .flatMap((object) => [
        ...(object.type === 'vulnerability' ? [String(object.name ?? '')] : []),
        ...externalReferences(object)
          .filter(({ source_name: source }) => source === 'cve')
          .map(({ external_id: id }) => String(id)),
      ])
      .join(' '),
  );

function regionOf(object: StixObject): string[] {
  if (object.type !== 'location') return [];
  return externalReferences(object)
    .filter(({ source_name: source }) => source === REGION_SOURCE)
    .map(({ external_id: code }) => String(code));
}

/** What is told of objects that no report gathers. */
export interface Rest {
  readonly bundleId: string;
  readonly count: number;
  /** The latest version among them. */
  readonly versionAt: string;
  /** Some of them, for the text. */
  readonly some: readonly StixObject[];
}

const TOLD = 100;
/** By so many of them what was taken in is known again. */
const STAND_FOR_ALL = 10;
const UNTOLD = new Set([
  'relationship',
  'identity',
  'marking-definition',
  'extension-definition',
  'language-content',
  'location',
]);

/** Objects without a report, as one publication that lists them. */
export function incomingOfRest({ bundleId, count, versionAt, some }: Rest): Omit<Incoming, 'tlp'> {
  const told = some.filter(({ type, name }) => !UNTOLD.has(type) && typeof name === 'string').slice(0, TOLD);
  const first = told[0] ?? some[0];
  const name = fitLine(first?.name, 120) ?? first?.type ?? 'STIX objects';
  const lines = told.map(({ type, name: called }) => `- ${type}: ${fitLine(called, 200)}`);
  return {
    format: 'STIX',
    sourceId: bundleId,
    follows: [],
    upstream: some
      .filter(({ type }) => !UNTOLD.has(type))
      .map(({ id }) => id)
      .slice(0, STAND_FOR_ALL),
    version: versionAt,
    versionAt,
    withdrawn: false,
    said: {
      kind: 'BULLETIN',
      title: fitLine(count > 1 ? `${name} and ${count - 1} more STIX objects` : name, 200) ?? name,
      summary: null,
      body: fitText([String(first?.description ?? ''), lines.join('\n')].join('\n\n'), 50_000),
      cves: cvesOf(some),
      references: [],
    },
    regions: [],
    remarks: told.length < count ? [`The text names ${told.length} of ${count} objects; all are kept.`] : [],
  };
}
