import type { Asker, Facts } from '../model/facts.js';
import {
  atHub,
  knowsGroup,
  knowsPerson,
  knowsTemplate,
  personOf,
  runsEndpoint,
  runsPeopleOf,
  seesComment,
  seesDraft,
  seesIndicator,
  seesPublication,
  seesRevision,
} from '../model/rules.js';

/** By kind of thing, the ids of those that are there and that somebody may not know of. */
export function hiddenFrom(facts: Facts, asker: Asker): Record<string, string[]> {
  const { publications, comments, drafts, people, groups, subscriptions, endpoints, templates } = facts;
  const { invitations, carriers } = facts;
  const ids = <T extends { readonly id: string }>(things: Record<string, T>, known: (thing: T) => boolean) =>
    Object.values(things).flatMap((thing) => (known(thing) ? [] : [thing.id]));
  return {
    publications: ids(publications, ({ id }) => seesPublication(facts, asker, id)),
    revisions: Object.values(publications).flatMap(({ id, revisions }) =>
      revisions.flatMap((revision) => (seesRevision(facts, asker, id, revision) ? [] : [revision.id])),
    ),
    comments: ids(comments, (comment) => seesComment(facts, asker, comment)),
    drafts: ids(drafts, (draft) => seesDraft(facts, asker, draft)),
    people: ids(people, ({ id }) => knowsPerson(facts, asker, id)),
    groups: ids(groups, ({ id }) => knowsGroup(facts, asker, id)),
    indicators: ids(facts.indicators, ({ id }) => seesIndicator(facts, asker, id)),
    subscriptions: ids(subscriptions, ({ personId, memberId }) =>
      personId === null ? personOf(facts, asker)?.memberId === memberId : personId === asker.personId,
    ),
    templates: ids(templates, ({ id }) => knowsTemplate(facts, asker, id)),
    remotes: ids(facts.remotes, () => atHub(facts, asker, 'OPERATOR')),
    endpoints: ids(endpoints, (endpoint) => runsEndpoint(facts, asker, endpoint)),
    invitations: ids(invitations, ({ memberId }) => runsPeopleOf(facts, asker, memberId)),
    carriers: ids(carriers, ({ personId, scopes }) => {
      const runs = scopes !== null && runsPeopleOf(facts, asker, facts.people[personId]?.memberId ?? '');
      return personId === asker.personId || runs;
    }),
  };
}
