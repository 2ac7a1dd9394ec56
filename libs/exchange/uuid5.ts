import { createHash } from 'node:crypto';

const PLAIN = /-/g;

/** A UUID of version 5: the same for the same name in a namespace. RFC 9562, section 5.5. */
export function uuid5(namespace: string, name: string): string {
  const space = Buffer.from(namespace.replace(PLAIN, ''), 'hex');
  const bytes = createHash('sha1').update(space).update(name).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The namespace of ids that a hub derives; version 4, made once. */
export const WATCHFIRE_NAMESPACE = '7c1f0f3e-52a4-4d0b-9a35-0d6a7f6f2b61';
