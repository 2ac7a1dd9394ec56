import type { Certainty, PublicationStatus, Severity, Urgency } from '#contract';
import {
  assertMayLeave,
  authorOf,
  headlineOf,
  type Outgoing,
  type Place,
  type Source,
} from '../publication.js';
import { TLP_LABELS } from '../tlp.js';
import { uuid5, WATCHFIRE_NAMESPACE } from '../uuid5.js';
import { element, leaf, XML_DECLARATION, type XmlNode } from '../writing/xml.js';
import { CAP_12 } from './grammar.js';
import { KIND, SEVERITY, SYSTEM } from './parameters.js';

const STATUSES: Record<PublicationStatus, string> = { ACTUAL: 'Actual', EXERCISE: 'Exercise', TEST: 'Test' };
/** The six levels of the US schema in CAP's four; the parameter keeps the level itself. */
const SEVERITIES: Record<Severity, string> = {
  BASELINE: 'Minor',
  LOW: 'Minor',
  MEDIUM: 'Moderate',
  HIGH: 'Severe',
  SEVERE: 'Severe',
  EMERGENCY: 'Extreme',
};
const EVENTS = {
  ALERT: 'Election security alert',
  ADVISORY: 'Election security advisory',
  BULLETIN: 'Election security bulletin',
};

const capital = (word: Urgency | Certainty | null): string =>
  word === null ? 'Unknown' : word.charAt(0) + word.slice(1).toLowerCase();

/** CAP 1.2, section 3.3.2: no fraction, and UTC is `-00:00`. */
export const capTime = (moment: string): string => `${moment.slice(0, 19)}-00:00`;

const senderOf = ({ url }: Source): string => `watchfire@${new URL(url).hostname}`;
/** Made of the revision's id by a way that does not lead back: of a tombstone's revisions nobody is told the ids. */
export const identifierOf = (revisionId: string): string =>
  `watchfire-${uuid5(WATCHFIRE_NAMESPACE, `cap/${revisionId}`)}`;

/**
 * A publication as a CAP 1.2 message: an alert, from its second revision on an update, once withdrawn a cancellation; each
 * refers to all that went before it.
 * @throws TypeError for TLP:RED, which leaves by no way
 */
export function toCap(publication: Outgoing, source: Source): string {
  assertMayLeave(publication);
  const { revisions, updatedAt, withdrawal, tlp } = publication;
  const present = revisions.at(-1);
  const sender = senderOf(source);
  const earlier = revisions.slice(0, -1).map(({ id, at }) => `${sender},${identifierOf(id)},${capTime(at)}`);
  const isPublic = tlp === 'CLEAR';
  return (
    XML_DECLARATION +
    element(
      'alert',
      [
        leaf('identifier', identifierOf(present?.id ?? publication.id)),
        leaf('sender', sender),
        leaf('sent', capTime(updatedAt)),
        leaf('status', STATUSES[publication.status]),
        leaf('msgType', earlier.length === 0 ? 'Alert' : withdrawal ? 'Cancel' : 'Update'),
        leaf('source', authorOf(publication, source).name),
        leaf('scope', isPublic ? 'Public' : 'Restricted'),
        leaf('restriction', isPublic ? null : TLP_LABELS[tlp]),
        leaf('code', TLP_LABELS[tlp]),
        leaf('note', withdrawal ? `Withdrawn. ${withdrawal.reason}`.trim() : (present?.note ?? null)),
        leaf('references', earlier.length > 0 ? earlier.join(' ') : null),
        infoOf(publication, source),
      ],
      { xmlns: CAP_12 },
    )
  );
}

function infoOf(publication: Outgoing, source: Source): string {
  const { kind, severity, affectedSystems, summary, body, instructions, updatedAt, expiresAt, withdrawal } =
    publication;
  const parameter = (name: string, value: string | null): XmlNode =>
    value === null ? null : element('parameter', [leaf('valueName', name), leaf('value', value)]);
  return element('info', [
    leaf('language', 'en-US'),
    ...categoriesOf(publication).map((category) => leaf('category', category)),
    leaf('event', EVENTS[kind]),
    withdrawal ? leaf('responseType', 'AllClear') : instructions ? leaf('responseType', 'Execute') : null,
    leaf('urgency', withdrawal ? 'Past' : capital(publication.urgency)),
    leaf('severity', severity === null ? 'Unknown' : SEVERITIES[severity]),
    leaf('certainty', capital(publication.certainty)),
    leaf('effective', capTime(updatedAt)),
    leaf('expires', expiresAt === null ? null : capTime(expiresAt)),
    leaf('senderName', authorOf(publication, source).name),
    leaf('headline', headlineOf(publication)),
    leaf('description', [summary, body].filter(Boolean).join('\n\n') || null),
    leaf('instruction', instructions),
    leaf('web', `${source.url}/publications/${publication.id}`),
    parameter(KIND, kind),
    parameter(SEVERITY, severity),
    parameter(SYSTEM, affectedSystems.length > 0 ? affectedSystems.join(' ') : null),
    ...publication.regions.map(areaOf),
  ]);
}

/** CAP has no category for what is done to computers: it harms infrastructure. */
function categoriesOf({ affectedSystems }: Outgoing): string[] {
  const bodily = affectedSystems.some((system) => system === 'PEOPLE' || system === 'PHYSICAL_FACILITY');
  return bodily ? ['Infra', 'Security'] : ['Infra'];
}

const areaOf = ({ name, same }: Place): string =>
  element('area', [
    leaf('areaDesc', name),
    ...same.map((code) => element('geocode', [leaf('valueName', 'SAME'), leaf('value', code)])),
  ]);
