import { createHash } from 'node:crypto';
import {
  checkObject,
  type Definitions,
  needsMarking,
  SplitBundle,
  type StixObject,
  tlpOfObject,
  Unreadable,
  versionAtOf,
} from '#exchange';
import type { Kept } from './parts.js';

/** What is known of a bundle once all of it has come. */
export interface Staged {
  readonly id: string;
  readonly count: number;
  readonly versionAt: string;
  readonly digest: string;
  /** The first of its objects, for a text. */
  readonly some: readonly StixObject[];
}

const BATCH = 1_000;
const MOST_DEFINITIONS = 5_000;
const SOME = 500;
const MOST_BYTES = 1_073_741_824;

/**
 * Reads a bundle as it arrives, holds each object to the standard, and hands them out in batches: memory is bounded by the
 * batch, however long the bundle is. Markings count from where they are defined; one that is defined later than it is used
 * counts as the strictest.
 * @throws Unreadable naming where; then nothing of the bundle counts
 */
export async function* stage(chunks: AsyncIterable<Buffer>): AsyncGenerator<readonly Kept[], Staged> {
  const splitter = new SplitBundle();
  const definitions = new Map<string, StixObject>();
  const hash = createHash('sha256');
  const some: StixObject[] = [];
  let versionAt = '';
  let bytes = 0;
  let batch: Kept[] = [];
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new Unreadable('', `This is larger than ${MOST_BYTES} bytes.`);
    for (const { at, text, value } of splitter.push(chunk)) {
      const object = checkObject(value, at);
      if (object.type === 'marking-definition' && definitions.size < MOST_DEFINITIONS)
        definitions.set(object.id, object);
      hash.update(`${object.id} ${object.modified ?? object.created ?? ''}\n`);
      const version = versionAtOf(object);
      if (version > versionAt) versionAt = version;
      if (some.length < SOME) some.push(object);
      batch.push(keptOf(object, text, splitter.objects - 1, definitions));
      if (batch.length === BATCH) {
        yield batch;
        batch = [];
      }
    }
  }
  const outside = splitter.end();
  if (outside.type !== undefined && outside.type !== 'bundle')
    throw new Unreadable('/type', 'This is no bundle.');
  if (batch.length > 0) yield batch;
  const digest = hash.digest('base64url');
  const id =
    typeof outside.id === 'string' && /^bundle--[0-9a-f-]{36}$/.test(outside.id)
      ? outside.id
      : `bundle--${digest}`;
  return { id, count: splitter.objects, versionAt, digest, some };
}

const keptOf = (object: StixObject, body: string, ordinal: number, definitions: Definitions): Kept => ({
  ordinal,
  objectId: object.id,
  type: object.type,
  about: aboutOf(object),
  tlp: tlpOfObject(object, definitions),
  needsMarking: needsMarking(object),
  body,
});

/** Notes, relationships and sightings have no meaning without what they are about. */
function aboutOf({
  type,
  object_refs: refs,
  source_ref: source,
  sighting_of_ref: sighted,
}: StixObject): string {
  const about = { note: Array.isArray(refs) ? refs[0] : '', relationship: source, sighting: sighted }[type];
  return typeof about === 'string' ? about : '';
}
