import { malformed } from './answer.js';
import { readMoment } from './moment.js';

/** Which versions of an object are asked for: TAXII 2.1, section 3.4.1. */
export interface Versions {
  readonly all: boolean;
  readonly first: boolean;
  readonly last: boolean;
  readonly exact: readonly string[];
}

/** What a request asks for: TAXII 2.1, section 3.4. Null asks for nothing. */
export interface Asked {
  /** Microseconds since 1970. */
  readonly addedAfter: number | null;
  readonly limit: number;
  readonly next: string | null;
  readonly ids: readonly string[] | null;
  readonly types: readonly string[] | null;
  readonly versions: Versions;
  readonly specVersions: readonly string[] | null;
}

export type MatchField = 'id' | 'type' | 'version' | 'spec_version';

export const USUAL_LIMIT = 100;
export const MOST_LIMIT = 1_000;
const MOST_VALUES = 100;
const MOST_VALUE = 300;
/** STIX 2.1, section 2.13. */
const VERSION = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/**
 * Reads a query by section 3.4. A parameter that may be given once and is given twice is malformed, as is one without a value.
 * Fields that this endpoint does not match by, and parameters that the specification does not know, are passed over.
 * @throws TaxiiError 400
 */
export function readQuery(query: URLSearchParams, fields: readonly MatchField[]): Asked {
  const match = (field: MatchField): readonly string[] | null => {
    const given = once(query, `match[${field}]`);
    return given === null || !fields.includes(field) ? null : valuesOf(given, `match[${field}]`);
  };
  const addedAfter = once(query, 'added_after');
  return {
    addedAfter: addedAfter === null ? null : readAddedAfter(addedAfter),
    limit: readLimit(once(query, 'limit')),
    next: once(query, 'next'),
    ids: match('id'),
    types: match('type'),
    versions: readVersions(match('version')),
    specVersions: readSpecVersions(match('spec_version')),
  };
}

function once(query: URLSearchParams, name: string): string | null {
  const [value, ...more] = query.getAll(name);
  if (more.length > 0) throw malformed(`Give ${name} once.`);
  return value ?? null;
}

function valuesOf(text: string, name: string): string[] {
  const values = text.split(',');
  if (values.length > MOST_VALUES) throw malformed(`Give at most ${MOST_VALUES} values to ${name}.`);
  for (const value of values)
    if (value === '' || value.length > MOST_VALUE)
      throw malformed(`${name} has a value that is empty or too long.`);
  return values;
}

function readAddedAfter(text: string): number {
  const moment = readMoment(text);
  if (moment === null) throw malformed('added_after is a moment such as 2026-11-03T12:00:00.000000Z.');
  return moment;
}

/** A larger limit than is served is no fault: fewer are answered. */
function readLimit(text: string | null): number {
  if (text === null) return USUAL_LIMIT;
  if (!/^\d{1,15}$/.test(text) || Number(text) === 0) throw malformed('limit is a whole number above 0.');
  return Math.min(Number(text), MOST_LIMIT);
}

function readVersions(values: readonly string[] | null): Versions {
  if (values === null) return { all: false, first: false, last: true, exact: [] };
  if (new Set(values).size !== values.length) throw malformed('match[version] names a version twice.');
  const all = values.includes('all');
  if (all && values.length > 1) throw malformed('match[version] takes all by itself only.');
  const exact = values.filter((value) => !['all', 'first', 'last'].includes(value));
  if (!exact.every((value) => VERSION.test(value)))
    throw malformed('match[version] takes first, last, all, or moments such as 2026-11-03T12:00:00.000Z.');
  return { all, first: values.includes('first'), last: values.includes('last'), exact };
}

function readSpecVersions(values: readonly string[] | null): readonly string[] | null {
  if (values && !values.every((value) => /^\d\.\d$/.test(value)))
    throw malformed('match[spec_version] takes versions such as 2.1.');
  return values;
}
