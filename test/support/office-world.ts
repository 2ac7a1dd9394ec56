import type { MemberKind, Role } from '#access';
import { Sessions } from '#identity';
import { Members, People } from '#members';
import { Database } from '#platform';
import type { TestHub } from './hub.js';

const EVERYTHING_LOCAL: readonly Role[] = ['VIEWER', 'AUTHOR', 'RELEASER', 'COORDINATOR'];

const DESKS = {
  clerk: {
    kind: 'LOCAL',
    jurisdiction: '55025',
    name: 'Dane County Election Office',
    roles: EVERYTHING_LOCAL,
  },
  neighbor: {
    kind: 'LOCAL',
    jurisdiction: '55105',
    name: 'Rock County Election Office',
    roles: EVERYTHING_LOCAL,
  },
  official: {
    kind: 'STATE',
    jurisdiction: '55',
    name: 'Wisconsin Elections Commission',
    roles: EVERYTHING_LOCAL,
  },
  distant: {
    kind: 'LOCAL',
    jurisdiction: '12086',
    name: 'Miami-Dade County Election Office',
    roles: EVERYTHING_LOCAL,
  },
  federal: { kind: 'FEDERAL', jurisdiction: 'US', name: 'CISA', roles: EVERYTHING_LOCAL },
  operator: {
    kind: 'HUB',
    jurisdiction: 'US',
    name: 'Hub',
    roles: ['VIEWER', 'COORDINATOR', 'ANALYST', 'OPERATOR', 'AUDITOR'],
  },
} as const satisfies Record<
  string,
  { kind: MemberKind; jurisdiction: string; name: string; roles: readonly Role[] }
>;

export type Desk = keyof typeof DESKS;

export interface Someone {
  readonly memberId: string;
  readonly personId: string;
  readonly token: string;
}

/** A member with one person, who is signed in with a token, for each desk. */
export async function openOffices({ app }: TestHub): Promise<Record<Desk, Someone>> {
  const someone = (desk: Desk): Promise<Someone> =>
    app.get(Database).write(async (tx) => {
      const { roles, ...member } = DESKS[desk];
      const [memberId = ''] = await app.get(Members).insertMany(tx, [member]);
      const person = {
        memberId,
        name: `Desk of ${member.name}`,
        email: `${desk}@office.example`,
        roles,
        contact: true,
      };
      const [personId = ''] = await app.get(People).insertMany(tx, [person]);
      const { secret } = await app.get(Sessions).open(tx, 'TOKEN', { personId, era: 0, userAgent: null });
      return { memberId, personId, token: secret };
    });
  const opened: [Desk, Someone][] = [];
  for (const desk of Object.keys(DESKS) as Desk[]) opened.push([desk, await someone(desk)]);
  return Object.fromEntries(opened) as Record<Desk, Someone>;
}
