import { createHash } from 'node:crypto';
import type { PublicationView } from '#publications';

const FIELDS = [
  ...([
    'kind',
    'title',
    'summary',
    'body',
    'instructions',
    'tlp',
    'attribution',
    'status',
    'severity',
  ] as const),
  ...(['urgency', 'certainty', 'affectedSystems', 'affectedProducts', 'cves', 'references'] as const),
  ...(['analyticConfidence', 'sourcing', 'handling', 'expiresAt'] as const),
];

/** What a draft or a publication says, whoever may see it, as one short text. */
export const digestOf = (said: Readonly<Pick<PublicationView, (typeof FIELDS)[number]>>): string =>
  createHash('sha256')
    .update(JSON.stringify(FIELDS.map((field) => said[field])))
    .digest('base64url');
