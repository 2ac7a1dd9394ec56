import type { CreateTemplateInput, UpdateTemplateInput } from '#contract';
import type { Asker, Facts } from '../model/facts.js';
import { knowsTemplate, personOf } from '../model/rules.js';
import type { World } from '../world/world.js';
import { type Actor, actorsOf } from './actors.js';
import type { Plan } from './deed.js';

const managers = (world: World): Actor[] =>
  actorsOf(world, null).filter((actor) =>
    personOf(world.facts, actor)?.roles.some((role) => role === 'COORDINATOR' || role === 'RELEASER'),
  );

const contentOf = ({ random, known }: World): CreateTemplateInput['content'] => ({
  kind: random.pick(['ALERT', 'ADVISORY'] as const),
  title: `Phishing ${known.word()}`,
  body: `Since [time] ${known.word()}`,
  tlp: 'AMBER',
});

function tell(world: World, id: string, said: unknown): void {
  const mayKnow = (facts: Facts, asker: Asker) => knowsTemplate(facts, asker, id);
  world.known.tell(id, mayKnow);
  world.known.tellOf(said, mayKnow);
}

export const createTemplate: Plan = (world) => {
  const actor = world.random.maybe(managers(world));
  const person = actor && personOf(world.facts, actor);
  if (!actor || !person) return null;
  const input: CreateTemplateInput = {
    name: `Ours ${world.known.word()}`,
    topic: 'PHISHING',
    language: world.random.pick(['EN', 'ES'] as const),
    content: contentOf(world),
  };
  return {
    mutation: 'createTemplate',
    by: actor,
    input,
    payload: 'template { id version }',
    settle: ({ template: { id, version } }) => {
      world.facts.templates[id] = { id, memberId: person.memberId, version };
      tell(world, id, input);
      return [{ what: 'template', id }];
    },
  };
};

/** Somebody and a template that is theirs to change. */
function changeable(world: World) {
  const template = world.random.maybe(Object.values(world.facts.templates));
  const actor = world.random.maybe(
    managers(world).filter((one) => personOf(world.facts, one)?.memberId === template?.memberId),
  );
  return template && actor ? { template, actor } : null;
}

export const updateTemplate: Plan = (world) => {
  const found = changeable(world);
  if (!found) return null;
  const { template, actor } = found;
  const input: UpdateTemplateInput = {
    id: template.id,
    version: template.version,
    name: `More ${world.known.word()}`,
    content: contentOf(world),
  };
  return {
    mutation: 'updateTemplate',
    by: actor,
    input,
    payload: 'template { id version }',
    settle: ({ template: { id, version } }) => {
      world.facts.templates[id] = { ...template, version };
      tell(world, id, input);
      return [{ what: 'template', id }];
    },
  };
};

export const deleteTemplate: Plan = (world) => {
  const found = changeable(world);
  if (!found) return null;
  const { template, actor } = found;
  return {
    mutation: 'deleteTemplate',
    by: actor,
    input: { id: template.id },
    payload: 'id',
    settle: () => {
      delete world.facts.templates[template.id];
      return [{ what: 'template', id: template.id }];
    },
  };
};
