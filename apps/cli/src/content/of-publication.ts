import type { PublicationFullFragment } from '../generated/operations.generated.js';
import type { ContentFields } from './fields.js';
import { referenceText } from './references.js';

const listed = (values: readonly string[]): readonly string[] | undefined =>
  values.length > 0 ? values : undefined;
const ids = (things: readonly { readonly id: string }[]) => listed(things.map(({ id }) => `id:${id}`));

/** What a publication says now, in the form in which it can be changed and sent back whole. */
export function fieldsOfPublication(publication: PublicationFullFragment): ContentFields {
  const { audience } = publication;
  const fields: { [K in keyof ContentFields]: ContentFields[K] | null } = {
    kind: publication.kind.toLowerCase(),
    title: publication.title,
    summary: publication.summary,
    body: publication.body,
    instructions: publication.instructions,
    tlp: publication.tlpLabel,
    regions: audience ? listed(audience.regions.map(({ code }) => code)) : undefined,
    memberKinds: audience ? listed(audience.memberKinds.map((kind) => kind.toLowerCase())) : undefined,
    groups: audience ? ids(audience.groups) : undefined,
    persons: audience ? ids(audience.persons) : undefined,
    attribution: publication.attribution.toLowerCase(),
    status: publication.status.toLowerCase(),
    severity: publication.severity?.toLowerCase(),
    urgency: publication.urgency?.toLowerCase(),
    certainty: publication.certainty?.toLowerCase(),
    systems: listed(publication.affectedSystems.map((system) => system.toLowerCase().replaceAll('_', '-'))),
    products: listed(publication.affectedProducts),
    cves: listed(publication.cves),
    references: listed(publication.references.map(referenceText)),
    confidence: publication.analyticConfidence?.toLowerCase(),
    sourcing: publication.sourcing,
    handling: listed(publication.handling),
    onBehalfOf: publication.onBehalfOf ? `id:${publication.onBehalfOf.id}` : undefined,
    answerWithin:
      publication.acknowledgeWithinMinutes === null ? undefined : `${publication.acknowledgeWithinMinutes}m`,
    expires: publication.expiresAt,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null)) as ContentFields;
}
