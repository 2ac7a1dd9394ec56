import type { Socket } from 'node:net';
import { expect, it } from '@jest/globals';
import { addressOf } from './address.js';

const socket = { remoteAddress: '192.0.2.9' } as Socket;
const seen = (proxies: number, forwarded?: string) =>
  addressOf(proxies)({ socket, headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded } });

it.each([
  [0, undefined, '192.0.2.9'],
  [0, '203.0.113.1', '192.0.2.9'],
  [1, '203.0.113.1', '203.0.113.1'],
  [1, 'invented, 203.0.113.1', '203.0.113.1'],
  [2, 'invented, 203.0.113.1, 198.51.100.2', '203.0.113.1'],
  [2, '203.0.113.1', '203.0.113.1'],
  [1, undefined, '192.0.2.9'],
  [1, ' , ', '192.0.2.9'],
])('believes %s proxies of %s: %s', (proxies, forwarded, address) => {
  expect(seen(proxies, forwarded)).toBe(address);
});
