import type { PublicationContentInput, SetAlertLevelInput } from '#contract';
import { ALERT_LEVELS } from '#publications';
import { personOf, presentOf } from '../model/rules.js';
import { LINES, lineOf } from '../world/regions.js';
import { actorsOf } from './actors.js';
import type { Plan } from './deed.js';
import { audienceOf, settleRelease } from './released.js';

const PAYLOAD = 'outcome publication { id revision { id } } draft { id version revises { id } }';

/** A state for itself and what lies under it, or the hub for some region. */
export const setAlertLevel: Plan = (world) => {
  const { facts, random, known } = world;
  const able = actorsOf(world, 'PUBLISH').flatMap((actor) => {
    const person = personOf(facts, actor);
    const member = facts.members[person?.memberId ?? ''];
    if (!person || !member) return [];
    const releases = person.roles.includes('RELEASER') && ['STATE', 'HUB'].includes(member.kind);
    const analyses = person.roles.includes('ANALYST') && member.kind === 'HUB';
    return releases || analyses ? [{ actor, person, member }] : [];
  });
  const found = random.maybe(able);
  if (!found) return null;
  const { actor, person, member } = found;
  const own = Object.keys(LINES).filter(
    (code) => member.kind === 'HUB' || LINES[code]?.includes(member.jurisdiction[0] ?? ''),
  );
  const input: SetAlertLevelInput = {
    region: random.pick(own),
    level: random.pick(ALERT_LEVELS),
    reason: `Threats were received ${known.word()}`,
    instructions: `Watch the doors ${known.word()}`,
    tlp: random.pick(['CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT'] as const),
  };
  return {
    mutation: 'setAlertLevel',
    by: actor,
    input,
    payload: PAYLOAD,
    settle: (payload) => {
      const id = payload.publication?.id ?? payload.draft?.revises?.id ?? '';
      const standing = facts.publications[id];
      const { audience } = standing
        ? presentOf(standing).released
        : { audience: audienceOf({ regions: [input.region] }) };
      const content: PublicationContentInput = {
        kind: 'ADVISORY',
        title: `Alert level of ${lineOf(input.region)[0]}`,
        body: input.reason,
        instructions: input.instructions ?? null,
        tlp: input.tlp ?? null,
        audience: { regions: audience.regions.map(([code = '']) => code) },
      };
      return settleRelease(
        world,
        {
          originId: member.id,
          releasedById: person.id,
          writerMemberId: member.id,
          content,
          audience,
          revisesId: standing ? id : null,
          supersedesIds: [],
          draftId: null,
        },
        payload,
      );
    },
  };
};
