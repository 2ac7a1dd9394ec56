import { readJson } from '../reading/json.js';
import { below, Unreadable } from '../reading/unreadable.js';
import { isRecord } from '../stix/check/kinds.js';

/** An entry of CISA's catalogue of known exploited vulnerabilities. */
export interface KevEntry {
  readonly cve: string;
  readonly vendor: string;
  readonly product: string;
  readonly name: string;
  /** Days as `YYYY-MM-DD`. */
  readonly addedOn: string;
  readonly dueOn: string;
  readonly description: string;
  readonly requiredAction: string;
  readonly knownRansomware: boolean;
}

export interface KevCatalogue {
  readonly version: string;
  readonly entries: readonly KevEntry[];
}

const CVE = /^CVE-\d{4}-\d{4,19}$/;
export const MOST_ENTRIES = 50_000;

export const isKev = (document: Readonly<Record<string, unknown>>): boolean =>
  'catalogVersion' in document && Array.isArray(document.vulnerabilities);

/** @throws Unreadable naming where */
export function readKev(document: unknown): KevCatalogue {
  if (!isRecord(document) || !isKev(document)) throw new Unreadable('', 'This is no KEV catalogue.');
  const { catalogVersion, count } = document;
  const entries = document.vulnerabilities as unknown[];
  if (typeof catalogVersion !== 'string' || !/^\d{4}\.\d\d\.\d\d(?:\.\d+)?$/.test(catalogVersion))
    throw new Unreadable('/catalogVersion', 'This is no version of the catalogue.');
  if (entries.length > MOST_ENTRIES)
    throw new Unreadable('/vulnerabilities', `This holds more than ${MOST_ENTRIES} entries.`);
  if (typeof count === 'number' && count !== entries.length)
    throw new Unreadable('/count', `It says ${count} entries and holds ${entries.length}.`);
  const read = entries.map((entry, index) => {
    const at = below('/vulnerabilities', index);
    return readEntry(entry, (name) => (name === '' ? at : below(at, name)));
  });
  const seen = new Set<string>();
  for (const [index, { cve }] of read.entries()) {
    if (seen.has(cve))
      throw new Unreadable(below(below('/vulnerabilities', index), 'cveID'), 'It names this CVE twice.');
    seen.add(cve);
  }
  return { version: catalogVersion, entries: read };
}

export const readKevText = (text: string): KevCatalogue => readKev(readJson(text));

/** @param at where a property of it lies; without a name, where it lies itself. @throws Unreadable naming that */
export function readEntry(entry: unknown, at: (name: string) => string): KevEntry {
  if (!isRecord(entry)) throw new Unreadable(at(''), 'This must be an entry.');
  const text = (name: string): string => {
    const value = entry[name];
    if (typeof value !== 'string' || value.length > 5_000)
      throw new Unreadable(at(name), 'This must be text.');
    return value.trim();
  };
  const day = (name: string): string => {
    const value = text(name);
    const time = Date.parse(`${value}T00:00:00Z`);
    if (
      !/^\d{4}-\d\d-\d\d$/.test(value) ||
      Number.isNaN(time) ||
      !new Date(time).toISOString().startsWith(value)
    )
      throw new Unreadable(at(name), 'This is no day.');
    return value;
  };
  const cve = text('cveID');
  if (!CVE.test(cve)) throw new Unreadable(at('cveID'), 'This is no CVE id.');
  const ransomware = entry.knownRansomwareCampaignUse || 'Unknown';
  if (ransomware !== 'Known' && ransomware !== 'Unknown')
    throw new Unreadable(at('knownRansomwareCampaignUse'), 'This must be Known or Unknown.');
  return {
    cve,
    vendor: text('vendorProject'),
    product: text('product'),
    name: text('vulnerabilityName'),
    addedOn: day('dateAdded'),
    dueOn: day('dueDate'),
    description: text('shortDescription'),
    requiredAction: text('requiredAction'),
    knownRansomware: ransomware === 'Known',
  };
}
