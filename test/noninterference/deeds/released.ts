import type { Audience } from '#access';
import type { AudienceInput, PublicationContentInput } from '#contract';
import type { Asker, DraftFacts, Facts, PublicationFacts, RevisionFacts } from '../model/facts.js';
import type { Touched } from '../model/notice.js';
import {
  atHub,
  knowsPerson,
  personOf,
  presentOf,
  seesDraft,
  seesPublication,
  seesRevision,
  seesTitle,
} from '../model/rules.js';
import { groupsOf } from '../world/content.js';
import type { MayKnow } from '../world/known.js';
import { lineOf } from '../world/regions.js';
import type { World } from '../world/world.js';
import type { Payload } from './deed.js';

/** What somebody asks to be released, by themselves or through a draft. */
export interface Intent {
  readonly originId: string;
  readonly releasedById: string;
  readonly writerMemberId: string;
  readonly content: PublicationContentInput;
  readonly note?: string | null;
  readonly audience: Audience;
  /** The publication that it revises. */
  readonly revisesId: string | null;
  readonly supersedesIds: readonly string[];
  readonly draftId: string | null;
}

export const RELEASE_PAYLOAD = 'outcome publication { id revision { id } } draft { id version }';

export const audienceOf = ({ regions, memberKinds, groupIds, personIds }: AudienceInput): Audience => ({
  regions: (regions ?? []).map(lineOf),
  memberKinds: memberKinds ?? [],
  groupIds: groupIds ?? [],
  personIds: personIds ?? [],
});

/** Writes down what came of it: a release, or a draft that waits for review. */
export function settleRelease(world: World, intent: Intent, payload: Payload): Touched[] {
  if (payload.outcome === 'SUBMITTED_FOR_REVIEW' && payload.draft)
    return settleWaiting(world, intent, payload.draft);
  const { facts } = world;
  const id = payload.publication.id;
  const revisionId = payload.publication.revision?.id ?? '';
  const known: PublicationFacts = facts.publications[id] ?? begun(world, id, intent.originId);
  const { tlp = 'AMBER' } = intent.content;
  const released = {
    tlp: tlp ?? 'AMBER',
    originId: intent.originId,
    releasedById: intent.releasedById,
    audience: withUnseen(facts, intent, known.revisions.at(-1)),
  };
  const at = world.hub.clock.now().toISOString();
  const revision: RevisionFacts = { id: revisionId, released, content: intent.content, at };
  if (known.revisions.length > 0) noteWhoKnows(facts, known);
  known.revisions.push(revision);
  known.latest = world.nextRelease();
  tellRevision(world, id, revision, intent.note);
  const draft: Touched[] = intent.draftId === null ? [] : [{ what: 'draft', id: intent.draftId }];
  if (intent.draftId !== null) delete facts.drafts[intent.draftId];
  const superseded = intent.supersedesIds.flatMap((other) => settleWithdrawal(world, other));
  return [{ what: 'publication', id }, ...superseded, ...draft];
}

export function settleWithdrawal(world: World, id: string, said: unknown = null): Touched[] {
  const publication = world.facts.publications[id];
  if (!publication) return [];
  publication.withdrawn = true;
  publication.latest = world.nextRelease();
  world.known.tellOf(said, (facts, asker) => seesPublication(facts, asker, id));
  return [{ what: 'publication', id }];
}

function settleWaiting(
  world: World,
  intent: Intent,
  { id, version }: { id: string; version: number },
): Touched[] {
  const { facts } = world;
  const before = facts.drafts[id];
  const present = intent.revisesId === null ? undefined : facts.publications[intent.revisesId];
  putDraft(world, {
    id,
    memberId: intent.originId,
    authorId: before?.authorId ?? intent.releasedById,
    writerMemberId: intent.writerMemberId,
    revisesId: intent.revisesId,
    baseRevisionId: before?.baseRevisionId ?? (present ? presentOf(present).id : null),
    supersedesIds: before?.supersedesIds ?? intent.supersedesIds,
    content: intent.content,
    audience: intent.audience,
    submitted: true,
    version,
  });
  world.known.tellOf(intent.note, draftIsSeen(id));
  return [{ what: 'draft', id }];
}

/** Seen as long as the draft is there, by those who see it. */
export const draftIsSeen =
  (id: string): MayKnow =>
  (facts, asker) => {
    const draft = facts.drafts[id];
    return draft !== undefined && seesDraft(facts, asker, draft);
  };

/** Writes a draft down as it is now. */
export function putDraft({ facts, known }: World, draft: DraftFacts): void {
  facts.drafts[draft.id] = draft;
  const mayKnow = draftIsSeen(draft.id);
  known.tell(draft.id, mayKnow);
  known.tell(draft.authorId, mayKnow);
  known.tellOf(draft.content, mayKnow);
}

function begun(world: World, id: string, originId: string): PublicationFacts {
  const publication: PublicationFacts = {
    id,
    originId,
    revisions: [],
    withdrawn: false,
    latest: 0,
    knownTo: [],
  };
  world.facts.publications[id] = publication;
  world.known.tell(id, (facts, asker) => seesPublication(facts, asker, id) || knew(facts, asker, id));
  return publication;
}

const knew = (facts: Facts, { personId }: Asker, id: string): boolean =>
  facts.publications[id]?.knownTo.includes(personId ?? 'NOBODY') ?? false;

/** Everybody who could ask. */
const askers = (facts: Facts): Asker[] =>
  [null, ...Object.keys(facts.people)].map((personId) => ({ personId, scopes: null }));

function noteWhoKnows(facts: Facts, { id, knownTo }: PublicationFacts): void {
  for (const asker of askers(facts)) {
    const name = asker.personId ?? 'NOBODY';
    if (!knownTo.includes(name) && seesPublication(facts, asker, id)) knownTo.push(name);
  }
}

/** Nobody takes out of an audience what they were not shown of it. */
function withUnseen(
  facts: Facts,
  { audience, content, writerMemberId, originId }: Intent,
  present?: RevisionFacts,
): Audience {
  if (!present) return audience;
  const own = groupsOf(facts, writerMemberId);
  const { groupIds, personIds } = present.released.audience;
  const red = content.tlp === 'RED';
  const groups = red ? [] : groupIds.filter((id) => !own.includes(id));
  const persons = red && writerMemberId !== originId ? personIds : [];
  return {
    ...audience,
    groupIds: [...new Set([...audience.groupIds, ...groups])],
    personIds: [...new Set([...audience.personIds, ...persons])],
  };
}

function tellRevision({ known }: World, id: string, revision: RevisionFacts, note?: string | null): void {
  const sees = (facts: Facts, asker: Asker) => seesRevision(facts, asker, id, revision);
  const { title, ...said } = revision.content;
  known.tell(revision.id, sees);
  known.tellOf([said, note], sees);
  known.tellOf(title, (facts, asker) => seesTitle(facts, asker, id, revision));
  const { originId, audience, releasedById, tlp } = revision.released;
  const own = (facts: Facts, asker: Asker) => personOf(facts, asker)?.memberId === originId;
  known.tell(releasedById, (facts, asker) => {
    const publication = facts.publications[id];
    const red = tlp === 'RED' || (publication && presentOf(publication).released.tlp === 'RED');
    return sees(facts, asker) && (own(facts, asker) || (!red && atHub(facts, asker, 'ANALYST')));
  });
  for (const personId of audience.personIds) {
    known.tell(personId, (facts, asker) => sees(facts, asker) && own(facts, asker));
    known.tell(personId, (facts, asker) => knowsPerson(facts, asker, personId));
  }
}
