import { loosens, TLPS } from '#access';
import type { PostCommentInput, RemoveCommentInput } from '#contract';
import type { Asker, CommentFacts, Facts } from '../model/facts.js';
import { atHub, atMember, personOf, presentOf, reads, seesComment, seesPublication } from '../model/rules.js';
import type { World } from '../world/world.js';
import { type Actor, actorsOf } from './actors.js';
import type { Deed, Plan } from './deed.js';

const mayComment = ({ facts }: World, actor: Actor): boolean => {
  const person = personOf(facts, actor);
  return (
    person?.roles.some((role) => role === 'AUTHOR' || role === 'RELEASER') || atHub(facts, actor, 'ANALYST')
  );
};

export const postComment: Plan = (world) => {
  const { facts, random, known } = world;
  const actor = random.maybe(actorsOf(world, 'PUBLISH').filter((one) => mayComment(world, one)));
  const person = actor && personOf(facts, actor);
  if (!actor || !person) return null;
  const seen = Object.values(facts.publications).filter(
    ({ id, withdrawn }) => !withdrawn && seesPublication(facts, actor, id),
  );
  const publication = random.maybe(seen);
  if (!publication) return null;
  const on = presentOf(publication).released;
  const tlp = random.pick(TLPS.filter((one) => !loosens(on.tlp, one)));
  const anonymous = random.chance(0.4);
  const input: PostCommentInput = {
    publicationId: publication.id,
    text: `Here too ${known.word()}`,
    tlp,
    attribution: anonymous ? 'ANONYMOUS' : 'NAMED',
  };
  return {
    mutation: 'postComment',
    by: actor,
    input,
    payload: 'comment { id }',
    settle: ({ comment: { id } }) => {
      const comment: CommentFacts = {
        ...{ id, publicationId: publication.id, tlp, on, anonymous },
        ...{ memberId: person.memberId, personId: person.id, ended: false },
      };
      facts.comments[id] = comment;
      const sees = (now: Facts, asker: Asker) => seesComment(now, asker, comment);
      known.tell(id, sees);
      known.tellOf(input.text, (now, asker) => !comment.ended && sees(now, asker));
      known.tell(person.id, (now, asker) => sees(now, asker) && knowsAuthor(now, asker, comment));
      return [{ what: 'comment', id }];
    },
  };
};

function knowsAuthor(facts: Facts, asker: Asker, { tlp, publicationId, memberId }: CommentFacts): boolean {
  if (personOf(facts, asker)?.memberId === memberId && reads(facts, asker)) return true;
  const publication = facts.publications[publicationId];
  const red = tlp === 'RED' || (publication && presentOf(publication).released.tlp === 'RED');
  return !red && atHub(facts, asker, 'ANALYST');
}

/** Somebody and a standing comment that they see and may end. */
function endable(
  world: World,
  scope: 'PUBLISH' | null,
  may: (actor: Actor, comment: CommentFacts) => boolean,
) {
  const { facts, random } = world;
  const comment = random.maybe(Object.values(facts.comments).filter(({ ended }) => !ended));
  const actor = random.maybe(
    actorsOf(world, scope).filter((one) => comment && seesComment(facts, one, comment) && may(one, comment)),
  );
  return comment && actor ? { comment, actor } : null;
}

export const withdrawComment: Plan = (world) => {
  const found = endable(
    world,
    'PUBLISH',
    (actor, { personId, memberId }) =>
      (actor.personId === personId && reads(world.facts, actor)) ||
      atMember(world.facts, actor, memberId, 'RELEASER'),
  );
  return found && ending('withdrawComment', found, { id: found.comment.id }, () => {});
};

export const removeComment: Plan = (world) => {
  const found = endable(world, null, (actor) => atHub(world.facts, actor, 'ANALYST'));
  if (!found) return null;
  const { comment } = found;
  const input: RemoveCommentInput = { id: comment.id, reason: `Not meant for this ${world.known.word()}` };
  return ending('removeComment', found, input, () =>
    world.known.tellOf(input.reason, (facts, asker) => seesComment(facts, asker, comment)),
  );
};

const ending = (
  mutation: string,
  { comment, actor }: { comment: CommentFacts; actor: Actor },
  input: object,
  tell: () => void,
): Deed => ({
  mutation,
  by: actor,
  input,
  payload: 'comment { id }',
  settle: () => {
    comment.ended = true;
    tell();
    return [{ what: 'comment', id: comment.id }];
  },
});
