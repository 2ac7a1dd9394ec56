import fc from 'fast-check';
import { type Key, opens, personKey } from '#access';
import { Connection, Listener, type Wire } from './connection.js';
import { SHARED } from './harness.fixture.js';
import { LiveSet } from './live-set.js';
import { byEachKey, partition } from './partition.js';
import type { LogEntry } from './ports.js';

const KEYS: readonly Key[] = ['a', 'b', 'c', 'd', personKey('p1')];
const someKeys = fc.subarray([...KEYS]);
const anyEntry: fc.Arbitrary<LogEntry> = fc.record({
  sequence: fc.constant(1),
  keys: someKeys,
  presentKeys: someKeys,
  lostKeys: someKeys,
  locks: fc.array(someKeys, { maxLength: 2 }),
  tellingKeys: fc.subarray(['a', 'b']),
});

/** Listeners in step, each with these keys and nothing else. */
function listening(held: readonly (readonly Key[])[]): LiveSet {
  const live = new LiveSet(() => {});
  for (const keys of held) {
    const principal = { viewer: null, held: new Set(keys), scopes: null, sessionId: null };
    const standing = { principal, expiresAt: Number.POSITIVE_INFINITY };
    live.join(new Listener(new Connection({} as Wire, standing, 0), 'o', SHARED, null, 0, null));
  }
  return live;
}
const heldBy = (listener: Listener) => listener.connection.standing.principal.held;

describe('the groups in which an entry is given out', () => {
  it('have whoever holds a key of the entry and of the present audience, or lost sight of it', () => {
    fc.assert(
      fc.property(anyEntry, fc.array(someKeys, { maxLength: 8 }), (entry, held) => {
        const told = partition(listening(held), entry).flatMap(({ listeners, outcome }) =>
          listeners.map((listener) => [...heldBy(listener), outcome].join(' ')),
        );
        const expected = held.flatMap((keys) => {
          const own = opens(new Set(keys), entry.keys);
          if (own && opens(new Set(keys), entry.presentKeys)) return [[...keys, 'RELEASE'].join(' ')];
          return !own && opens(new Set(keys), entry.lostKeys) ? [[...keys, 'UNAVAILABLE'].join(' ')] : [];
        });
        expect(told.sort()).toEqual(expected.sort());
      }),
      { numRuns: 2_000 },
    );
  });

  it('share a result only where every lock and every telling key comes to the same for all', () => {
    fc.assert(
      fc.property(anyEntry, fc.array(someKeys, { maxLength: 8 }), fc.boolean(), (entry, held, apart) => {
        const live = listening(held);
        for (const group of apart ? byEachKey(live, entry) : partition(live, entry)) {
          for (const listener of group.shared ? group.listeners : []) {
            const own = heldBy(listener);
            for (const lock of [entry.keys, entry.presentKeys, ...entry.locks]) {
              expect(opens(group.held, lock)).toBe(opens(own, lock));
            }
            for (const key of entry.tellingKeys) expect(group.held.has(key)).toBe(own.has(key));
            if (apart) for (const key of group.held) expect(own.has(key)).toBe(true);
          }
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('are of one each where a key is one person’s', () => {
    const live = listening([['a'], ['a'], [personKey('p1')]]);
    const entry = { sequence: 1, keys: KEYS, presentKeys: KEYS, lostKeys: [], locks: [], tellingKeys: [] };
    const groups = partition(live, entry).map(({ shared, listeners }) => [shared, listeners.length]);
    expect(groups.sort()).toEqual([
      [false, 1],
      [true, 2],
    ]);
  });

  it('are few where many hold different keys to the same', () => {
    const keys = Array.from({ length: 200 }, (_, place) => `at:${place}`);
    const live = listening(keys.map((key) => [key]));
    const entry = { sequence: 1, keys, presentKeys: keys, lostKeys: [], locks: [], tellingKeys: [] };
    expect(partition(live, entry)).toHaveLength(1);
    expect(byEachKey(live, entry)).toHaveLength(200);
  });
});
