import type { ReleaseKind } from '#contract';
import type { LogEntry, ReleaseView } from '#publications';

/** The version of what is posted. What is added keeps it; what a receiver could rely on and is gone changes it. */
export const PAYLOAD_VERSION = 1;

/** Standard Webhooks advises to stay below 20 kB. Bytes. */
const LARGEST = 20_000;

/** What can be left out, most dispensable first, when all together is too large. */
const DISPENSABLE = [
  'body',
  'references',
  'instructions',
  'affectedProducts',
  'regions',
  'cves',
  'handling',
  'summary',
];

type Publication = NonNullable<ReleaseView['publication']>;

/**
 * A release as it is posted, from what its receiver may see of it. AMBER+STRICT says no more than that something is to be read. What
 * is not ACTUAL says so before its title too, since a title is what is shown elsewhere.
 * @param asksAgain whether it is posted since no answer came in time
 */
export function payloadOf(
  { what, at, publication }: ReleaseView,
  publicUrl: string,
  asksAgain = false,
): string {
  if (publication === null) throw new Error('There is nothing in it to be posted.');
  const type = asksAgain ? 'publication.unanswered' : typeOf(what, publication);
  const thin = publication.tlp === 'AMBER_STRICT';
  const head = headOf(publication, publicUrl);
  const whole = thin ? { ...head, notice: 'Sign in to read it.' } : { ...head, ...saidBy(publication) };
  const event = (data: object) =>
    JSON.stringify({ type, version: PAYLOAD_VERSION, timestamp: at, data: { publication: data } });
  return fitting(whole, event);
}

/** What is posted to whoever had it and lost sight of it: the id that they know, and nothing else. */
export const unavailablePayload = ({
  publicationId: id,
  at,
}: Pick<LogEntry, 'publicationId' | 'at'>): string =>
  JSON.stringify({
    type: 'publication.unavailable',
    version: PAYLOAD_VERSION,
    timestamp: at,
    data: { publication: { id } },
  });

/** What is posted on request, to try an endpoint. */
export const testPayload = (at: string): string =>
  JSON.stringify({
    type: 'endpoint.test',
    version: PAYLOAD_VERSION,
    timestamp: at,
    data: { message: 'This is a test of your Watchfire webhook endpoint.' },
  });

/** What is posted is how a publication stands now; so what is told of one that was withdrawn meanwhile is its withdrawal. */
function typeOf(what: ReleaseKind, { state }: Publication): string {
  if (state === 'WITHDRAWN') return 'publication.withdrawn';
  return what === 'PUBLISHED' ? 'publication.published' : 'publication.revised';
}

const headOf = ({ id, tlp, tlpLabel, status }: Publication, publicUrl: string) => ({
  id,
  url: `${publicUrl}/publications/${id}`,
  tlp,
  tlpLabel,
  status,
});

const saidBy = (publication: Publication) => ({
  kind: publication.kind,
  title: publication.status === 'ACTUAL' ? publication.title : `${publication.status}: ${publication.title}`,
  summary: publication.summary,
  body: publication.body,
  instructions: publication.instructions,
  origin: publication.origin && { id: publication.origin.id, name: publication.origin.name },
  severity: publication.severity,
  urgency: publication.urgency,
  certainty: publication.certainty,
  affectedSystems: publication.affectedSystems,
  affectedProducts: publication.affectedProducts,
  cves: publication.cves,
  references: publication.references,
  handling: publication.handling,
  regions: publication.audience?.regions?.map(({ code }) => code) ?? [],
  acknowledgeWithinMinutes: publication.acknowledgeWithinMinutes,
  expiresAt: publication.expiresAt,
  withdrawal: publication.withdrawal,
});

/** Leaves out one field after the other until it is small enough, and says which. */
function fitting(whole: Readonly<Record<string, unknown>>, event: (data: object) => string): string {
  const left: Record<string, unknown> = { ...whole };
  const omitted: string[] = [];
  let text = event({ ...left, omitted });
  for (const field of DISPENSABLE) {
    if (Buffer.byteLength(text) < LARGEST) return text;
    if (!(field in left)) continue;
    delete left[field];
    omitted.push(field);
    text = event({ ...left, omitted });
  }
  return text;
}
