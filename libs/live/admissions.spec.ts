import { describe, expect, it } from '@jest/globals';
import { Admissions } from './admissions.js';
import { LIVE_LIMITS } from './limits.js';

const admissions = (limits: Partial<typeof LIVE_LIMITS>) => new Admissions({ ...LIVE_LIMITS, ...limits });

describe('admissions', () => {
  it('gives each address its places, and a place given back to the next', () => {
    const door = admissions({ connectionsPerAddress: 2 });
    const first = door.fromAddress('192.0.2.1');
    door.fromAddress('192.0.2.1');
    expect(door.fromAddress('192.0.2.1')).toBeNull();
    expect(door.fromAddress('192.0.2.2')).not.toBeNull();
    first?.();
    first?.();
    expect(door.fromAddress('192.0.2.1')).not.toBeNull();
    expect(door.fromAddress('192.0.2.1')).toBeNull();
  });

  it('gives no more than there are in all, and keeps none for one who is refused', () => {
    const door = admissions({ connections: 2, connectionsPerAddress: 1 });
    door.fromAddress('192.0.2.1');
    expect(door.fromAddress('192.0.2.1')).toBeNull();
    expect(door.fromAddress('192.0.2.2')).not.toBeNull();
    expect(door.fromAddress('192.0.2.3')).toBeNull();
  });

  it.each([
    ['2001:db8::1', '2001:db8:0:0:ffff::2', true],
    ['2001:db8:0:1::1', '2001:0db8:0000:0001:aaaa:bbbb:cccc:dddd', true],
    ['2001:db8:0:1::1', '2001:db8:0:2::1', false],
    ['::ffff:192.0.2.1', '192.0.2.1', true],
    ['::1', '::2', true],
  ])('counts %s and %s as one network: %s', (one, other, same) => {
    const door = admissions({ connectionsPerAddress: 1 });
    door.fromAddress(one);
    expect(door.fromAddress(other) === null).toBe(same);
  });

  it('counts people by themselves', () => {
    const door = admissions({ connectionsPerPerson: 1 });
    const leave = door.ofPerson('p1');
    expect(door.ofPerson('p1')).toBeNull();
    expect(door.ofPerson('p2')).not.toBeNull();
    leave?.();
    expect(door.ofPerson('p1')).not.toBeNull();
  });
});
