import { type MemberKind, ROLES, type Role, type Viewer } from './types.js';

/** What an API key may be good for; a session is good for everything its person may do. No action goes with feeds. */
export const KEY_SCOPES = ['READ', 'PUBLISH', 'FEED'] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

/** How the one who acts stands to the object: it is theirs, their member's, or they act for the hub. */
export type Relation = 'SELF' | 'OWN' | 'HUB';

interface Rule {
  readonly by: readonly { readonly relation: Relation; readonly roles: readonly Role[] }[];
  /** The API key scope that carries this action; without one, only a session does. */
  readonly scope?: KeyScope;
}

const EVERYONE: readonly Role[] = ROLES;
const READERS = ROLES.filter((role) => role !== 'AUDITOR');
const self = (roles: readonly Role[] = EVERYONE) => ({ relation: 'SELF', roles }) as const;
const own = (...roles: Role[]) => ({ relation: 'OWN', roles }) as const;
const hub = (...roles: Role[]) => ({ relation: 'HUB', roles }) as const;

/** Role × action × relation. What is not listed is not allowed. */
export const ACTIONS = {
  'publication.draft': { by: [own('AUTHOR', 'RELEASER')], scope: 'PUBLISH' },
  'publication.preview': { by: [own('AUTHOR', 'RELEASER'), hub('ANALYST')], scope: 'PUBLISH' },
  'publication.review': { by: [own('RELEASER'), hub('ANALYST')] },
  'publication.release': { by: [own('RELEASER'), hub('ANALYST')], scope: 'PUBLISH' },
  'publication.schedule': { by: [own('RELEASER'), hub('ANALYST')] },
  'publication.revise': { by: [own('RELEASER'), hub('ANALYST')], scope: 'PUBLISH' },
  'publication.changeAudience': { by: [own('RELEASER'), hub('ANALYST')], scope: 'PUBLISH' },
  'publication.withdraw': { by: [own('RELEASER'), hub('ANALYST')], scope: 'PUBLISH' },
  'publication.acknowledge': { by: [own('AUTHOR')], scope: 'PUBLISH' },
  'publication.reach': { by: [own('AUTHOR', 'RELEASER', 'COORDINATOR'), hub('ANALYST')], scope: 'READ' },
  'level.set': { by: [own('RELEASER'), hub('ANALYST')], scope: 'PUBLISH' },
  'comment.post': { by: [own('AUTHOR', 'RELEASER'), hub('ANALYST')], scope: 'PUBLISH' },
  'comment.withdraw': { by: [self(READERS), own('RELEASER')], scope: 'PUBLISH' },
  'comment.remove': { by: [hub('ANALYST')] },
  'indicator.add': { by: [own('RELEASER'), hub('ANALYST')], scope: 'PUBLISH' },
  'indicator.revoke': { by: [own('RELEASER'), hub('ANALYST')], scope: 'PUBLISH' },
  'indicator.sight': { by: [own('AUTHOR', 'RELEASER')], scope: 'PUBLISH' },
  'template.manage': { by: [own('COORDINATOR', 'RELEASER')] },
  'publication.remind': { by: [own('AUTHOR', 'RELEASER', 'COORDINATOR'), hub('ANALYST')], scope: 'PUBLISH' },
  'subscription.manageOwn': { by: [self(READERS)] },
  'subscription.manageMember': { by: [own('COORDINATOR')] },
  'webhook.manageOwn': { by: [self(READERS)] },
  'webhook.manageMember': { by: [own('COORDINATOR')] },
  'preferences.setOwn': { by: [self(READERS)] },
  'preferences.readMember': { by: [own('COORDINATOR')], scope: 'READ' },
  'preferences.setMember': { by: [own('COORDINATOR')] },
  'inbox.mark': { by: [self(READERS)], scope: 'READ' },
  'account.manage': { by: [self()] },
  'account.signOut': { by: [self()], scope: 'READ' },
  'member.create': { by: [hub('OPERATOR')] },
  'member.update': { by: [hub('OPERATOR')] },
  'member.configure': { by: [own('COORDINATOR'), hub('OPERATOR')] },
  'member.suspend': { by: [hub('OPERATOR')] },
  'person.read': { by: [own(...READERS), hub('OPERATOR')], scope: 'READ' },
  'person.manage': { by: [own('COORDINATOR'), hub('OPERATOR')] },
  'person.grantHubRole': { by: [hub('OPERATOR')] },
  'group.create': { by: [own('COORDINATOR')] },
  'group.manage': { by: [own('COORDINATOR')] },
  'group.leave': { by: [own('COORDINATOR')] },
  'catalogue.update': { by: [hub('ANALYST', 'OPERATOR')], scope: 'PUBLISH' },
  'region.addPlace': { by: [hub('OPERATOR')] },
  'remote.manage': { by: [hub('OPERATOR')] },
  'remote.read': { by: [hub('OPERATOR')], scope: 'READ' },
  'delivery.operate': { by: [hub('OPERATOR')], scope: 'READ' },
  'delivery.replay': { by: [hub('OPERATOR')] },
  'audit.read': { by: [hub('AUDITOR')], scope: 'READ' },
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof ACTIONS;

/** The object acted upon: the person or the member it belongs to. */
export interface Target {
  readonly personId?: string;
  readonly memberId?: string;
}

const relations: Record<Relation, (viewer: Viewer, target: Target) => boolean> = {
  SELF: (viewer, target) => target.personId === viewer.personId,
  OWN: (viewer, target) => target.memberId === viewer.member.id,
  HUB: (viewer) => isHub(viewer.member.kind),
};

const isHub = (kind: MemberKind): boolean => kind === 'HUB';

/**
 * May this viewer do that to this object? Asked beside visibility, never instead of it.
 * @param scopes the API key's scopes, or `null` for a session, which is not narrowed
 */
export function may(
  viewer: Viewer | null,
  action: Action,
  target: Target,
  scopes: readonly KeyScope[] | null = null,
): boolean {
  if (viewer === null || !viewer.active || !viewer.member.active) return false;
  const rule: Rule = ACTIONS[action];
  if (scopes !== null && (rule.scope === undefined || !scopes.includes(rule.scope))) return false;
  return rule.by.some(
    ({ relation, roles }) =>
      relations[relation](viewer, target) && roles.some((role) => viewer.roles.includes(role)),
  );
}

/** Whether some object could exist on which this viewer may act so: what a screen offers. */
export function mayEver(
  viewer: Viewer | null,
  action: Action,
  scopes: readonly KeyScope[] | null = null,
): boolean {
  return (
    viewer !== null && may(viewer, action, { personId: viewer.personId, memberId: viewer.member.id }, scopes)
  );
}
