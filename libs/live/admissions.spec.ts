import { describe, expect, it } from '@jest/globals';
import { Admissions } from './admissions.js';
import { LIVE_LIMITS } from './limits.js';

const admissions = (limits: Partial<typeof LIVE_LIMITS>) => new Admissions({ ...LIVE_LIMITS, ...limits });

describe('admissions', () => {
  it('gives each address its places, and a place given back to the next', () => {
    const door = admissions({ connectionsPerAddress: 2 });
    const enter = (address = '192.0.2.1') => door.enterFrom(address);
    expect([enter(), enter(), enter(), enter('192.0.2.2')]).toEqual([true, true, false, true]);
    door.leaveAddress('192.0.2.1');
    expect([enter(), enter()]).toEqual([true, false]);
  });

  it('gives no more than there are in all, and keeps none for one who is refused', () => {
    const door = admissions({ connections: 2, connectionsPerAddress: 1 });
    expect(door.enterFrom('192.0.2.1')).toBe(true);
    expect(door.enterFrom('192.0.2.1')).toBe(false);
    expect(door.enterFrom('192.0.2.2')).toBe(true);
    expect(door.enterFrom('192.0.2.3')).toBe(false);
  });

  it.each([
    ['2001:db8::1', '2001:db8:0:0:ffff::2', true],
    ['2001:db8:0:1::1', '2001:0db8:0000:0001:aaaa:bbbb:cccc:dddd', true],
    ['2001:db8:0:1::1', '2001:db8:0:2::1', false],
    ['::ffff:192.0.2.1', '192.0.2.1', true],
    ['::1', '::2', true],
  ])('counts %s and %s as one network: %s', (one, other, same) => {
    const door = admissions({ connectionsPerAddress: 1 });
    door.enterFrom(one);
    expect(door.enterFrom(other)).toBe(!same);
    door.leaveAddress(other);
    if (same) expect(door.enterFrom(one)).toBe(true);
  });

  it('counts people by themselves', () => {
    const door = admissions({ connectionsPerPerson: 1 });
    expect([door.enterAs('p1'), door.enterAs('p1'), door.enterAs('p2')]).toEqual([true, false, true]);
    door.leavePerson('p1');
    expect(door.enterAs('p1')).toBe(true);
  });
});
