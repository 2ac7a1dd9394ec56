import type { MemberKind, Role } from '#access';

/** A member of the world and its people. */
export interface Cast {
  readonly kind: MemberKind;
  readonly jurisdiction: string | null;
  readonly agreedRegions?: readonly string[];
  readonly twoPersonRelease?: boolean;
  readonly people: Readonly<Record<string, Desk>>;
}

export interface Desk {
  readonly roles: readonly Role[];
  /** Listed for other members. */
  readonly contact?: true;
  /** Asks by a session cookie instead of a token. */
  readonly cookie?: true;
}

const ALL: readonly Role[] = ['VIEWER', 'AUTHOR', 'RELEASER', 'COORDINATOR'];

/** Two counties of one state and a town below one of them, their state, another state and its county, and all other kinds. */
export const CAST: Readonly<Record<string, Cast>> = {
  wisconsin: {
    kind: 'STATE',
    jurisdiction: '55',
    people: {
      official: { roles: ['AUTHOR', 'RELEASER'], contact: true },
      secretary: { roles: ['VIEWER', 'COORDINATOR'], cookie: true },
    },
  },
  illinois: { kind: 'STATE', jurisdiction: '17', people: { chief: { roles: ALL, cookie: true } } },
  dane: {
    kind: 'LOCAL',
    jurisdiction: '55025',
    people: {
      clerk: { roles: ALL, contact: true },
      deputy: { roles: ['VIEWER', 'AUTHOR'], cookie: true },
      sleeper: { roles: ['VIEWER'] },
    },
  },
  milwaukee: {
    kind: 'LOCAL',
    jurisdiction: '55079',
    twoPersonRelease: true,
    people: { commissioner: { roles: ALL }, assistant: { roles: ['RELEASER'], contact: true } },
  },
  madison: { kind: 'LOCAL', jurisdiction: '5502548000', people: { townclerk: { roles: ALL, cookie: true } } },
  cook: { kind: 'LOCAL', jurisdiction: '17031', people: { registrar: { roles: ALL, contact: true } } },
  cisa: {
    kind: 'FEDERAL',
    jurisdiction: 'US',
    people: { advisor: { roles: ['AUTHOR', 'RELEASER'], contact: true }, reader: { roles: ['VIEWER'] } },
  },
  fbi: { kind: 'FEDERAL', jurisdiction: 'US', people: { agent: { roles: ALL, cookie: true } } },
  hub: {
    kind: 'HUB',
    jurisdiction: 'US',
    people: {
      analyst: { roles: ['VIEWER', 'AUTHOR', 'RELEASER', 'ANALYST'], contact: true },
      reviewer: { roles: ['ANALYST'], cookie: true },
      operator: { roles: ['COORDINATOR', 'OPERATOR'] },
      auditor: { roles: ['AUDITOR'] },
    },
  },
  vendor: {
    kind: 'PARTNER',
    jurisdiction: null,
    agreedRegions: ['55'],
    people: { engineer: { roles: ALL, contact: true } },
  },
  association: { kind: 'PARTNER', jurisdiction: null, people: { director: { roles: ALL } } },
  dodge: { kind: 'LOCAL', jurisdiction: '55027', people: { gone: { roles: ALL, contact: true } } },
};

/** API keys by which some ask. */
export const KEYS = [
  { person: 'clerk', scopes: ['READ'] },
  { person: 'official', scopes: ['READ', 'PUBLISH'] },
] as const;
