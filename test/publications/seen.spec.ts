import fc from 'fast-check';
import { audienceKeys, heldKeys, opens, principalOf, type Viewer } from '#access';
import { releaseKeys, seenAs } from '#publications';
import { anyReleased, anyViewer } from '../../libs/access/arbitraries.fixture.js';
import { plainlyVisible } from '../../libs/access/plain-rule.fixture.js';

describe('seenAs', () => {
  it('is what the access document says of parts, of the present and of what is lost, for anybody', () => {
    fc.assert(
      fc.property(
        anyViewer,
        anyReleased,
        anyReleased,
        anyReleased,
        fc.integer({ min: 1, max: 60 }),
        (viewer, before, own, now, sequence) => {
          const keys = audienceKeys(own);
          const lostKeys = [...audienceKeys(before)].filter((key) => !keys.has(key));
          const entry = { sequence, keys: [...keys], lostKeys, presentKeys: [...audienceKeys(now)] };
          const as = seenAs(principalOf(viewer), entry);
          const own_ = plainlyVisible(viewer, own);
          expect(as === 'RELEASE').toBe(own_ && plainlyVisible(viewer, now));
          if (as === 'UNAVAILABLE') expect(!own_ && plainlyVisible(viewer, before)).toBe(true);
          const heldLong =
            viewer === null ||
            [viewer, viewer.member, ...viewer.groups].every(({ since }) => since < sequence);
          if (!own_ && plainlyVisible(viewer, before) && heldLong) expect(as).toBe('UNAVAILABLE');
        },
      ),
      { numRuns: 5_000 },
    );
  });

  it('tells nothing of a closing to whoever got their key at or after it', () => {
    const viewer = (since: number): Viewer => ({
      personId: 'p',
      active: true,
      since,
      roles: ['VIEWER'],
      member: { id: 'm', kind: 'LOCAL', active: true, since: 0, jurisdiction: ['55025', '55', 'R05', 'US'] },
      groups: [],
    });
    const entry = { sequence: 10, keys: ['at:17'], lostKeys: ['at:55'], presentKeys: ['at:17'] };
    expect(seenAs(principalOf(viewer(9)), entry)).toBe('UNAVAILABLE');
    expect(seenAs(principalOf(viewer(10)), entry)).toBeNull();
    expect(seenAs(principalOf(viewer(9)), { ...entry, lostKeys: ['at:12'] })).toBeNull();
  });
});

describe('releaseKeys', () => {
  it('open of what is released the same as all keys that are held', () => {
    fc.assert(
      fc.property(anyViewer, anyReleased, (viewer, released) => {
        const held = heldKeys(viewer);
        expect(opens(new Set(releaseKeys(held)), audienceKeys(released))).toBe(
          opens(held, audienceKeys(released)),
        );
      }),
      { numRuns: 2_000 },
    );
  });
});
