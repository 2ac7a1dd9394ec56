import type { Details } from '../adding/details.js';
import type { Subject } from '../adding/subject.js';

/**
 * An indicator as a STIX 2.1 object (section 4.7), in JSON. Who made it and how it is marked is decided when it is read: both
 * may change with its publication.
 */
export function stixOf(indicator: {
  readonly objectId: string;
  readonly subject: Pick<Subject, 'value' | 'pattern'>;
  readonly details: Details;
  readonly addedAt: string;
  readonly updatedAt: string;
  readonly revoked: boolean;
}): string {
  const { objectId, subject, details, addedAt, updatedAt, revoked } = indicator;
  const { description, confidence, validFrom, validUntil, killChainPhases } = details;
  return JSON.stringify({
    type: 'indicator',
    spec_version: '2.1',
    id: objectId,
    created: addedAt,
    modified: updatedAt,
    ...(revoked && { revoked }),
    ...(confidence !== null && { confidence }),
    name: subject.value ?? 'Pattern',
    ...(description !== null && { description }),
    indicator_types: ['malicious-activity'],
    pattern: subject.pattern,
    pattern_type: 'stix',
    pattern_version: '2.1',
    valid_from: validFrom,
    ...(validUntil !== null && { valid_until: validUntil }),
    ...(killChainPhases.length > 0 && {
      kill_chain_phases: killChainPhases.map(({ killChain, phase }) => ({
        kill_chain_name: killChain,
        phase_name: phase,
      })),
    }),
  });
}
