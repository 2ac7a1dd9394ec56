import type { KeyScope, Role, Viewer } from '#access';
import { plainlyComments, plainlyVisible } from '../../../libs/access/plain-rule.fixture.js';
import type {
  Asker,
  CommentFacts,
  DraftFacts,
  Facts,
  IndicatorFacts,
  PersonFacts,
  PublicationFacts,
  RevisionFacts,
  SubscriptionFacts,
} from './facts.js';

/*
 * Who may know what, written from the access document row by row and in no other words than the facts: what the hub's answers
 * are held against.
 */

/** The person who asks, if they and their member are active. */
export function personOf(facts: Facts, { personId }: Asker): PersonFacts | null {
  const person = personId === null ? undefined : facts.people[personId];
  return person && !person.suspended && !facts.members[person.memberId]?.suspended ? person : null;
}

/** As the plain predicate takes them. Whoever is suspended cannot ask, and so is nobody. */
export function viewerOf(facts: Facts, asker: Asker): Viewer | null {
  const person = personOf(facts, asker);
  const member = person && facts.members[person.memberId];
  if (!person || !member) return null;
  const groups = Object.values(facts.groups).filter(({ memberIds }) => memberIds.includes(member.id));
  return {
    personId: person.id,
    active: true,
    since: 0,
    roles: person.roles,
    member: { id: member.id, kind: member.kind, active: true, since: 0, jurisdiction: member.jurisdiction },
    groups: groups.map(({ id }) => ({ id, since: 0 })),
  };
}

export const presentOf = ({ revisions }: PublicationFacts): RevisionFacts =>
  revisions.at(-1) as RevisionFacts;

/** What a viewer sees of a publication is decided by its present audience. */
export function seesPublication(facts: Facts, asker: Asker, id: string): boolean {
  const publication = facts.publications[id];
  return publication !== undefined && plainlyVisible(viewerOf(facts, asker), presentOf(publication).released);
}

/** A revision is seen by those who see it by its own audience and by the present one; of what was withdrawn none is. */
export function seesRevision(facts: Facts, asker: Asker, id: string, revision: RevisionFacts): boolean {
  if (facts.publications[id]?.withdrawn) return false;
  return seesPublication(facts, asker, id) && plainlyVisible(viewerOf(facts, asker), revision.released);
}

/** A comment is seen by those who see it by its own audience and its publication by the present one; of what was withdrawn none is. */
export function seesComment(facts: Facts, asker: Asker, comment: CommentFacts): boolean {
  if (facts.publications[comment.publicationId]?.withdrawn) return false;
  return (
    seesPublication(facts, asker, comment.publicationId) && plainlyComments(viewerOf(facts, asker), comment)
  );
}

/** By its own audience and, while it stands, its publication's present one. */
export function seesIndicator(facts: Facts, asker: Asker, id: string): boolean {
  const publicationId = facts.indicators[id]?.publicationId ?? null;
  const withdrawn = publicationId !== null && facts.publications[publicationId]?.withdrawn === true;
  return mayHearOf(facts, asker, id) && !withdrawn;
}

/** Whoever saw an indicator is told by TAXII that it was revoked, also when that was by the withdrawal of its publication. */
export function mayHearOf(facts: Facts, asker: Asker, id: string): boolean {
  const indicator = facts.indicators[id];
  if (!indicator || !plainlyVisible(viewerOf(facts, asker), indicator.released)) return false;
  const { publicationId } = indicator;
  return publicationId === null || seesPublication(facts, asker, publicationId);
}

/** As the publication's, of which it is part; by itself, as it was shared. */
function tellsIndicatorOrigin(
  facts: Facts,
  asker: Asker,
  { id, publicationId, named }: IndicatorFacts,
): boolean {
  if (!seesIndicator(facts, asker, id)) return false;
  return publicationId === null ? named : tellsOrigin(facts, asker, publicationId);
}

/** The title of the present revision outlives a withdrawal, unless it is strict or red. */
export function seesTitle(facts: Facts, asker: Asker, id: string, revision: RevisionFacts): boolean {
  const publication = facts.publications[id];
  if (!publication?.withdrawn) return seesRevision(facts, asker, id, revision);
  const hidden = ['AMBER_STRICT', 'RED'].includes(revision.released.tlp);
  return !hidden && presentOf(publication) === revision && seesPublication(facts, asker, id);
}

const holds = (person: PersonFacts | null, ...roles: Role[]): boolean =>
  person?.roles.some((role) => roles.includes(role)) ?? false;

const isOfHub = (facts: Facts, person: PersonFacts): boolean =>
  facts.members[person.memberId]?.kind === 'HUB';

/** Holds one of the roles of the hub, at the hub. */
export function atHub(facts: Facts, asker: Asker, ...roles: Role[]): boolean {
  const person = personOf(facts, asker);
  return person !== null && isOfHub(facts, person) && holds(person, ...roles);
}

/** Holds one of the roles at this member. */
export function atMember(facts: Facts, asker: Asker, memberId: string, ...roles: Role[]): boolean {
  const person = personOf(facts, asker);
  return person?.memberId === memberId && holds(person, ...roles);
}

/** An auditor and nothing else reads what is public. */
export const reads = (facts: Facts, asker: Asker): boolean =>
  personOf(facts, asker)?.roles.some((role) => role !== 'AUDITOR') ?? false;

/** Whether somebody runs an endpoint: their own or, as coordinator, their member's. */
export const runsEndpoint = (
  facts: Facts,
  asker: Asker,
  { memberId, personId }: SubscriptionFacts,
): boolean => {
  const person = personOf(facts, asker);
  if (!person || asker.scopes !== null) return false;
  if (personId !== null) return person.id === personId && reads(facts, asker);
  return person.memberId === memberId && person.roles.includes('COORDINATOR');
};

/** A key is good for what it was made for; a session for all. */
export const carries = ({ scopes }: Asker, scope: KeyScope | null): boolean =>
  scopes === null || (scope !== null && scopes.includes(scope));

export function seesDraft(facts: Facts, asker: Asker, { memberId, submitted }: DraftFacts): boolean {
  if (!carries(asker, 'READ')) return false;
  return (
    atMember(facts, asker, memberId, 'AUTHOR', 'RELEASER') || (submitted && atHub(facts, asker, 'ANALYST'))
  );
}

/** All of a member's people and their facts: for their own member's readers and for operators. */
export function knowsPeopleOf(facts: Facts, asker: Asker, memberId: string): boolean {
  if (!carries(asker, 'READ')) return false;
  const own = personOf(facts, asker)?.memberId === memberId;
  return (own && reads(facts, asker)) || atHub(facts, asker, 'OPERATOR');
}

/** Oneself, whom one knows by one's own member, and other members' contacts. */
export function knowsPerson(facts: Facts, asker: Asker, id: string): boolean {
  const person = facts.people[id];
  if (!person) return false;
  if (asker.personId === id || knowsPeopleOf(facts, asker, person.memberId)) return true;
  const listed = person.contact && personOf(facts, { personId: id, scopes: null }) !== null;
  return listed && carries(asker, 'READ') && reads(facts, asker);
}

/** Whom what is red and one's own office's names, its people know who see it: also of one who is listed no more. */
export function readsOfPerson(facts: Facts, asker: Asker, id: string): boolean {
  const own = personOf(facts, asker)?.memberId;
  const drafted = Object.values(facts.drafts).some(
    (draft) =>
      draft.memberId === own && draft.audience.personIds.includes(id) && seesDraft(facts, asker, draft),
  );
  if (drafted || knowsPerson(facts, asker, id)) return true;
  return Object.values(facts.publications).some(
    (publication) =>
      publication.originId === own &&
      publication.revisions.some(
        (revision) =>
          revision.released.audience.personIds.includes(id) &&
          seesRevision(facts, asker, publication.id, revision),
      ),
  );
}

/** Runs a member's people: invitations and their links are theirs to know. */
export function runsPeopleOf(facts: Facts, asker: Asker, memberId: string): boolean {
  if (!carries(asker, null)) return false;
  return atMember(facts, asker, memberId, 'COORDINATOR') || atHub(facts, asker, 'OPERATOR');
}

/** Whom a publication reached and who answered is for the origin's people who send, and for analysts unless it is red. */
export function seesReach(facts: Facts, asker: Asker, id: string): boolean {
  const publication = facts.publications[id];
  if (!publication || !carries(asker, 'READ') || !seesPublication(facts, asker, id)) return false;
  if (atMember(facts, asker, publication.originId, 'AUTHOR', 'RELEASER', 'COORDINATOR')) return true;
  return presentOf(publication).released.tlp !== 'RED' && atHub(facts, asker, 'ANALYST');
}

export function mayPreview(facts: Facts, asker: Asker): boolean {
  const person = personOf(facts, asker);
  if (!person || !carries(asker, 'PUBLISH')) return false;
  return holds(person, 'AUTHOR', 'RELEASER') || atHub(facts, asker, 'ANALYST');
}

/** A member's templates are for its people who read. */
export const knowsTemplate = (facts: Facts, asker: Asker, id: string): boolean =>
  reads(facts, asker) && personOf(facts, asker)?.memberId === facts.templates[id]?.memberId;

export function knowsGroup(facts: Facts, asker: Asker, id: string): boolean {
  const person = personOf(facts, asker);
  return (
    person !== null && reads(facts, asker) && (facts.groups[id]?.memberIds.includes(person.memberId) ?? false)
  );
}

/** Whether the origin's own people and analysts are among those who can tell it; of a tombstone nobody else can. */
export function tellsOrigin(facts: Facts, asker: Asker, id: string): boolean {
  const publication = facts.publications[id];
  if (!publication || !seesPublication(facts, asker, id)) return false;
  const person = personOf(facts, asker);
  if (person?.memberId === publication.originId && reads(facts, asker)) return true;
  if (atHub(facts, asker, 'ANALYST')) return true;
  return !publication.withdrawn && presentOf(publication).content.attribution !== 'ANONYMOUS';
}

/**
 * Somebody who has not signed in knows a member by what it posted, said, or had posted for it, under its name; and by an invitation,
 * if they have its link.
 */
export function namesMember(facts: Facts, asker: Asker, memberId: string): boolean {
  if (Object.values(facts.invitations).some((one) => one.kept && one.memberId === memberId)) return true;
  const commented = Object.values(facts.comments).some(
    (comment) =>
      comment.memberId === memberId &&
      !comment.anonymous &&
      !comment.ended &&
      seesComment(facts, asker, comment),
  );
  if (commented) return true;
  const pointed = Object.values(facts.indicators).some(
    (indicator) =>
      (indicator.originId === memberId && tellsIndicatorOrigin(facts, asker, indicator)) ||
      (indicator.seenBy.includes(memberId) && seesIndicator(facts, asker, indicator.id)),
  );
  if (pointed) return true;
  return Object.values(facts.publications).some((publication) => {
    const { id, originId, withdrawn } = publication;
    if (originId === memberId) return tellsOrigin(facts, asker, id);
    const behalf = presentOf(publication).content.onBehalfOfId === memberId;
    return behalf && !withdrawn && seesPublication(facts, asker, id);
  });
}
