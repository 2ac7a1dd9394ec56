import { alertsIn } from './cap/from-cap.js';
import { linksOfIndex, linksOfProvider, linksOfRolie } from './csaf/indexes.js';
import { isAtom, linksOfAtom } from './feeds/atom-links.js';
import type { DocumentFormat } from './incoming.js';
import { isKevCsv, readKevCsv } from './kev/csv.js';
import { isKev, type KevCatalogue, readKev } from './kev/kev.js';
import { assertNotForeign } from './reading/foreign-bytes.js';
import { DOCUMENT_BOUNDS, readJson } from './reading/json.js';
import { Unreadable } from './reading/unreadable.js';
import { decoded, readXml, type XmlElement } from './reading/xml.js';
import { isRecord } from './stix/check/kinds.js';

/** A document with what it is; an index only leads to documents. */
export type Recognized =
  | { readonly format: 'CSAF' | 'MISP'; readonly document: unknown }
  /** What is not taken apart as it came: one object, or a list of them, is put into an envelope. */
  | { readonly format: 'STIX'; readonly envelope: object | null }
  | { readonly format: 'KEV'; readonly catalogue: KevCatalogue }
  | {
      readonly format: 'CAP';
      readonly alerts: readonly XmlElement[];
      /** Whether the document is the alert itself, and no envelope around some. */
      readonly alone: boolean;
    }
  | { readonly format: 'INDEX'; readonly of: DocumentFormat; readonly links: readonly string[] };

/**
 * Tells what a document is by what is in it; its name and its type are not asked.
 * @throws Unreadable for what is none of the formats, naming where where it can
 */
export function recognize(bytes: Uint8Array): Recognized {
  assertNotForeign(bytes);
  const first = Buffer.from(bytes.subarray(0, 200))
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  if (first.startsWith('<') || first.startsWith('\xff\xfe') || first.startsWith('\xfe\xff'))
    return ofXml(readXml(bytes));
  if (first.startsWith('{') || first.startsWith('[')) return ofJson(readJson(decoded(bytes)));
  const text = decoded(bytes.subarray(0, DOCUMENT_BOUNDS.text));
  if (isKevCsv(text)) return { format: 'KEV', catalogue: readKevCsv(decoded(bytes)) };
  const links = linksOfIndex(text);
  if (links) return { format: 'INDEX', of: 'CSAF', links };
  throw new Unreadable('', 'This is neither STIX, CSAF, CAP, MISP nor KEV.');
}

function ofXml(root: XmlElement): Recognized {
  if (isAtom(root)) return { format: 'INDEX', of: 'CAP', links: linksOfAtom(root) };
  const alerts = alertsIn(root);
  if (alerts.length === 0) throw new Unreadable(`line ${root.line}`, 'There is no CAP alert in this.');
  return { format: 'CAP', alerts, alone: alerts[0] === root };
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function ofJson(document: unknown): Recognized {
  const entries = isRecord(document) ? Object.entries(document) : [];
  if (isRecord(document)) {
    if (document.type === 'bundle' || (Array.isArray(document.objects) && !('document' in document)))
      return { format: 'STIX', envelope: null };
    if (isKev(document)) return { format: 'KEV', catalogue: readKev(document) };
    if (isRecord(document.document) && 'csaf_version' in document.document)
      return { format: 'CSAF', document };
    if ('canonical_url' in document && 'metadata_version' in document)
      return { format: 'INDEX', of: 'CSAF', links: linksOfProvider(document) };
    if (isRecord(document.feed)) return { format: 'INDEX', of: 'CSAF', links: linksOfRolie(document) };
    if (
      entries.length > 0 &&
      entries.every(([key, value]) => UUID.test(key) && isRecord(value) && 'info' in value)
    )
      return { format: 'INDEX', of: 'MISP', links: entries.map(([uuid]) => `${uuid}.json`) };
  }
  const [one] = Array.isArray(document) ? document : [document];
  const isEvent =
    isRecord(one) &&
    ('Event' in one || 'Attribute' in one || 'response' in one || ('Orgc' in one && 'info' in one));
  if (isEvent) return { format: 'MISP', document };
  const objects = Array.isArray(document) ? document : [document];
  if (isRecord(one) && typeof one.type === 'string' && typeof one.id === 'string')
    return { format: 'STIX', envelope: { objects } };
  throw new Unreadable('', 'This is JSON, and neither STIX, CSAF, MISP nor KEV.');
}

/** Whether what begins so is a STIX bundle or envelope, of which the rest may be long: it is then taken apart as it arrives. */
export const beginsLikeBundle = (beginning: string): boolean =>
  /^\s*\{/.test(beginning) && /"type"\s*:\s*"bundle"|"objects"\s*:\s*\[/.test(beginning);
