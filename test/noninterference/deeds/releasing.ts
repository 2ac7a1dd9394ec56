import { loosens, TLPS, type Tlp } from '#access';
import type {
  ChangeAudienceInput,
  PublishInput,
  RevisePublicationInput,
  WithdrawPublicationInput,
} from '#contract';
import type { PersonFacts, PublicationFacts } from '../model/facts.js';
import { atHub, personOf, presentOf, seesPublication } from '../model/rules.js';
import { audienceBy, contentBy, type Wish } from '../world/content.js';
import type { World } from '../world/world.js';
import { type Actor, actorsOf } from './actors.js';
import type { Deed, Plan } from './deed.js';
import { audienceOf, RELEASE_PAYLOAD, settleRelease, settleWithdrawal } from './released.js';

export const releasers = (world: World): Actor[] =>
  actorsOf(world, 'PUBLISH').filter(
    (actor) =>
      atHub(world.facts, actor, 'ANALYST') || personOf(world.facts, actor)?.roles.includes('RELEASER'),
  );

/** What somebody sees, and may release anew: their own member's, and for analysts everyone's. */
export function theirs({ facts }: World, actor: Actor): PublicationFacts[] {
  const memberId = personOf(facts, actor)?.memberId;
  return Object.values(facts.publications).filter(
    ({ id, originId, withdrawn }) =>
      !withdrawn &&
      seesPublication(facts, actor, id) &&
      (atHub(facts, actor, 'ANALYST') ||
        (originId === memberId && personOf(facts, actor)?.roles.includes('RELEASER'))),
  );
}

/** Somebody and something of theirs. */
function releaserOfSomething(
  world: World,
): { actor: Actor; person: PersonFacts; publication: PublicationFacts } | null {
  const actor = world.random.maybe(releasers(world).filter((one) => theirs(world, one).length > 0));
  const person = actor && personOf(world.facts, actor);
  return actor && person ? { actor, person, publication: world.random.pick(theirs(world, actor)) } : null;
}

/** @param wish also the regions to which it goes, and then it supersedes nothing */
export function publishBy(
  world: World,
  actor: Actor,
  wish: Wish & { readonly regions?: string[] } = {},
): Deed | null {
  const person = personOf(world.facts, actor);
  if (!person) return null;
  const made = contentBy(world, person, person.memberId, wish);
  const content = wish.regions ? { ...made, audience: { regions: wish.regions } } : made;
  const supersedes =
    !wish.regions && world.random.chance(0.25) ? world.random.some(theirs(world, actor), 1) : [];
  const input: PublishInput = { content, supersedesIds: supersedes.map(({ id }) => id) };
  return {
    mutation: 'publish',
    by: actor,
    input,
    payload: RELEASE_PAYLOAD,
    settle: (payload) =>
      settleRelease(
        world,
        {
          originId: person.memberId,
          releasedById: person.id,
          writerMemberId: person.memberId,
          content,
          audience: audienceOf(content.audience),
          revisesId: null,
          supersedesIds: input.supersedesIds ?? [],
          draftId: null,
        },
        payload,
      ),
  };
}

export const publish: Plan = (world) => {
  const actor = world.random.maybe(releasers(world));
  return actor ? publishBy(world, actor) : null;
};

export const revisePublication: Plan = (world) => {
  const found = releaserOfSomething(world);
  if (!found) return null;
  const { actor, person, publication } = found;
  const present = presentOf(publication);
  const tlp = world.random.chance(0.6) ? present.released.tlp : world.random.pick(TLPS);
  const content = contentBy(world, person, publication.originId, { kind: present.content.kind, tlp });
  const input: RevisePublicationInput = {
    id: publication.id,
    revisionId: present.id,
    content,
    note: `More is known ${world.known.word()}`,
    originsWord: `A letter ${world.known.word()}`,
  };
  return {
    mutation: 'revisePublication',
    by: actor,
    input,
    payload: RELEASE_PAYLOAD,
    settle: (payload) =>
      settleRelease(
        world,
        {
          originId: publication.originId,
          releasedById: person.id,
          writerMemberId: person.memberId,
          content,
          note: input.note,
          audience: audienceOf(content.audience),
          revisesId: publication.id,
          supersedesIds: [],
          draftId: null,
        },
        payload,
      ),
  };
};

export const changeAudience: Plan = (world) => {
  const found = releaserOfSomething(world);
  if (!found) return null;
  const { actor, person, publication } = found;
  const present = presentOf(publication);
  const tlp: Tlp = world.random.chance(0.5) ? present.released.tlp : world.random.pick(TLPS);
  const audience = audienceBy(world, person, publication.originId, tlp);
  const looser = loosens(present.released.tlp, tlp);
  const input: ChangeAudienceInput = {
    id: publication.id,
    revisionId: present.id,
    audience,
    tlp,
    ...(looser && { originsWord: `A letter ${world.known.word()}` }),
  };
  return {
    mutation: 'changeAudience',
    by: actor,
    input,
    payload: RELEASE_PAYLOAD,
    settle: (payload) =>
      settleRelease(
        world,
        {
          originId: publication.originId,
          releasedById: person.id,
          writerMemberId: person.memberId,
          content: { ...present.content, tlp, audience },
          audience: audienceOf(audience),
          revisesId: publication.id,
          supersedesIds: [],
          draftId: null,
        },
        payload,
      ),
  };
};

export const withdrawPublication: Plan = (world) => {
  const found = releaserOfSomething(world);
  if (!found) return null;
  const { actor, publication } = found;
  const others = Object.values(world.facts.publications).filter(
    ({ id, withdrawn }) => !withdrawn && id !== publication.id && seesPublication(world.facts, actor, id),
  );
  const input: WithdrawPublicationInput = {
    id: publication.id,
    reason: `It was a mistake ${world.known.word()}`,
    supersededById: world.random.chance(0.4) ? (world.random.maybe(others)?.id ?? null) : null,
  };
  return {
    mutation: 'withdrawPublication',
    by: actor,
    input,
    payload: 'outcome',
    settle: () => settleWithdrawal(world, publication.id, input.reason),
  };
};
