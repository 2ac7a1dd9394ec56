import type { PublicationKind } from '#access';
import type { AnalyticConfidence } from '#contract';
import { authorOf, headlineOf, type Outgoing, type Source } from '../publication.js';
import { extensionOf, PUBLICATION_EXTENSION } from './extension.js';
import { identityRef, locationOf, vulnerabilityOf } from './facts.js';
import { common, type StixObject } from './object.js';
import { markingRef } from './tlp.js';
import { upstreamReferences } from './upstream.js';

/** STIX 2.1, section 10.23. */
const REPORT_TYPES: Record<PublicationKind, readonly string[]> = {
  ALERT: ['observed-data'],
  ADVISORY: ['vulnerability'],
  BULLETIN: ['threat-report'],
};

/** The middle of each band of STIX 2.1, appendix A, "None / Low / Med / High". */
const CONFIDENCE: Record<AnalyticConfidence, number> = { LOW: 15, MODERATE: 50, HIGH: 85 };

/**
 * A publication as a report: the same id whatever its revision, `modified` when its present one was released, `revoked` once
 * it is withdrawn. STIX 2.1, section 4.16.
 * @param refs ids of what it reports on besides: its indicators and sightings
 */
export function reportOf(publication: Outgoing, source: Source, refs: readonly string[]): StixObject {
  const { hub, url } = source;
  const author = authorOf(publication, source);
  const labels = publication.status === 'ACTUAL' ? [] : [publication.status.toLowerCase()];
  const description = [publication.summary, publication.body].filter(Boolean).join('\n\n');
  return {
    ...common('report', publication.id, publication.publishedAt, publication.updatedAt),
    created_by_ref: identityRef(author),
    ...(publication.state === 'WITHDRAWN' ? { revoked: true } : {}),
    ...(labels.length > 0 ? { labels } : {}),
    ...(publication.analyticConfidence ? { confidence: CONFIDENCE[publication.analyticConfidence] } : {}),
    external_references: [
      { source_name: 'watchfire', external_id: publication.id, url: `${url}/publications/${publication.id}` },
      ...upstreamReferences(publication.takenFrom),
      ...publication.references.map(({ title, url: address }) => ({ source_name: title, url: address })),
    ],
    object_marking_refs: [markingRef(publication.tlp)],
    name: headlineOf(publication),
    ...(description ? { description } : {}),
    report_types: REPORT_TYPES[publication.kind],
    published: publication.publishedAt,
    // Never empty, as the standard asks: whoever it is from stands first.
    object_refs: [
      identityRef(author),
      ...publication.regions.map((place) => locationOf(place, hub).id),
      ...publication.cves.map((cve) => vulnerabilityOf(cve, hub).id),
      ...refs,
    ],
    extensions: { [PUBLICATION_EXTENSION]: extensionOf(publication) },
  };
}
