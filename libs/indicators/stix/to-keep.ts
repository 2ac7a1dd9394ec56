import { type StixObject, TLP_BY_MARKING } from '#exchange';
import { Refusal, timestamp } from '#platform';
import { type Details, readDetails } from '../adding/details.js';
import { readSubject, type Subject } from '../adding/subject.js';
import type { ToKeep } from '../log/keep-objects.js';

const MOST_DESCRIPTION = 1_000;
const MOST_PHASES = 10;

/**
 * An object that came from outside, ready to be kept: as it came, but for its markings, which are told anew with every answer.
 * @param version what tells it from its other versions
 */
export function toKeep(object: StixObject, version: string, now: string): ToKeep {
  const { object_marking_refs: markings = [], ...content } = object;
  return {
    objectId: object.id,
    type: object.type,
    version,
    unversioned: object.modified === undefined,
    specVersion: specVersionOf(object),
    content: JSON.stringify(content),
    markings: markings.filter((ref) => !TLP_BY_MARKING.has(ref)),
    indicator: object.type === 'indicator' ? indicatorOf(object, now) : null,
  };
}

/** What has a time of its making names its version since 2.1; observables may leave it out. */
export function specVersionOf({ spec_version: said, created }: StixObject): ToKeep['specVersion'] {
  if (said === '2.0' || said === '2.1') return said;
  return created === undefined ? '2.1' : '2.0';
}

/** What an indicator of STIX points at; null where its pattern is in another language, or keeps to no grammar. */
export function subjectOf({ pattern, pattern_type: language }: StixObject): Subject | null {
  // STIX 2.0 had one language, and no name for it.
  if ((language ?? 'stix') !== 'stix' || typeof pattern !== 'string') return null;
  return unlessRefused(() => readSubject({ pattern }, []));
}

/** Only a STIX pattern that keeps to the grammar can be looked up; any other indicator is kept all the same. */
function indicatorOf(object: StixObject, now: string): ToKeep['indicator'] {
  const subject = subjectOf(object);
  const details = subject && unlessRefused(() => detailsOf(object, now));
  return subject && details && { subject, details, revoked: object.revoked === true };
}

function unlessRefused<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function detailsOf(object: StixObject, now: string): Details {
  const { description, confidence, valid_from: from, valid_until: until, kill_chain_phases: phases } = object;
  const moment = (value: unknown) => (typeof value === 'string' ? timestamp(new Date(value)) : null);
  return readDetails(
    {
      description: typeof description === 'string' ? description.slice(0, MOST_DESCRIPTION) : null,
      confidence: typeof confidence === 'number' ? confidence : null,
      validFrom: moment(from),
      validUntil: moment(until),
      killChainPhases: Array.isArray(phases)
        ? (phases as Phase[])
            .slice(0, MOST_PHASES)
            .map((one) => ({ killChain: one.kill_chain_name, phase: one.phase_name }))
        : [],
    },
    [],
    now,
  );
}

interface Phase {
  readonly kill_chain_name: string;
  readonly phase_name: string;
}
