import { checkMisp, eventsIn, indicatorsIn, type MispIndicator, type StixObject } from '#exchange';
import { type Details, readSubject, type Subject, stixOf, toKeep } from '#indicators';
import { Refusal, type Tx } from '#platform';
import { partAt } from '../kept/parts.js';
import type { Held, HeldIndicator, HeldSighting } from './held.js';

/** An attribute of an event that is meant for detection; null where what it points at is not known here. */
export interface Pointing {
  readonly indicator: HeldIndicator | null;
  readonly sighting: HeldSighting | null;
}

const MOST_DESCRIPTION = 1_000;

export async function ofEvent(tx: Tx, { documentId }: Held): Promise<Pointing[]> {
  const part = await partAt(tx, documentId, 0);
  const [first] = part ? eventsIn(JSON.parse(part.body)) : [];
  if (!first) return [];
  return indicatorsIn(checkMisp(first.event, first.at)).map(pointing);
}

function pointing(read: MispIndicator): Pointing {
  const { uuid, given, tlp, seen } = read;
  const subject = subjectOf(given);
  if (!subject) return { indicator: null, sighting: null };
  const object = objectOf(read, subject);
  return {
    indicator: { tlp, object: toKeep(object, read.modified, read.modified) },
    sighting: seen && { tlp, toldAs: `misp ${uuid}`, foundBy: subject.foundBy, seen, object: null },
  };
}

function subjectOf(given: MispIndicator['given']): Subject | null {
  try {
    return readSubject(given, []);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** As the same object of STIX each time. */
function objectOf(
  { uuid, comment, created, modified, validFrom }: MispIndicator,
  subject: Subject,
): StixObject {
  const details: Details = {
    description: comment?.slice(0, MOST_DESCRIPTION) ?? null,
    confidence: null,
    validFrom,
    validUntil: null,
    killChainPhases: [],
  };
  const said = { objectId: `indicator--${uuid}`, subject, details, addedAt: created, updatedAt: modified };
  return JSON.parse(stixOf({ ...said, revoked: false })) as StixObject;
}
