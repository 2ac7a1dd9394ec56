import type { Certainty, PublicationStatus, Severity, Urgency } from '#contract';
import type { Incoming } from '../incoming.js';
import { cvesIn, fitLine, fitReferences, fitText } from '../reading/fit.js';
import { inMilliseconds, momentAt, sortable } from '../reading/moment.js';
import { Unreadable } from '../reading/unreadable.js';
import type { XmlElement } from '../reading/xml.js';
import { claimsTlp, strictest, tlpOfLabel } from '../tlp.js';
import { SAID_WORDS } from '../words.js';
import { checkCap } from './check-cap.js';
import { CAP_11, CAP_12 } from './grammar.js';
import { KIND, SEVERITY, SYSTEM } from './parameters.js';

/** What is no exercise and no test, and yet not meant to be acted on, is taken for a test: never for real. */
const STATUSES: Readonly<Record<string, PublicationStatus>> = {
  Actual: 'ACTUAL',
  Exercise: 'EXERCISE',
  System: 'TEST',
  Test: 'TEST',
  Draft: 'TEST',
};

const SEVERITIES: Readonly<Record<string, Severity>> = {
  Extreme: 'EMERGENCY',
  Severe: 'SEVERE',
  Moderate: 'MEDIUM',
  Minor: 'LOW',
};

const textsOf = (parent: XmlElement, name: string): string[] =>
  parent.children.filter((child) => child.name === name).map(({ text }) => text.trim());
const textOf = (parent: XmlElement, name: string): string => textsOf(parent, name)[0] ?? '';
const pairsOf = (parent: XmlElement, name: string): [string, string][] =>
  parent.children
    .filter((child) => child.name === name)
    .map((child) => [textOf(child, 'valueName'), textOf(child, 'value')]);

/** The alerts in a document: itself, or those that an EDXL envelope carries. */
export function alertsIn(root: XmlElement): XmlElement[] {
  const isAlert = ({ name, namespace }: XmlElement) =>
    name === 'alert' && (namespace === CAP_12 || namespace === CAP_11);
  if (isAlert(root)) return [root];
  const found: XmlElement[] = [];
  const waiting = [root];
  // What is added while it is gone through is gone through as well.
  for (const next of waiting) {
    if (isAlert(next)) found.push(next);
    else for (const child of next.children) waiting.push(child);
  }
  return found;
}

/**
 * A CAP message as an alert: a draft of it, since nobody knows yet what it means to the community.
 * @throws Unreadable naming the line
 */
export function fromCap(element: XmlElement): Incoming {
  const alert = checkCap(element);
  const type = textOf(alert, 'msgType');
  if (type === 'Ack' || type === 'Error')
    throw new Unreadable(`line ${alert.line}`, `A message of type ${type} answers an alert and is none.`);
  const infos = alert.children.filter(({ name }) => name === 'info');
  const main = infos.find((info) => /^(en|$)/i.test(textOf(info, 'language'))) ?? infos[0];
  const others = infos.filter((info) => info !== main);
  const parameters = new Map(infos.flatMap((info) => pairsOf(info, 'parameter')));
  const own = (name: string) => parameters.get(name) ?? '';
  const word = (name: string) => (main ? textOf(main, name) : '').toUpperCase();
  const description = [
    main ? textOf(main, 'description') : textOf(alert, 'note'),
    ...others.map(otherLanguage),
  ]
    .filter(Boolean)
    .join('\n\n');
  const expires = main ? sortable(textOf(main, 'expires')) : null;
  const status = textOf(alert, 'status');
  return {
    format: 'CAP',
    sourceId: nameOf(textOf(alert, 'sender'), textOf(alert, 'identifier')),
    follows: referencesOf(textOf(alert, 'references')),
    version: textOf(alert, 'sent'),
    versionAt: momentAt(textOf(alert, 'sent'), `line ${alert.line}`),
    withdrawn: type === 'Cancel',
    tlp: tlpOf(alert),
    said: {
      kind: SAID_WORDS.kind.find((kind) => kind === own(KIND)) ?? 'ALERT',
      title:
        fitLine((main && (textOf(main, 'headline') || textOf(main, 'event'))) ?? '', 200) ??
        `${type} ${textOf(alert, 'identifier').slice(0, 150)}`,
      summary: null,
      body: fitText(description, 50_000),
      instructions: fitText(
        [main, ...others]
          .map((info) => (info ? textOf(info, 'instruction') : ''))
          .filter(Boolean)
          .join('\n\n'),
        10_000,
      ),
      status: STATUSES[status] ?? 'TEST',
      severity:
        SAID_WORDS.severity.find((severity) => severity === own(SEVERITY)) ??
        (main ? (SEVERITIES[textOf(main, 'severity')] ?? null) : null),
      urgency: SAID_WORDS.urgency.find((urgency): urgency is Urgency => urgency === word('urgency')) ?? null,
      certainty:
        SAID_WORDS.certainty.find((certainty): certainty is Certainty => certainty === word('certainty')) ??
        null,
      affectedSystems: SAID_WORDS.affectedSystem.filter((system) => own(SYSTEM).split(' ').includes(system)),
      cves: cvesIn(description),
      references: fitReferences(infos.flatMap(linksOf)),
      expiresAt: expires === null ? null : inMilliseconds(expires),
    },
    regions: [...new Set(infos.flatMap(geocodesOf))],
    remarks: [
      ...(status === 'System' || status === 'Draft' ? [`Its status ${status} is taken for a test.`] : []),
      ...(infos.length > 1 ? [`It is in ${infos.length} parts or languages; the text holds them all.`] : []),
      ...(description.length > 50_000 ? ['The text is cut.'] : []),
    ],
  };
}

const nameOf = (sender: string, identifier: string): string => `${sender},${identifier}`;

/** `sender,identifier,sent`, separated by spaces. CAP 1.2, section 3.2.1. */
const referencesOf = (references: string): string[] =>
  references
    .split(/\s+/)
    .map((triple) => triple.split(','))
    .filter(([sender, identifier]) => sender && identifier)
    .map(([sender = '', identifier = '']) => nameOf(sender, identifier))
    .slice(0, 100);

/** A `code` that is a TLP label marks it; one that only begins like one counts as the strictest. */
function tlpOf(alert: XmlElement) {
  const labels = textsOf(alert, 'code').filter(claimsTlp);
  const tlps = labels.map((label) => tlpOfLabel(label) ?? 'RED');
  if (textOf(alert, 'scope') === 'Private') tlps.push('AMBER_STRICT');
  return tlps.length === 0 ? null : strictest(...tlps);
}

const otherLanguage = (info: XmlElement): string =>
  [
    `## ${textOf(info, 'language') || textOf(info, 'event')}`,
    textOf(info, 'headline'),
    textOf(info, 'description'),
  ]
    .filter(Boolean)
    .join('\n\n');

const linksOf = (info: XmlElement): { title: string; url: string }[] => [
  ...textsOf(info, 'web').map((url) => ({ title: textOf(info, 'headline') || textOf(info, 'event'), url })),
  ...info.children
    .filter(({ name }) => name === 'resource')
    .map((resource) => ({ title: textOf(resource, 'resourceDesc'), url: textOf(resource, 'uri') })),
];

/** Geocodes as `SAME:` codes; CAP 1.1's FIPS6 is the same code under another name, several in one value. */
const geocodesOf = (info: XmlElement): string[] =>
  info.children
    .filter(({ name }) => name === 'area')
    .flatMap((area) => pairsOf(area, 'geocode'))
    .filter(([system]) => system === 'SAME' || system === 'FIPS6')
    .flatMap(([, value]) => value.split(/\s+/))
    .filter((code) => /^\d{6}$/.test(code))
    .map((code) => `SAME:${code}`);
