import {
  MEMBER_KINDS,
  type MemberKind,
  PUBLICATION_KINDS,
  type PublicationKind,
  TLPS,
  type Tlp,
} from '#access';
import { badInput } from '#platform';

/** What the importer wants done with documents, beside what they say themselves. */
export interface Settings {
  /** Says what would come of it, and changes nothing. */
  readonly dryRun: boolean;
  /** Releases what is complete; else everything becomes a draft. */
  readonly release: boolean;
  /** What unmarked documents get; AMBER at the loosest. */
  readonly tlp: Tlp | null;
  /** Nothing becomes looser than this, however it is marked. */
  readonly atLeast: Tlp | null;
  readonly kind: PublicationKind | null;
  /** Whom to address; by default whom the document names, and else one's own jurisdiction. */
  readonly regions: readonly string[];
  readonly memberKinds: readonly MemberKind[];
  readonly groupIds: readonly string[];
  readonly anonymous: boolean;
}

const MOST_VALUES = 100;

/** Reads the settings of a request's query. @throws Refusal BAD_INPUT naming the field */
export function settingsOf(query: Readonly<Record<string, unknown>>): Settings {
  for (const name of Object.keys(query))
    if (!NAMES.has(name)) throw badInput([name], 'There is no such setting.');
  return {
    dryRun: flag(query, 'dryRun'),
    release: flag(query, 'release'),
    tlp: word(query, 'tlp', TLPS),
    atLeast: null,
    kind: word(query, 'kind', PUBLICATION_KINDS),
    regions: list(query, 'regions'),
    memberKinds: list(query, 'memberKinds').map((kind) => {
      const known = MEMBER_KINDS.find((one) => one === kind);
      if (!known) throw badInput(['memberKinds'], `This is one of ${MEMBER_KINDS.join(', ')}.`);
      return known;
    }),
    groupIds: list(query, 'groupIds'),
    anonymous: flag(query, 'anonymous'),
  };
}

const NAMES = new Set([
  'dryRun',
  'release',
  'tlp',
  'kind',
  'regions',
  'memberKinds',
  'groupIds',
  'anonymous',
]);

function flag(query: Readonly<Record<string, unknown>>, name: string): boolean {
  const value = query[name] ?? 'false';
  if (value !== 'true' && value !== 'false') throw badInput([name], 'This is true or false.');
  return value === 'true';
}

function word<T extends string>(
  query: Readonly<Record<string, unknown>>,
  name: string,
  words: readonly T[],
): T | null {
  const value = query[name];
  if (value === undefined) return null;
  const known = words.find((one) => one === value);
  if (!known) throw badInput([name], `This is one of ${words.join(', ')}.`);
  return known;
}

function list(query: Readonly<Record<string, unknown>>, name: string): string[] {
  const value = query[name];
  if (value === undefined || value === '') return [];
  const values = typeof value === 'string' ? value.split(',') : [''];
  if (values.length > MOST_VALUES || values.some((one) => one === '' || one.length > 64))
    throw badInput([name], `This is a list, separated by commas, of at most ${MOST_VALUES}.`);
  return values;
}
