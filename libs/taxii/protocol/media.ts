/** TAXII 2.1, section 1.6.8: the one media type, with the version that is spoken here. */
export const TAXII = 'application/taxii+json;version=2.1';
/** Versions of STIX in which objects are kept and come out again, the newest first. */
export const STIX_VERSIONS: readonly string[] = ['2.1', '2.0'];
/** What an object of a version of STIX is called. */
export const stixType = (version: string): string => `application/stix+json;version=${version}`;

const VERSIONS = ['2.1'];
const MOST_HEADER = 1_000;

interface MediaRange {
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** RFC 9110, section 8.3.1, without quoted pairs, which no version has. */
function readRange(text: string): MediaRange | null {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  if (!/^[a-z0-9!#$&^_.+*-]+\/[a-z0-9!#$&^_.+*-]+$/.test(type)) return null;
  const read = parameters.filter(Boolean).map((parameter): [string, string] => {
    const [name = '', value = ''] = parameter.split('=', 2).map((part) => part.trim());
    return [name, value.replace(/^"(.*)"$/, '$1')];
  });
  return { type, parameters: new Map(read) };
}

const isWanted = ({ parameters }: MediaRange): boolean => !(Number(parameters.get('q') ?? 1) === 0);

const hasVersion = ({ parameters }: MediaRange): boolean => {
  const version = parameters.get('version');
  return version === undefined || VERSIONS.includes(version);
};

/**
 * Whether an Accept header takes what is answered here: a list of media ranges, in any spelling; without a version, the newest
 * is meant. TAXII 2.1, sections 1.6.8 and 3.1; RFC 9110, section 12.5.1.
 */
export function accepts(header: string | undefined): boolean {
  if (header === undefined || header.trim() === '') return true;
  if (header.length > MOST_HEADER) return false;
  return header.split(',').some((text) => {
    const range = readRange(text);
    if (range === null || !isWanted(range)) return false;
    if (range.type === '*/*' || range.type === 'application/*') return true;
    return range.type === 'application/taxii+json' && hasVersion(range);
  });
}

/** Whether a body of this Content-Type is an envelope. TAXII 2.1, section 5.5. */
export function isEnvelopeType(header: string | undefined): boolean {
  const range = header === undefined || header.length > MOST_HEADER ? null : readRange(header);
  return range !== null && range.type === 'application/taxii+json' && hasVersion(range);
}
