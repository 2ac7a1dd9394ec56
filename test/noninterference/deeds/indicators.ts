import type { AddIndicatorsInput, RecordSightingInput } from '#contract';
import type { IndicatorFacts } from '../model/facts.js';
import { atHub, personOf, presentOf, seesIndicator } from '../model/rules.js';
import { audienceBy } from '../world/content.js';
import type { MayKnow } from '../world/known.js';
import type { World } from '../world/world.js';
import { type Actor, actorsOf } from './actors.js';
import type { Deed, Plan } from './deed.js';
import { audienceOf } from './released.js';
import { releasers, theirs } from './releasing.js';

/** Few, so that what is seen and what is hidden hold the same ones. */
export const ADDRESSES = Array.from({ length: 12 }, (_, n) => `185.220.101.${n}`);

const SHARED_ALONE = ['CLEAR', 'GREEN', 'AMBER', 'AMBER', 'AMBER_STRICT', 'AMBER_STRICT'] as const;

function said({ random, known }: World): AddIndicatorsInput['indicators'] {
  return random.some(ADDRESSES, 1 + random.below(2)).map((value) => ({
    value,
    description: `An exit ${known.word()}`,
    confidence: random.below(101),
  }));
}

export const addIndicators: Plan = (world) => {
  const { facts, random } = world;
  const actor = random.maybe(releasers(world));
  const person = actor && personOf(facts, actor);
  if (!actor || !person) return null;
  const publication = random.chance(0.6) ? random.maybe(theirs(world, actor)) : undefined;
  if (publication) {
    const present = presentOf(publication);
    const { originId } = publication;
    const input: AddIndicatorsInput = { publicationId: publication.id, indicators: said(world) };
    const released = { ...present.released, originId, releasedById: person.id };
    return adding(world, actor, input, { originId, publicationId: publication.id, released, named: false });
  }
  const originId = person.memberId;
  if (facts.members[originId]?.twoPersonRelease) return null;
  if (!person.roles.includes('RELEASER')) return null;
  const tlp = random.pick(SHARED_ALONE);
  const audience = audienceBy(world, person, originId, tlp);
  const attribution = random.chance(0.4) ? 'ANONYMOUS' : 'NAMED';
  const input: AddIndicatorsInput = { audience, tlp, attribution, indicators: said(world) };
  const released = { tlp, originId, releasedById: person.id, audience: audienceOf(audience) };
  return adding(world, actor, input, {
    originId,
    publicationId: null,
    released,
    named: attribution === 'NAMED',
  });
};

type About = Pick<IndicatorFacts, 'originId' | 'publicationId' | 'released' | 'named'>;

const adding = (world: World, by: Actor, input: AddIndicatorsInput, about: About): Deed => ({
  mutation: 'addIndicators',
  by,
  input,
  payload: 'results { outcome indicator { id } }',
  settle: ({ results }) =>
    results.map(({ indicator: { id } }, place) => {
      const sees: MayKnow = (facts, asker) => seesIndicator(facts, asker, id);
      world.facts.indicators[id] ??= { id, ...about, revoked: false, seenBy: [] };
      world.known.tell(id, sees);
      world.known.tellOf(input.indicators[place], sees);
      return { what: 'indicator', id };
    }),
});

export const revokeIndicator: Plan = (world) => {
  const { facts, random } = world;
  const actor = random.maybe(releasers(world));
  const person = actor && personOf(facts, actor);
  if (!actor || !person) return null;
  const own = Object.values(facts.indicators).filter(
    ({ id, originId, revoked }) =>
      !revoked &&
      seesIndicator(facts, actor, id) &&
      (atHub(facts, actor, 'ANALYST') || (originId === person.memberId && person.roles.includes('RELEASER'))),
  );
  const indicator = random.maybe(own);
  if (!indicator) return null;
  return {
    mutation: 'revokeIndicator',
    by: actor,
    input: { id: indicator.id },
    payload: 'indicator { id }',
    settle: () => {
      indicator.revoked = true;
      return [{ what: 'indicator', id: indicator.id }];
    },
  };
};

export const recordSighting: Plan = (world) => {
  const { facts, random, known } = world;
  const writes = (one: Actor) =>
    personOf(facts, one)?.roles.some((role) => role === 'AUTHOR' || role === 'RELEASER') ?? false;
  const actor = random.maybe(actorsOf(world, 'PUBLISH').filter(writes));
  const person = actor && personOf(facts, actor);
  if (!actor || !person) return null;
  const indicator = random.maybe(
    Object.values(facts.indicators).filter(({ id }) => seesIndicator(facts, actor, id)),
  );
  if (!indicator) return null;
  const { id: indicatorId } = indicator;
  const attribution = random.chance(0.5) ? 'NAMED' : 'ANONYMOUS';
  const input: RecordSightingInput = { indicatorId, count: 1 + random.below(9), attribution };
  return {
    mutation: 'recordSighting',
    by: actor,
    input,
    payload: 'indicator { sightings(first: 1) { id } }',
    settle: ({ indicator: { sightings } }) => {
      if (attribution === 'NAMED') indicator.seenBy.push(person.memberId);
      for (const { id } of sightings) known.tell(id, (now, asker) => seesIndicator(now, asker, indicatorId));
      return [{ what: 'indicator', id: indicatorId }];
    },
  };
};
