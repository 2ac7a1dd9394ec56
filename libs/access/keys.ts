import type { Audience, Commented, Drafted, MemberKind, RegionLine, Released, Tlp, Viewer } from './types.js';

/** A lock and the key that opens it are the same text. */
export type Key = string;

export const PUBLIC_KEY: Key = 'public';
export const COMMUNITY_KEY: Key = 'community';
export const ANALYST_KEY: Key = 'analyst';
export const REVIEW_KEY: Key = 'review';
export const originKey = (memberId: string): Key => `origin:${memberId}`;
export const personKey = (personId: string): Key => `person:${personId}`;
export const draftKey = (memberId: string): Key => `draft:${memberId}`;

const narrowed = (base: string, kind?: MemberKind): Key => (kind ? `${base}:${kind}` : base);
const atKey = (region: string, kind?: MemberKind): Key => narrowed(`at:${region}`, kind);
const groupKey = (groupId: string, kind?: MemberKind): Key => narrowed(`group:${groupId}`, kind);
const stateAboveKey = (state: string): Key => `above:${state}`;

const isState = (region: string): boolean => /^\d\d$/.test(region);

/** The state that lies strictly above a region, if there is one. */
const stateAbove = (line: RegionLine): string | undefined => line.slice(1).find(isState);

function restrainedKeys(audience: Audience, strict: boolean): Key[] {
  const kinds = audience.memberKinds.length ? audience.memberKinds : [undefined];
  const keys: Key[] = [];
  for (const kind of kinds) {
    for (const [region] of audience.regions) if (region) keys.push(atKey(region, kind));
    for (const groupId of audience.groupIds) keys.push(groupKey(groupId, kind));
  }
  const statesMaySee = !strict && (!audience.memberKinds.length || audience.memberKinds.includes('STATE'));
  if (statesMaySee) {
    for (const line of audience.regions) {
      const state = stateAbove(line);
      if (state) keys.push(stateAboveKey(state));
    }
  }
  return keys;
}

const keysByTlp: Record<Exclude<Tlp, 'RED'>, (audience: Audience) => Key[]> = {
  CLEAR: () => [PUBLIC_KEY],
  GREEN: () => [COMMUNITY_KEY],
  AMBER: (audience) => restrainedKeys(audience, false),
  AMBER_STRICT: (audience) => restrainedKeys(audience, true),
};

/** The keys that open a released revision: what it is addressed to. */
export function audienceKeys(released: Released): Set<Key> {
  if (released.tlp === 'RED') {
    return new Set([...released.audience.personIds, released.releasedById].map(personKey));
  }
  return new Set([...keysByTlp[released.tlp](released.audience), originKey(released.originId), ANALYST_KEY]);
}

/**
 * The keys of a comment's own audience: whom its publication was addressed to, as far as the comment's TLP lets them see, and
 * whoever it is from. Whoever sees the comment must hold a key of the publication's present audience besides.
 */
export function commentKeys({ tlp, on, memberId, personId }: Commented): Set<Key> {
  return audienceKeys({ ...on, tlp }).add(tlp === 'RED' ? personKey(personId) : originKey(memberId));
}

/** The keys that open a draft: its origin's authors and releasers, and hub analysts once it is submitted. */
export function draftKeys(draft: Drafted): Set<Key> {
  return new Set(draft.submitted ? [draftKey(draft.originId), REVIEW_KEY] : [draftKey(draft.originId)]);
}

/**
 * The keys that a viewer holds now. A suspended person or member holds none, not even those of the public.
 * An account that is auditor and nothing else reads what is public and no more.
 */
export function heldKeys(viewer: Viewer | null): Set<Key> {
  if (viewer === null) return new Set([PUBLIC_KEY]);
  const { member, roles } = viewer;
  if (!viewer.active || !member.active) return new Set();
  if (roles.length === 0 || roles.every((role) => role === 'AUDITOR')) return new Set([PUBLIC_KEY]);

  const keys = new Set([PUBLIC_KEY, COMMUNITY_KEY, originKey(member.id), personKey(viewer.personId)]);
  for (const region of member.jurisdiction) keys.add(atKey(region)).add(atKey(region, member.kind));
  for (const { id } of viewer.groups) keys.add(groupKey(id)).add(groupKey(id, member.kind));
  const [jurisdiction] = member.jurisdiction;
  if (member.kind === 'STATE' && jurisdiction) keys.add(stateAboveKey(jurisdiction));
  if (roles.includes('AUTHOR') || roles.includes('RELEASER')) keys.add(draftKey(member.id));
  if (member.kind === 'HUB' && roles.includes('ANALYST')) keys.add(ANALYST_KEY).add(REVIEW_KEY);
  return keys;
}

/**
 * The release log's sequence since which the viewer has held a key without a break.
 * Whoever got a key only later never knew what was closed before, and is not told of its closing.
 */
export function heldSince(viewer: Viewer | null, key: Key): number {
  if (viewer === null) return 0;
  const base = Math.max(viewer.since, viewer.member.since);
  const group = viewer.groups.find(
    ({ id }) => key === groupKey(id) || key === groupKey(id, viewer.member.kind),
  );
  return group ? Math.max(base, group.since) : base;
}

/** The one rule: two sets of keys intersect. */
export function opens(held: ReadonlySet<Key>, keys: Iterable<Key>): boolean {
  for (const key of keys) if (held.has(key)) return true;
  return false;
}

/** May this viewer see what these keys lock? A part of a publication needs both its own keys and the present ones. */
export function visible(viewer: Viewer | null, ...locks: readonly Iterable<Key>[]): boolean {
  const held = heldKeys(viewer);
  return locks.every((keys) => opens(held, keys));
}

/** Whether a viewer who sees a publication can also tell who posted it. */
export function tellsOrigin(
  held: ReadonlySet<Key>,
  publication: { originId: string; attribution: 'NAMED' | 'ANONYMOUS' },
): boolean {
  return (
    publication.attribution === 'NAMED' || held.has(originKey(publication.originId)) || held.has(ANALYST_KEY)
  );
}
