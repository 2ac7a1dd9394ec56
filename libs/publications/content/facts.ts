import type { RegionLine } from '#access';
import type { PublicationFacts } from '../log/log-entry.js';
import { levelOf } from '../vocabulary.js';
import type { Composed, Content } from './content.js';

/** Everything in it that is searched, a line each. */
export const searchedText = ({
  title,
  summary,
  body,
  instructions,
  affectedProducts,
  cves,
}: Content): string =>
  [title, summary, body, instructions, ...affectedProducts, ...cves]
    .filter((text) => text !== null)
    .join('\n');

/** What decides whom a revision concerns. */
export const factsOf = (
  { content, tlp, audience }: Composed,
  originId: string,
  lineOf: (code: string) => RegionLine,
): PublicationFacts => ({
  kind: content.kind,
  originId,
  attribution: content.attribution,
  tlp,
  status: content.status,
  severity: content.severity === null ? null : levelOf(content.severity),
  systems: content.affectedSystems,
  regions: audience.regions.map(lineOf),
  groupIds: audience.groupIds,
  personIds: audience.personIds,
  cves: content.cves,
  expiresAt: content.expiresAt,
  acknowledgeWithinMinutes: content.acknowledgeWithinMinutes,
  text: searchedText(content),
  catalogueNews: content.catalogueNews === true,
});
