import { may, type Principal, PUBLICATION_KINDS, type PublicationKind, postsKind, type Tlp } from '#access';
import type { PublicationContentInput } from '#contract';
import { type Incoming, strictest, unmarked } from '#exchange';
import type { MemberRecord } from '#members';
import { fromSame, type RegionTree } from '#regions';
import type { Settings } from './settings.js';

/** What is to be written, and why it may not go out at once. */
export interface Written {
  readonly content: PublicationContentInput & { readonly tlp: Tlp };
  /** Why it becomes a draft even where release is wished; null where nothing stands in the way. */
  readonly onlyDraft: string | null;
}

/** What a document says as one's own publication: of a kind that the member posts, never looser than it is marked. */
export function contentOf(
  incoming: Incoming,
  settings: Settings,
  { member, tree, now }: { readonly member: MemberRecord; readonly tree: RegionTree; readonly now: string },
): Written {
  const { said } = incoming;
  const kind = kindFor(member, settings.kind ?? said.kind);
  const marked = incoming.tlp ?? unmarked(settings.tlp);
  const tlp = settings.atLeast === null ? marked : strictest(marked, settings.atLeast);
  const { analyticConfidence, sourcing, handling, ...common } = said;
  const content = {
    ...common,
    ...(kind === 'BULLETIN' ? { analyticConfidence, sourcing, handling } : {}),
    kind,
    tlp,
    attribution: settings.anonymous ? 'ANONYMOUS' : 'NAMED',
    audience:
      tlp === 'RED'
        ? { regions: [] }
        : {
            regions: regionsFor(incoming, settings, member, tree),
            memberKinds: [...settings.memberKinds],
            groupIds: [...settings.groupIds],
          },
  } satisfies PublicationContentInput;
  return { content, onlyDraft: lacking(content, now) };
}

const kindFor = (member: MemberRecord, wished: PublicationKind): PublicationKind =>
  [wished, 'ADVISORY' as const, ...PUBLICATION_KINDS].find((kind) => postsKind(member.kind, kind)) ?? wished;

function regionsFor(
  incoming: Incoming,
  settings: Settings,
  member: MemberRecord,
  tree: RegionTree,
): string[] {
  if (settings.regions.length > 0 || settings.groupIds.length > 0) return [...settings.regions];
  const named = incoming.regions
    .map((code) => (code.startsWith('SAME:') ? fromSame(code.slice(5)) : code))
    .filter((code) => code !== undefined && tree.resolve(code))
    .slice(0, 100) as string[];
  return named.length > 0 ? named : [member.jurisdiction ?? 'US'];
}

function lacking(content: PublicationContentInput, now: string): string | null {
  if (content.tlp === 'RED') return 'TLP:RED needs the persons whom it is for.';
  if (content.expiresAt != null && content.expiresAt <= now) return 'It has expired.';
  if (content.kind === 'ALERT' && !(content.severity && content.urgency && content.certainty))
    return 'An alert needs severity, urgency and certainty.';
  return null;
}

/** Whether somebody may release for their own member. */
export const mayRelease = ({ viewer, scopes }: Principal): boolean =>
  viewer !== null && may(viewer, 'publication.release', { memberId: viewer.member.id }, scopes);
