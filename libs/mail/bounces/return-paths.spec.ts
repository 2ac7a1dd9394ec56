import fc from 'fast-check';
import { Keyring } from '#platform';
import { ReturnPaths } from './return-paths.js';

const keyring = new Keyring(['a secret for this test only, long enough']);
const paths = new ReturnPaths({ bounceAddress: 'Bounces@Hub.example' }, keyring);

it('an address names its delivery, however it is written, and fits into a mailbox name', () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      const address = paths.of(id) as string;
      expect(address.split('@')[0]?.length).toBeLessThanOrEqual(64);
      expect(address).toMatch(/^bounces\+[0-9a-f]{48}@hub\.example$/);
      expect(paths.deliveryOf(address)).toBe(id);
      expect(paths.deliveryOf(address.toUpperCase())).toBe(id);
    }),
  );
});

it('no address that was changed by a character names any', () => {
  fc.assert(
    fc.property(
      fc.uuid(),
      fc.nat({ max: 67 }),
      fc.constantFrom(...'0123456789abcdefx+@.'),
      (id, place, by) => {
        const address = paths.of(id) as string;
        const changed = address.slice(0, place) + by + address.slice(place + 1);
        fc.pre(changed !== address);
        expect(paths.deliveryOf(changed)).toBeNull();
      },
    ),
  );
});

it('outlives a change of secrets, but not another hub', () => {
  const id = '3f0c2a9e-0000-4000-8000-000000000001';
  const address = paths.of(id) as string;
  const next = new Keyring([
    'a newer secret for this test only, long',
    'a secret for this test only, long enough',
  ]);
  const other = new Keyring(['another secret for this test only, long']);
  const on = (ring: Keyring) => new ReturnPaths({ bounceAddress: 'bounces@hub.example' }, ring);
  expect(on(next).deliveryOf(address)).toBe(id);
  expect(on(other).deliveryOf(address)).toBeNull();
});

it('is none where no address is set', () => {
  const none = new ReturnPaths({ bounceAddress: null }, keyring);
  expect(none.of('3f0c2a9e-0000-4000-8000-000000000001')).toBeNull();
  expect(none.deliveryOf('+@')).toBeNull();
});
