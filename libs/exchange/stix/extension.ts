import type { Outgoing, Source } from '../publication.js';
import { identityRef } from './facts.js';
import { common, FACTS_SINCE, type StixObject } from './object.js';
import { markingRef } from './tlp.js';

const UUID = '2f0f8c2b-6a51-4c39-8f55-8c1b7c0b9e52';

/** What a report carries beyond STIX's own words, so that another hub reads it back without loss. STIX 2.1, section 7.3. */
export const PUBLICATION_EXTENSION = `extension-definition--${UUID}`;

/** In words, as the standard allows: the names are those of the hub's contract, in lower case with underscores. */
const SCHEMA =
  'Every property is optional. kind, status, severity, urgency, certainty, analytic_confidence: words. title, summary, body, instructions, sourcing, revision_note, withdrawal_reason: text. affected_systems, affected_products, handling, regions: lists of text. expires_at: a timestamp. acknowledge_within_minutes, revision: whole numbers.';

export const extensionDefinition = ({ hub }: Source): StixObject => ({
  ...common('extension-definition', UUID, FACTS_SINCE),
  created_by_ref: identityRef(hub),
  object_marking_refs: [markingRef('CLEAR')],
  name: 'Watchfire publication',
  description: 'What an alert, advisory or bulletin of a hub says beyond the words of STIX.',
  schema: SCHEMA,
  version: '1.0.0',
  extension_types: ['property-extension'],
});

/** The report's extension. What is null or empty is left out. */
export function extensionOf(publication: Outgoing): Record<string, unknown> {
  const { revisions, regions } = publication;
  const said: Record<string, unknown> = {
    kind: publication.kind,
    title: publication.title,
    summary: publication.summary,
    body: publication.body,
    instructions: publication.instructions,
    status: publication.status,
    severity: publication.severity,
    urgency: publication.urgency,
    certainty: publication.certainty,
    affected_systems: publication.affectedSystems,
    affected_products: publication.affectedProducts,
    analytic_confidence: publication.analyticConfidence,
    sourcing: publication.sourcing,
    handling: publication.handling,
    acknowledge_within_minutes: publication.acknowledgeWithinMinutes,
    expires_at: publication.expiresAt,
    regions: regions.map(({ code }) => code),
    revision: revisions.length,
    revision_note: revisions.at(-1)?.note ?? null,
    withdrawal_reason: publication.withdrawal?.reason ?? null,
  };
  const held = Object.entries(said).filter(([, value]) => value !== null && !isEmpty(value));
  return { extension_type: 'property-extension', ...Object.fromEntries(held) };
}

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
