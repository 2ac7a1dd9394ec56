import { isIPv6 } from 'node:net';
import type { LiveLimits } from './limits.js';

/** Counts connections in all, by address and by person, and refuses those beyond the limits. */
export class Admissions {
  private readonly counts = new Map<string, number>();

  constructor(private readonly limits: LiveLimits) {}

  /** @returns how to give the place back; null when there is none left */
  fromAddress(address: string): (() => void) | null {
    const { connections, connectionsPerAddress } = this.limits;
    const leaveAll = this.enter('all', connections);
    if (!leaveAll) return null;
    const leave = this.enter(`address ${networkOf(address)}`, connectionsPerAddress);
    if (!leave) {
      leaveAll();
      return null;
    }
    return () => {
      leave();
      leaveAll();
    };
  }

  /** @returns how to give the place back; null when there is none left */
  ofPerson(personId: string): (() => void) | null {
    return this.enter(`person ${personId}`, this.limits.connectionsPerPerson);
  }

  private enter(name: string, most: number): (() => void) | null {
    const count = this.counts.get(name) ?? 0;
    if (count >= most) return null;
    this.counts.set(name, count + 1);
    let entered = true;
    return () => {
      if (!entered) return;
      entered = false;
      const left = (this.counts.get(name) ?? 1) - 1;
      if (left > 0) this.counts.set(name, left);
      else this.counts.delete(name);
    };
  }
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
