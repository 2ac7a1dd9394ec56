import fc from 'fast-check';
import {
  type Commented,
  MEMBER_KINDS,
  type MemberKind,
  type RegionLine,
  type Released,
  ROLES,
  TLPS,
  type Viewer,
} from './index.js';

/** A small tree with every level, in which things meet often enough to matter. */
const LINES: readonly RegionLine[] = [
  ['US'],
  ['R05', 'US'],
  ['R04', 'US'],
  ['55', 'R05', 'US'],
  ['17', 'R05', 'US'],
  ['12', 'R04', 'US'],
  ['55025', '55', 'R05', 'US'],
  ['55079', '55', 'R05', 'US'],
  ['17031', '17', 'R05', 'US'],
  ['12086', '12', 'R04', 'US'],
  ['5502548000', '55025', '55', 'R05', 'US'],
];

const linesOf = (kind: MemberKind): readonly RegionLine[] => {
  const deep = { STATE: 3, LOCAL: 4 } as Partial<Record<MemberKind, number>>;
  if (kind === 'PARTNER') return [[]];
  if (kind === 'FEDERAL' || kind === 'HUB') return [['US']];
  return LINES.filter((line) => (kind === 'LOCAL' ? line.length >= 4 : line.length === (deep[kind] ?? 1)));
};

const memberIds = ['m1', 'm2', 'm3', 'm4'];
const personIds = ['p1', 'p2', 'p3', 'p4', 'p5'];
const groupIds = ['g1', 'g2', 'g3'];

export const anyViewer: fc.Arbitrary<Viewer | null> = fc.option(
  fc.constantFrom(...MEMBER_KINDS).chain((kind) =>
    fc.record({
      personId: fc.constantFrom(...personIds),
      active: fc.boolean().map((suspended) => !suspended || kind === 'LOCAL'),
      since: fc.nat(50),
      roles: fc.subarray([...ROLES]),
      member: fc.record({
        id: fc.constantFrom(...memberIds),
        kind: fc.constant(kind),
        active: fc.oneof({ weight: 6, arbitrary: fc.constant(true) }, fc.constant(false)),
        since: fc.nat(50),
        jurisdiction: fc.constantFrom(...linesOf(kind)),
      }),
      groups: fc
        .subarray(groupIds)
        .chain((ids) => fc.tuple(...ids.map((id) => fc.nat(50).map((since) => ({ id, since }))))),
    }),
  ),
  { freq: 10 },
);

export const anyReleased: fc.Arbitrary<Released> = fc.record({
  tlp: fc.constantFrom(...TLPS),
  originId: fc.constantFrom(...memberIds),
  releasedById: fc.constantFrom(...personIds),
  audience: fc.record({
    regions: fc.subarray([...LINES], { maxLength: 3 }),
    memberKinds: fc.oneof(fc.constant([]), fc.subarray([...MEMBER_KINDS])),
    groupIds: fc.subarray(groupIds),
    personIds: fc.subarray(personIds),
  }),
});

export const anyComment: fc.Arbitrary<Commented> = fc.record({
  tlp: fc.constantFrom(...TLPS),
  on: anyReleased,
  memberId: fc.constantFrom(...memberIds),
  personId: fc.constantFrom(...personIds),
});
