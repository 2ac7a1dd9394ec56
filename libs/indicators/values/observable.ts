import { isIPv4 } from 'node:net';
import { domainToASCII } from 'node:url';
import type { IndicatorType } from '#contract';
import { readNetwork, writeNetwork } from './ip.js';
import { refang } from './refang.js';

export type ValueType = Exclude<IndicatorType, 'PATTERN'>;

/** A plain value in the one way in which it is kept. */
export interface Observable {
  readonly type: ValueType;
  readonly value: string;
}

export const MOST_VALUE = 2_000;

const HASHES: Readonly<Record<number, ValueType>> = { 32: 'MD5', 40: 'SHA1', 64: 'SHA256', 128: 'SHA512' };
const HEX = /^[0-9a-f]+$/i;
/** RFC 1035, section 2.3.4; underscores occur in names of services. */
const LABEL = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/;
const LOCAL_PART = /^[^\s@<>()[\]\\,;:"]{1,64}$/;
const SCHEMES = ['http:', 'https:', 'ftp:', 'ftps:', 'ws:', 'wss:'];

/**
 * What a value is and its canonical form; null for what is none. Defanged addresses are taken as they are meant, letters of
 * names, addresses and hashes as small ones, addresses in the shortest form.
 */
export function readObservable(text: string): Observable | null {
  if (text.length > MOST_VALUE * 2) return null;
  const meant = refang(text);
  if (meant === '' || meant.length > MOST_VALUE) return null;
  return readHash(meant) ?? readAddress(meant) ?? readUrl(meant) ?? readEmail(meant) ?? readDomain(meant);
}

const readHash = (text: string): Observable | null => {
  const type = HASHES[text.length];
  return type && HEX.test(text) ? { type, value: text.toLowerCase() } : null;
};

function readAddress(text: string): Observable | null {
  // Node takes no leading zeros: such an address is in its only form.
  if (isIPv4(text)) return { type: 'IPV4', value: text };
  const network = readNetwork(text);
  return network && { type: network.family === 4 ? 'IPV4' : 'IPV6', value: writeNetwork(network) };
}

function readUrl(text: string): Observable | null {
  if (!/^[a-z][a-z0-9+.-]*:\/\/[^\s]+$/i.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  if (!SCHEMES.includes(url.protocol) || url.hostname === '') return null;
  url.hash = '';
  return url.href.length > MOST_VALUE ? null : { type: 'URL', value: url.href };
}

function readEmail(text: string): Observable | null {
  const at = text.lastIndexOf('@');
  if (at < 1) return null;
  const local = text.slice(0, at);
  const host = domainOf(text.slice(at + 1));
  return host && LOCAL_PART.test(local) ? { type: 'EMAIL', value: `${local.toLowerCase()}@${host}` } : null;
}

function readDomain(text: string): Observable | null {
  const name = domainOf(text);
  return name === null ? null : { type: 'DOMAIN', value: name };
}

/** A full name in ASCII, without its last dot. A name of digits alone would be an address that is none. */
function domainOf(text: string): string | null {
  if (/[\s/@:]/.test(text)) return null;
  const plain = text.replace(/\.$/, '').toLowerCase();
  const name = /^[\x21-\x7e]+$/.test(plain) ? plain : domainToASCII(plain);
  const labels = name.split('.');
  const last = labels.at(-1) ?? '';
  const fits = labels.length > 1 && name.length <= 253 && labels.every((label) => LABEL.test(label));
  return fits && !/^\d+$/.test(last) ? name : null;
}
