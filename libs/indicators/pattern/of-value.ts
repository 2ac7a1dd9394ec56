import type { Observable, ValueType } from '../values/observable.js';

/** STIX 2.1, sections 6.4 to 6.17: the property that holds a value of each type. */
const PATHS: Record<ValueType, string> = {
  IPV4: 'ipv4-addr:value',
  IPV6: 'ipv6-addr:value',
  DOMAIN: 'domain-name:value',
  URL: 'url:value',
  EMAIL: 'email-addr:value',
  MD5: 'file:hashes.MD5',
  SHA1: "file:hashes.'SHA-1'",
  SHA256: "file:hashes.'SHA-256'",
  SHA512: "file:hashes.'SHA-512'",
};

const TYPES = new Map(Object.entries(PATHS).map(([type, path]) => [path, type as ValueType]));

/** The pattern that a plain value stands for. */
export function patternOf({ type, value }: Observable): string {
  const isNetwork = (type === 'IPV4' || type === 'IPV6') && value.includes('/');
  const constant = `'${value.replace(/[\\']/g, '\\$&')}'`;
  return `[${PATHS[type]} ${isNetwork ? 'ISSUBSET' : '='} ${constant}]`;
}

/** The type of the values that a property holds; none for a property that no plain value stands for. */
export const typeAt = (path: string): ValueType | undefined => TYPES.get(path);
