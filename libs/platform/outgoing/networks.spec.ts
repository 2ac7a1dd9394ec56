import fc from 'fast-check';
import { Networks, readNetwork } from './networks.js';

const REFUSED = [
  ...['127.0.0.1', '127.255.255.254', '0.0.0.0', '0.1.2.3', '10.0.0.1', '172.16.0.1', '172.31.255.255'],
  ...['192.168.1.1', '169.254.169.254', '100.64.0.1', '192.0.0.1', '192.0.2.1', '198.18.0.1', '198.51.100.7'],
  ...['203.0.113.9', '224.0.0.1', '240.0.0.1', '255.255.255.255'],
  ...[
    '::',
    '::1',
    'fe80::1',
    'fc00::1',
    'fd12:3456::1',
    'fec0::1',
    'ff02::1',
    '2001:db8::1',
    '2002:7f00:1::1',
  ],
  ...['::ffff:127.0.0.1', '::ffff:10.0.0.1', '::ffff:a9fe:a9fe', '64:ff9b::7f00:1', '64:ff9b::a00:1'],
  ...['64:ff9b:1::1', '2001::1', '100::1', 'localhost', '', 'example.org', '127.1'],
];
const ADMITTED = [
  '8.8.8.8',
  '172.32.0.1',
  '192.169.0.1',
  '2606:4700::1111',
  '::ffff:8.8.8.8',
  '64:ff9b::808:808',
];

describe('networks to which the hub may connect', () => {
  const open = new Networks([]);

  it.each(REFUSED)('refuses %j', (address) => {
    expect(open.admits(address)).toBe(false);
  });

  it.each(ADMITTED)('admits %j', (address) => {
    expect(open.admits(address)).toBe(true);
    expect(open.isAllowed(address)).toBe(false);
  });

  it('admits what an operator allows, and only that', () => {
    const own = new Networks(['10.20.0.0/16', 'fd00:1::/64', '127.0.0.1']);
    expect(['10.20.3.4', 'fd00:1::7', '127.0.0.1', '::ffff:10.20.3.4'].map((one) => own.admits(one))).toEqual(
      [true, true, true, true],
    );
    expect(['10.21.0.1', 'fd00:2::7', '127.0.0.2', '::1'].map((one) => own.admits(one))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('decides alike however IPv4 is written as IPv6', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(open.admits(`::ffff:${address}`)).toBe(open.admits(address));
        expect(open.admits(`64:ff9b::${address}`)).toBe(open.admits(address));
      }),
    );
  });

  it('reads networks', () => {
    expect(readNetwork('10.0.0.0/8')).not.toBeNull();
    expect(['10.0.0.0/33', 'ten', '', '10.0.0.0/8/8'].map(readNetwork)).toEqual([null, null, null, null]);
  });
});
