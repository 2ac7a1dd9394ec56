import { createHash } from 'node:crypto';

const AT = '2026-11-03T12:00:00.000Z';
const CHUNK = 65_536;

function uuidOf(index: number): string {
  const hex = createHash('md5').update(String(index)).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** An indicator like those of a feed: about 700 bytes. */
const objectOf = (index: number): string =>
  JSON.stringify({
    type: 'indicator',
    spec_version: '2.1',
    id: `indicator--${uuidOf(index)}`,
    created: AT,
    modified: AT,
    created_by_ref: `identity--${uuidOf(-1)}`,
    name: `Address ${index}`,
    description: 'Seen in mail to election offices that asks for a password. '.repeat(5),
    indicator_types: ['malicious-activity'],
    pattern: `[ipv4-addr:value = '198.51.${index % 256}.${(index >> 8) % 256}']`,
    pattern_type: 'stix',
    valid_from: AT,
    object_marking_refs: ['marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421'],
  });

function* piecesOf(objects: number): Generator<string> {
  yield `{"type":"bundle","id":"bundle--${uuidOf(-2)}","objects":[`;
  for (let index = 0; index < objects; index += 1) yield (index === 0 ? '' : ',') + objectOf(index);
  yield ']}';
}

/** A bundle in pieces, as it arrives over a network. */
export async function* bundleChunks(objects: number): AsyncGenerator<Buffer> {
  let held: string[] = [];
  let size = 0;
  for (const piece of piecesOf(objects)) {
    held.push(piece);
    size += piece.length;
    if (size < CHUNK) continue;
    yield Buffer.from(held.join(''));
    held = [];
    size = 0;
  }
  if (held.length > 0) yield Buffer.from(held.join(''));
}
