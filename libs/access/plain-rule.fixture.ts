import type { Audience, Commented, MemberKind, Released, Viewer } from './index.js';

/**
 * The table of the access document, row by row, as slow and as plain as can be: what `audienceKeys` and
 * `heldKeys` are held against. It shares nothing with them but the facts.
 */
export function plainlyVisible(viewer: Viewer | null, released: Released): boolean {
  if (viewer === null) return released.tlp === 'CLEAR';
  if (!viewer.active || !viewer.member.active) return false;
  const readsContent = viewer.roles.some((role) => role !== 'AUDITOR');
  if (!readsContent) return released.tlp === 'CLEAR';
  switch (released.tlp) {
    case 'CLEAR':
    case 'GREEN':
      return true;
    case 'RED':
      return (
        released.audience.personIds.includes(viewer.personId) || released.releasedById === viewer.personId
      );
    case 'AMBER':
      return (
        belongsToOriginOrAnalyses(viewer, released) ||
        isAddressed(viewer, released.audience) ||
        isStateAbove(viewer, released.audience)
      );
    case 'AMBER_STRICT':
      return belongsToOriginOrAnalyses(viewer, released) || isAddressed(viewer, released.audience);
  }
}

/** A comment's own audience: its publication's, held to its own TLP, and whoever it is from. */
export function plainlyComments(viewer: Viewer | null, { tlp, on, memberId, personId }: Commented): boolean {
  if (plainlyVisible(viewer, { ...on, tlp })) return true;
  if (viewer === null || !viewer.active || !viewer.member.active) return false;
  if (viewer.roles.every((role) => role === 'AUDITOR')) return false;
  return tlp === 'RED' ? viewer.personId === personId : viewer.member.id === memberId;
}

function belongsToOriginOrAnalyses(viewer: Viewer, released: Released): boolean {
  if (viewer.member.id === released.originId) return true;
  return viewer.member.kind === 'HUB' && viewer.roles.includes('ANALYST');
}

const kindCounts = (kind: MemberKind, audience: Audience): boolean =>
  audience.memberKinds.length === 0 || audience.memberKinds.includes(kind);

function isAddressed(viewer: Viewer, audience: Audience): boolean {
  if (!kindCounts(viewer.member.kind, audience)) return false;
  for (const [region] of audience.regions) {
    if (region !== undefined && viewer.member.jurisdiction.includes(region)) return true;
  }
  for (const group of viewer.groups) {
    if (audience.groupIds.includes(group.id)) return true;
  }
  return false;
}

function isStateAbove(viewer: Viewer, audience: Audience): boolean {
  if (viewer.member.kind !== 'STATE' || !kindCounts('STATE', audience)) return false;
  const own = viewer.member.jurisdiction[0];
  for (const [, ...above] of audience.regions) {
    if (own !== undefined && above.includes(own)) return true;
  }
  return false;
}
