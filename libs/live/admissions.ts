import { isIPv6 } from 'node:net';
import type { LiveLimits } from './limits.js';

/** Counts connections in all, by address and by person, and refuses those beyond the limits. */
export class Admissions {
  private readonly byAddress = new Map<string, number>();
  private readonly byPerson = new Map<string, number>();
  private all = 0;

  constructor(private readonly limits: LiveLimits) {}

  /** @returns whether there is a place; if so, it is given back with `leaveAddress` */
  enterFrom(address: string): boolean {
    const { connections, connectionsPerAddress } = this.limits;
    if (this.all >= connections || !enter(this.byAddress, networkOf(address), connectionsPerAddress))
      return false;
    this.all += 1;
    return true;
  }

  leaveAddress(address: string): void {
    leave(this.byAddress, networkOf(address));
    this.all -= 1;
  }

  /** @returns whether there is a place; if so, it is given back with `leavePerson` */
  enterAs(personId: string): boolean {
    return enter(this.byPerson, personId, this.limits.connectionsPerPerson);
  }

  leavePerson(personId: string): void {
    leave(this.byPerson, personId);
  }
}

function enter(counts: Map<string, number>, name: string, most: number): boolean {
  const count = counts.get(name) ?? 0;
  if (count >= most) return false;
  counts.set(name, count + 1);
  return true;
}

function leave(counts: Map<string, number>, name: string): void {
  const left = (counts.get(name) ?? 1) - 1;
  if (left > 0) counts.set(name, left);
  else counts.delete(name);
}

/** An IPv4 address, or the /64 network of an IPv6 one, since one customer is given all of that. */
function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const left = head === '' ? [] : head.split(':');
  const right = tail ? tail.split(':') : [];
  const middle =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  return [...left, ...middle, ...right]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
