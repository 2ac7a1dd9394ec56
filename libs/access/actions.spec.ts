import fc from 'fast-check';
import { anyViewer } from './arbitraries.fixture.js';
import {
  ACTIONS,
  type Action,
  addressesAlone,
  isNational,
  loosens,
  may,
  mayEver,
  postsKind,
  setsLevelOf,
  type Viewer,
} from './index.js';

const coordinator: Viewer = {
  personId: 'c1',
  active: true,
  since: 0,
  roles: ['COORDINATOR'],
  member: { id: 'dane', kind: 'LOCAL', active: true, since: 0, jurisdiction: ['55025', '55', 'R05', 'US'] },
  groups: [],
};
const withRoles = (roles: Viewer['roles'], kind: Viewer['member']['kind'] = 'LOCAL'): Viewer => ({
  ...coordinator,
  roles,
  member: { ...coordinator.member, kind },
});
const actions = Object.keys(ACTIONS) as Action[];

describe('may', () => {
  it('lets a coordinator run their own member and no other', () => {
    expect(may(coordinator, 'person.manage', { memberId: 'dane' })).toBe(true);
    expect(may(coordinator, 'person.manage', { memberId: 'rock' })).toBe(false);
    expect(may(coordinator, 'person.grantHubRole', { memberId: 'dane' })).toBe(false);
  });

  it('takes hub roles at the hub member only', () => {
    expect(may(withRoles(['OPERATOR'], 'HUB'), 'member.suspend', { memberId: 'rock' })).toBe(true);
    expect(may(withRoles(['OPERATOR'], 'FEDERAL'), 'member.suspend', { memberId: 'rock' })).toBe(false);
    expect(may(withRoles(['AUDITOR'], 'HUB'), 'audit.read', {})).toBe(true);
    expect(may(withRoles(['OPERATOR'], 'HUB'), 'audit.read', {})).toBe(false);
  });

  it('lets an author draft and acknowledge, and not release', () => {
    const author = withRoles(['AUTHOR']);
    expect(may(author, 'publication.draft', { memberId: 'dane' })).toBe(true);
    expect(may(author, 'publication.acknowledge', { memberId: 'dane' })).toBe(true);
    expect(may(author, 'publication.release', { memberId: 'dane' })).toBe(false);
    expect(may(withRoles(['VIEWER']), 'publication.acknowledge', { memberId: 'dane' })).toBe(false);
  });

  it('gives nobody anything who is suspended, not signed in, or without roles', () => {
    for (const action of actions) {
      const target = { memberId: 'dane', personId: 'c1' };
      expect(may(null, action, target)).toBe(false);
      expect(may({ ...withRoles([...coordinator.roles]), active: false }, action, target)).toBe(false);
      expect(may(withRoles([]), action, target)).toBe(false);
    }
  });

  it('narrows an API key to its scopes', () => {
    const releaser = withRoles(['RELEASER']);
    expect(may(releaser, 'publication.release', { memberId: 'dane' }, ['PUBLISH'])).toBe(true);
    expect(may(releaser, 'publication.release', { memberId: 'dane' }, ['READ'])).toBe(false);
    expect(may(coordinator, 'person.manage', { memberId: 'dane' }, ['READ', 'PUBLISH'])).toBe(false);
    expect(may(releaser, 'account.manage', { personId: 'c1' }, ['READ', 'PUBLISH'])).toBe(false);
  });

  it('gives more scopes and never fewer rights to a session than to any key', () => {
    fc.assert(
      fc.property(
        anyViewer,
        fc.constantFrom(...actions),
        fc.subarray(['READ', 'PUBLISH'] as const),
        (viewer, action, scopes) => {
          const target = { memberId: 'm1', personId: 'p1' };
          if (may(viewer, action, target, scopes)) expect(may(viewer, action, target)).toBe(true);
          if (may(viewer, action, target)) expect(mayEver(viewer, action)).toBe(true);
        },
      ),
    );
  });
});

describe('addressing', () => {
  const audience = (...regions: string[][]) => ({ regions, memberKinds: [], groupIds: [], personIds: [] });
  const local = { kind: 'LOCAL', jurisdiction: ['55025', '55', 'R05', 'US'], agreedRegions: [] } as const;

  it('is free within the own state for a local office, and no further', () => {
    expect(addressesAlone(local, audience(['55', 'R05', 'US'], ['55079', '55', 'R05', 'US']))).toBe(true);
    expect(addressesAlone(local, audience(['17', 'R05', 'US']))).toBe(false);
    expect(addressesAlone(local, audience(['55', 'R05', 'US'], ['US']))).toBe(false);
  });

  it('is what the agreement lists for a partner', () => {
    const partner = { kind: 'PARTNER', jurisdiction: [], agreedRegions: ['55'] } as const;
    expect(addressesAlone(partner, audience(['55025', '55', 'R05', 'US']))).toBe(true);
    expect(addressesAlone(partner, audience(['17', 'R05', 'US']))).toBe(false);
    expect(addressesAlone({ ...partner, agreedRegions: [] }, audience(['55025', '55', 'R05', 'US']))).toBe(
      false,
    );
  });

  it('of alert levels is for a state within itself, and for the hub', () => {
    const wisconsin = { kind: 'STATE', jurisdiction: ['55', 'R05', 'US'] } as const;
    expect(setsLevelOf(wisconsin, ['55', 'R05', 'US'])).toBe(true);
    expect(setsLevelOf(wisconsin, ['55025', '55', 'R05', 'US'])).toBe(true);
    expect(setsLevelOf(wisconsin, ['R05', 'US'])).toBe(false);
    expect(setsLevelOf(wisconsin, ['17', 'R05', 'US'])).toBe(false);
    expect(setsLevelOf({ kind: 'HUB', jurisdiction: ['US'] }, ['US'])).toBe(true);
    for (const kind of ['LOCAL', 'FEDERAL', 'PARTNER'] as const)
      expect(setsLevelOf({ kind, jurisdiction: ['US'] }, ['US'])).toBe(false);
  });

  it('knows the nation, who posts what, and what loosens', () => {
    expect(isNational(audience(['55', 'R05', 'US'], ['US']))).toBe(true);
    expect(isNational(audience(['55', 'R05', 'US']))).toBe(false);
    expect(postsKind('LOCAL', 'ALERT')).toBe(true);
    expect(postsKind('LOCAL', 'BULLETIN')).toBe(false);
    expect(postsKind('PARTNER', 'ADVISORY')).toBe(true);
    expect(postsKind('FEDERAL', 'ALERT')).toBe(false);
    expect(loosens('RED', 'AMBER')).toBe(true);
    expect(loosens('AMBER', 'AMBER')).toBe(false);
    expect(loosens('GREEN', 'AMBER')).toBe(false);
  });
});
