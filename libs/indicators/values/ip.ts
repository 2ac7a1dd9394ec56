import { isIPv4, isIPv6 } from 'node:net';

const MAPPED = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/;
const V4_BITS = 32;
const V6_BITS = 128;

/** A network or, with all bits, one address. */
export interface Network {
  readonly family: 4 | 6;
  /** The address as a number; bits beyond the prefix are 0. */
  readonly base: bigint;
  readonly prefix: number;
}

/** Reads `192.0.2.1`, `192.0.2.0/24`, `2001:db8::1` and `2001:db8::/32`; null for anything else. IPv4 in IPv6 is IPv4. */
export function readNetwork(text: string): Network | null {
  const [address = '', bits, ...more] = text.split('/');
  if (more.length > 0 || (bits !== undefined && !/^\d{1,3}$/.test(bits))) return null;
  if (isIPv4(address)) return network(4, v4(address), bits);
  if (!isIPv6(address) || address.includes('%')) return null;
  const whole = hextets(address);
  const mapped = MAPPED.exec(compressed(whole));
  if (mapped && bits === undefined) return network(4, whole & 0xffff_ffffn, bits);
  return network(6, whole, bits);
}

function network(family: 4 | 6, value: bigint, bits: string | undefined): Network | null {
  const most = family === 4 ? V4_BITS : V6_BITS;
  const prefix = bits === undefined ? most : Number(bits);
  if (prefix > most) return null;
  const free = BigInt(most - prefix);
  return { family, base: (value >> free) << free, prefix };
}

/** The one way to write it: IPv4 with dots, IPv6 by RFC 5952, the prefix only where it is less than all bits. */
export function writeNetwork({ family, base, prefix }: Network): string {
  const address =
    family === 4 ? [24n, 16n, 8n, 0n].map((shift) => (base >> shift) & 255n).join('.') : compressed(base);
  return prefix === (family === 4 ? V4_BITS : V6_BITS) ? address : `${address}/${prefix}`;
}

/** Whether all of one network lies in another. */
export const liesIn = (inner: Network, outer: Network): boolean => {
  if (inner.family !== outer.family || inner.prefix < outer.prefix) return false;
  const free = BigInt((outer.family === 4 ? V4_BITS : V6_BITS) - outer.prefix);
  return inner.base >> free === outer.base >> free;
};

const v4 = (address: string): bigint =>
  address.split('.').reduce((value, part) => (value << 8n) | BigInt(part), 0n);

function hextets(address: string): bigint {
  const [head = '', tail] = dotless(address).split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : new Array<string>(8 - before.length - after.length).fill('0');
  return [...before, ...zeros, ...after].reduce((value, part) => (value << 16n) | BigInt(`0x${part}`), 0n);
}

/** `::ffff:192.0.2.1` with its last four bytes as two groups. */
const dotless = (address: string): string =>
  address.replace(/(\d+\.\d+\.\d+\.\d+)$/, (dotted) => {
    const value = v4(dotted);
    return `${(value >> 16n).toString(16)}:${(value & 0xffffn).toString(16)}`;
  });

/** RFC 5952, section 4: the longest run of two or more zero groups, the first of equals, becomes `::`. */
function compressed(value: bigint): string {
  const groups = Array.from({ length: 8 }, (_, index) => (value >> BigInt(112 - 16 * index)) & 0xffffn);
  let best = { start: 0, length: 0 };
  for (let start = 0; start < 8; start += 1) {
    let length = 0;
    while (start + length < 8 && groups[start + length] === 0n) length += 1;
    if (length > best.length) best = { start, length };
  }
  const text = (part: bigint[]) => part.map((group) => group.toString(16)).join(':');
  if (best.length < 2) return text(groups);
  return `${text(groups.slice(0, best.start))}::${text(groups.slice(best.start + best.length))}`;
}
