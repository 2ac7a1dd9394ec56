import { below, Unreadable } from '../../reading/unreadable.js';
import { isRecord, type Kind, list, ref, text, uri } from './kinds.js';

/** Hexadecimal digits of the well-known hashes. STIX 2.1, section 10.7. */
const DIGITS: Readonly<Record<string, number>> = {
  MD5: 32,
  'SHA-1': 40,
  'SHA-256': 64,
  'SHA-512': 128,
  'SHA3-256': 64,
  'SHA3-512': 128,
};

/** STIX 2.1, section 2.7. */
export const hashes: Kind = (value, at) => {
  if (!isRecord(value) || Object.keys(value).length === 0)
    throw new Unreadable(at, 'This must be an object of hashes that is not empty.');
  for (const [name, hash] of Object.entries(value)) {
    const digits = DIGITS[name];
    const right =
      typeof hash === 'string' &&
      (digits ? hash.length === digits && /^[0-9A-Fa-f]+$/.test(hash) : hash !== '');
    if (!right || !/^[A-Za-z0-9_-]{2,250}$/.test(name))
      throw new Unreadable(below(at, name), 'This is no such hash.');
  }
};

/** STIX 2.1, section 2.5. */
export const externalReference: Kind = (value, at) => {
  if (!isRecord(value)) throw new Unreadable(at, 'This must be an external reference.');
  text(value.source_name, below(at, 'source_name'));
  for (const name of ['description', 'external_id']) if (name in value) text(value[name], below(at, name));
  if ('url' in value) uri(value.url, below(at, 'url'));
  if ('hashes' in value) hashes(value.hashes, below(at, 'hashes'));
  if (value.source_name === 'cve' && !/^CVE-\d{4}-\d{4,19}$/.test(String(value.external_id)))
    throw new Unreadable(below(at, 'external_id'), 'A reference to a CVE names its id.');
  if (!['description', 'url', 'external_id'].some((name) => name in value))
    throw new Unreadable(at, 'An external reference has a description, a url or an external_id.');
};

/** STIX 2.1, section 2.11. */
export const killChainPhase: Kind = (value, at) => {
  if (!isRecord(value)) throw new Unreadable(at, 'This must be a kill-chain phase.');
  for (const name of ['kill_chain_name', 'phase_name']) text(value[name], below(at, name));
};

const SELECTOR = /^[a-z0-9_-]{2,250}(?:\.(?:\[\d{1,9}\]|[A-Za-z0-9_-]{1,250}))*$/;

/** STIX 2.1, section 7.2.3. */
export const granularMarking: Kind = (value, at) => {
  if (!isRecord(value)) throw new Unreadable(at, 'This must be a granular marking.');
  if ('marking_ref' in value === 'lang' in value)
    throw new Unreadable(at, 'A granular marking has a marking_ref or a lang, and not both.');
  if ('marking_ref' in value) ref('marking-definition')(value.marking_ref, below(at, 'marking_ref'));
  list((selector, place) => {
    if (typeof selector !== 'string' || selector.length > 2_000 || !SELECTOR.test(selector))
      throw new Unreadable(place, 'This is no selector.');
  })(value.selectors, below(at, 'selectors'));
};

const EXTENSION_TYPES = [
  'new-sdo',
  'new-sco',
  'new-sro',
  'property-extension',
  'toplevel-property-extension',
];

/** Extensions that the standard defines for a type; every other is named by its definition. STIX 2.1, section 7.3. */
const PREDEFINED: Readonly<Record<string, readonly string[]>> = {
  file: ['archive-ext', 'ntfs-ext', 'pdf-ext', 'raster-image-ext', 'windows-pebinary-ext'],
  'network-traffic': ['http-request-ext', 'icmp-ext', 'socket-ext', 'tcp-ext'],
  process: ['windows-process-ext', 'windows-service-ext'],
  'user-account': ['unix-account-ext'],
};

/** STIX 2.1, section 3.2, `extensions`. */
export const extensions =
  (type: string): Kind =>
  (value, at) => {
    if (!isRecord(value) || Object.keys(value).length === 0)
      throw new Unreadable(at, 'This must be an object of extensions that is not empty.');
    for (const [name, extension] of Object.entries(value)) {
      const place = below(at, name);
      if (!PREDEFINED[type]?.includes(name)) ref('extension-definition')(name, place);
      if (!isRecord(extension)) throw new Unreadable(place, 'This must be an object.');
      const said = extension.extension_type;
      if (said !== undefined && !EXTENSION_TYPES.includes(said as string))
        throw new Unreadable(
          below(place, 'extension_type'),
          `This must be one of ${EXTENSION_TYPES.join(', ')}.`,
        );
    }
  };
