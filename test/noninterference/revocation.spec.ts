import type { Role } from '#access';
import { act, personAt } from './deeds/act.js';
import { RELEASE_PAYLOAD } from './deeds/released.js';
import { viewersOf } from './pairs/pairs.js';
import { type Ask, Planner } from './pairs/plan.js';
import { parting } from './pairs/report.js';
import { Random } from './random.js';
import { openWorldWith } from './world/opening.js';
import type { Carrier } from './world/served-hub.js';
import type { World } from './world/world.js';

const SEED = 17;
const ROUNDS = [1, 2, 3, 4];
/** Who acts in the stories; what happened before has left each of them at their desk. */
const DESKS = ['clerk', 'deputy', 'official', 'chief', 'registrar', 'townclerk', 'operator'];

const alert = (audience: object, tlp = 'AMBER') => {
  const urgent = { severity: 'HIGH', urgency: 'EXPECTED', certainty: 'OBSERVED' };
  return { content: { kind: 'ALERT', title: 'Meanwhile', tlp, audience, ...urgent } };
};

describe('what somebody is told once a right of theirs has ended', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorldWith(DESKS, SEED);
  }, 120_000);
  afterAll(() => world.hub.close());

  /** A new desk, so that nothing of the past differs. */
  async function sit(memberId: string, desk: string, roles: readonly Role[]): Promise<void> {
    const personId = await world.addPerson(memberId, desk, roles, false);
    await world.signIn(personId, 'TOKEN');
  }

  const rolesOf = (desk: string, by: string, ...roles: Role[]) =>
    act(world, by, 'changeRoles', { personId: personAt(world, desk).id, roles });

  const viewerAt = (desk: string) => {
    const { id } = personAt(world, desk);
    const viewer = viewersOf(world).find(({ asker }) => asker.personId === id && asker.scopes === null);
    if (!viewer) throw new Error(`Nobody at ${desk} is signed in.`);
    return viewer;
  };

  async function questions(desk: string): Promise<Ask[]> {
    const planner = await Planner.for(world, [viewerAt(desk)]);
    const asks: Ask[] = [];
    const viewer = viewerAt(desk);
    for (const round of ROUNDS) asks.push(...(await planner.plan(viewer, round, new Random(round))));
    return asks;
  }

  async function answers(carrier: Carrier, asks: readonly Ask[]): Promise<string[]> {
    const told: string[] = [];
    for (const ask of asks) told.push(await world.hub.answer(carrier, ask));
    return told;
  }

  /** Where answers to the same questions differ. */
  const differing = (before: readonly string[], after: readonly string[]): string[] =>
    before.flatMap((answer, index) => (answer === after[index] ? [] : [parting(answer, after[index] ?? '')]));

  /** Gives a right, lets things happen, takes the right away: nothing of it stays. */
  async function comesAndGoes(
    desk: string,
    story: { give: () => Promise<unknown>; meanwhile: () => Promise<unknown>; take: () => Promise<unknown> },
  ): Promise<void> {
    const asks = await questions(desk);
    const { carrier } = viewerAt(desk);
    const before = await answers(carrier, asks);
    await story.give();
    await story.meanwhile();
    expect(differing(before, await answers(carrier, asks))).not.toEqual([]);
    await story.take();
    expect(differing(before, await answers(carrier, asks))).toEqual([]);
  }

  it('is what they were told before they could write and release', async () => {
    await sit(personAt(world, 'clerk').memberId, 'trainee', ['VIEWER']);
    await comesAndGoes('trainee', {
      give: () => rolesOf('trainee', 'clerk', 'VIEWER', 'AUTHOR', 'RELEASER'),
      meanwhile: async () => {
        const { draft } = await act(
          world,
          'clerk',
          'createDraft',
          alert({ regions: ['55'] }),
          'draft { id version }',
        );
        await act(world, 'clerk', 'submitDraft', { id: draft?.id });
      },
      take: () => rolesOf('trainee', 'clerk', 'VIEWER'),
    });
  }, 60_000);

  it('is what they were told before they were an analyst', async () => {
    await sit(personAt(world, 'operator').memberId, 'intern', ['VIEWER']);
    await comesAndGoes('intern', {
      give: () => rolesOf('intern', 'operator', 'VIEWER', 'ANALYST'),
      meanwhile: async () => {
        await act(
          world,
          'registrar',
          'publish',
          alert({ regions: ['17031'] }, 'AMBER_STRICT'),
          RELEASE_PAYLOAD,
        );
        const { draft } = await act(
          world,
          'clerk',
          'createDraft',
          alert({ regions: ['55'] }),
          'draft { id version }',
        );
        await act(world, 'clerk', 'submitDraft', { id: draft?.id });
      },
      take: () => rolesOf('intern', 'operator', 'VIEWER'),
    });
  }, 60_000);

  it.each(['removeGroupMember', 'closeGroup'])(
    'is what they were told before their member was in a group: %s',
    async (end) => {
      const guest = await world.addMember({ name: `Guest of ${end}`, kind: 'PARTNER' });
      const desk = `visitor${end.length}`;
      await sit(guest, desk, ['VIEWER', 'COORDINATOR']);
      await act(world, 'clerk', 'createSubscription', { name: 'All', interest: {} });
      let groupId = '';
      await comesAndGoes(desk, {
        give: async () => {
          const { group } = await act(
            world,
            'clerk',
            'createGroup',
            { name: 'Meanwhile', memberIds: [guest] },
            'group { id }',
          );
          groupId = group.id;
        },
        meanwhile: async () => {
          const audience = { regions: [], groupIds: [groupId] };
          const { publication } = await act(world, 'clerk', 'publish', alert(audience), RELEASE_PAYLOAD);
          const narrower = { id: publication.id, revisionId: publication.revision?.id };
          await act(world, 'clerk', 'changeAudience', { ...narrower, audience, tlp: 'AMBER_STRICT' });
          await act(world, 'clerk', 'renameGroup', { groupId, name: 'Meanwhile and later' });
        },
        take: () =>
          act(world, 'clerk', end, { groupId, ...(end === 'removeGroupMember' && { memberId: guest }) }),
      });
    },
    60_000,
  );

  /** Nobody's: what it brings looks like what was taken away. */
  const forged: Carrier = { authorization: `Bearer wft_${'A'.repeat(43)}` };
  const forgedCookie: Carrier = { cookie: `watchfire=wfs_${'A'.repeat(43)}` };

  it.each([
    [
      'a person is suspended',
      'deputy',
      () => act(world, 'clerk', 'suspendPerson', { personId: personAt(world, 'deputy').id, reason: 'Left' }),
    ],
    [
      'their member is suspended',
      'chief',
      () =>
        act(world, 'operator', 'suspendMember', { id: personAt(world, 'chief').memberId, reason: 'Left' }),
    ],
    ['they sign out', 'townclerk', () => act(world, 'townclerk', 'signOut', {})],
  ])(
    'is what anybody is told with no right at all when %s',
    async (_, desk, end) => {
      const asks = await questions(desk);
      const { carrier } = viewerAt(desk);
      const nobody = 'cookie' in carrier ? forgedCookie : forged;
      expect(differing(await answers(carrier, asks), await answers(nobody, asks))).not.toEqual([]);
      await end();
      expect(differing(await answers(carrier, asks), await answers(nobody, asks))).toEqual([]);
    },
    60_000,
  );

  it('is the same for a key that was revoked as for one that never was', async () => {
    const asks = await questions('official');
    const [key] = viewersOf(world).filter(
      ({ asker }) => asker.scopes !== null && asker.personId === personAt(world, 'official').id,
    );
    if (!key) throw new Error('There is no key.');
    const [id] = Object.values(world.facts.carriers).filter(
      ({ scopes, personId }) => scopes && personId === key.asker.personId,
    );
    await act(world, 'official', 'revokeApiKey', { id: id?.id });
    const never = { authorization: `Bearer wfk_${'A'.repeat(43)}` };
    expect(differing(await answers(key.carrier, asks), await answers(never, asks))).toEqual([]);
  }, 60_000);
});
