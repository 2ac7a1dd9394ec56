import type { Tlp } from '#access';
import { checkObject, readJson, type StixObject, tlpOfObject, Unreadable, unmarked } from '#exchange';
import { TaxiiError } from '../protocol/answer.js';

/** An object of an envelope, as it came. */
export interface Received {
  readonly id: string;
  readonly version: string;
  readonly object: StixObject;
  readonly tlp: Tlp;
}

export interface Failed {
  readonly id: string;
  readonly version: string;
  readonly message: string;
}

const MOST_OBJECTS = 10_000;
const MOST_OBJECT = 256 * 1024;
const BOUNDS = { size: 16_777_216, depth: 40, values: 2_000_000, text: 200_000 };

/**
 * Reads an envelope: TAXII 2.1, sections 3.7 and 5.5. What is not one cannot be processed; an object in it that is bad fails by
 * itself.
 * @throws TaxiiError 422
 */
export function readEnvelope(text: string, now: string): { received: Received[]; failed: Failed[] } {
  const objects = objectsIn(text);
  const definitions = new Map(
    objects.flatMap((one) => {
      const object = one as StixObject | null;
      return object?.type === 'marking-definition' && typeof object.id === 'string'
        ? [[object.id, object] as const]
        : [];
    }),
  );
  const received: Received[] = [];
  const failed: Failed[] = [];
  objects.forEach((value, index) => {
    const head = (value ?? {}) as {
      readonly id?: unknown;
      readonly modified?: unknown;
      readonly created?: unknown;
    };
    const said = [head.modified, head.created].find((one) => typeof one === 'string') as string | undefined;
    const id = typeof head.id === 'string' ? head.id.slice(0, 300) : `objects/${index}`;
    const version = said?.slice(0, 40) ?? now;
    try {
      const object = checkObject(value, `/objects/${index}`);
      if (object.type === 'bundle') throw new Unreadable('', 'An envelope holds no bundles.');
      if (JSON.stringify(object).length > MOST_OBJECT)
        throw new Unreadable('', `This is larger than ${MOST_OBJECT} octets.`);
      const tlp = tlpOfObject(object, definitions) ?? unmarked(null);
      if (tlp === 'RED')
        throw new Unreadable('', 'TLP:RED, or a marking that is not known here, is not taken by this way.');
      received.push({ id, version, object, tlp });
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      failed.push({ id, version, message: error.message });
    }
  });
  return { received, failed };
}

function objectsIn(text: string): unknown[] {
  let envelope: unknown;
  try {
    envelope = readJson(text, BOUNDS);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new TaxiiError(422, error.message);
  }
  const objects = isRecord(envelope) ? envelope.objects : undefined;
  if (!Array.isArray(objects) || objects.length === 0)
    throw new TaxiiError(422, 'An envelope holds a list of objects.');
  if (objects.length > MOST_OBJECTS)
    throw new TaxiiError(422, `Send at most ${MOST_OBJECTS} objects at once.`);
  return objects;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
