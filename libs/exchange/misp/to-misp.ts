import type { Severity } from '#contract';
import { assertMayLeave, authorOf, headlineOf, type Outgoing, type Source } from '../publication.js';
import { extensionOf } from '../stix/extension.js';
import { uuid5, WATCHFIRE_NAMESPACE } from '../uuid5.js';
import type { MispAttribute, MispEvent, MispTag } from './event.js';
import { MISP_TLP } from './tlp.js';

/** Marks the attribute that holds what MISP has no words for. */
export const OWN_WORDS = 'watchfire:publication';

const THREAT_LEVELS: Record<Severity, string> = {
  EMERGENCY: '1',
  SEVERE: '1',
  HIGH: '1',
  MEDIUM: '2',
  LOW: '3',
  BASELINE: '3',
};
const seconds = (moment: string): string => String(Math.floor(Date.parse(moment) / 1000));

/**
 * A publication as an event of MISP.
 * @param indicators attributes made of its indicators
 * @throws TypeError for TLP:RED, which leaves by no way
 */
export function toMisp(
  publication: Outgoing,
  source: Source,
  indicators: readonly MispAttribute[] = [],
): { Event: MispEvent } {
  assertMayLeave(publication);
  const { id, tlp, status, severity, publishedAt, updatedAt } = publication;
  const author = authorOf(publication, source);
  const { tag, distribution } = MISP_TLP[tlp as keyof typeof MISP_TLP];
  const tags: MispTag[] =
    status === 'ACTUAL' ? [tag] : [tag, { name: `watchfire:status="${status.toLowerCase()}"` }];
  return {
    Event: {
      uuid: id,
      info: headlineOf(publication),
      date: publishedAt.slice(0, 10),
      timestamp: seconds(updatedAt),
      publish_timestamp: seconds(updatedAt),
      published: true,
      analysis: '2',
      threat_level_id: severity === null ? '4' : THREAT_LEVELS[severity],
      distribution,
      Orgc: { uuid: author.id, name: author.name },
      Tag: tags,
      Attribute: [...attributesOf(publication), ...indicators],
    },
  };
}

function attributesOf(publication: Outgoing): MispAttribute[] {
  const { summary, body, instructions, withdrawal, affectedProducts, cves, references, regions } =
    publication;
  const text = (value: string | null, comment: string) =>
    value ? [{ category: 'Other', type: 'text', value, comment }] : [];
  const said = [
    ...text(withdrawal && `Withdrawn. ${withdrawal.reason}`.trim(), 'Withdrawn'),
    ...text(summary, 'Summary'),
    ...text(body, 'Body'),
    ...text(instructions, 'What to do'),
    ...affectedProducts.flatMap((product) => text(product, 'Affected product')),
    ...cves.map((value) => ({ category: 'External analysis', type: 'vulnerability', value, comment: '' })),
    ...references.map(({ title, url }) => ({
      category: 'External analysis',
      type: 'link',
      value: url,
      comment: title,
    })),
    ...regions.map(({ code, name }) => ({
      category: 'Targeting data',
      type: 'target-location',
      value: name,
      comment: code,
    })),
    { category: 'Other', type: 'other', value: JSON.stringify(extensionOf(publication)), comment: OWN_WORDS },
  ];
  return said.map((attribute) => ({
    ...attribute,
    uuid: uuid5(
      WATCHFIRE_NAMESPACE,
      `${publication.id}/misp/${attribute.type}/${attribute.comment}/${attribute.value}`,
    ),
    to_ids: false,
    distribution: '5',
    timestamp: seconds(publication.updatedAt),
  }));
}

/** What a puller reads first: every event of the feed, without what it holds. */
export function manifestOf(events: readonly MispEvent[]) {
  return Object.fromEntries(
    events.map(({ uuid, info, Orgc, analysis, Tag, timestamp, date, threat_level_id }) => [
      uuid,
      { info, Orgc, analysis, Tag, timestamp, date, threat_level_id },
    ]),
  );
}
