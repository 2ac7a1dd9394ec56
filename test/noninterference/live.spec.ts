import type { Role } from '#access';
import { act, personAt } from './deeds/act.js';
import { actorsOf } from './deeds/actors.js';
import { nextDeed, perform } from './deeds/deeds.js';
import { publishBy } from './deeds/releasing.js';
import { Listener } from './live/listener.js';
import { type Expected, expectedOf, type Telling, tellings } from './live/told.js';
import { personOf } from './model/rules.js';
import { openWorld } from './world/opening.js';
import { NOBODY, type World } from './world/world.js';

const SEED = 9;
const DEEDS = 40;

describe('what is told live', () => {
  let world: World;
  let listeners: Listener[] = [];
  beforeAll(async () => {
    world = await openWorld(SEED);
  }, 120_000);
  afterEach(() => {
    for (const listener of listeners) listener.stop();
    listeners = [];
  });
  afterAll(() => world.hub.close());

  it('is nothing more of what somebody saw by a group, once their member has left it', async () => {
    const memberId = await world.addMember({ name: 'Guests', kind: 'PARTNER' });
    const { listener } = await newcomer('guest', memberId, 'VIEWER');
    const groupId = await groupOfClerk(memberId);
    expect((await listener.take([await tellGroup(groupId), await tellEverybody()])).faults).toEqual([]);
    await act(world, 'clerk', 'removeGroupMember', { groupId, memberId });
    await tellGroup(groupId);
    expect((await listener.take([await tellEverybody()])).faults).toEqual([]);
  }, 60_000);

  it('is nothing more of what somebody saw as an analyst, once they are none', async () => {
    const { memberId } = personAt(world, 'operator');
    const { listener, personId } = await newcomer('newcomer', memberId, 'VIEWER', 'ANALYST');
    const groupId = await groupOfClerk();
    expect((await listener.take([await tellGroup(groupId), await tellEverybody()])).faults).toEqual([]);
    await act(world, 'operator', 'changeRoles', { personId, roles: ['VIEWER'] });
    world.facts.people[personId] = { ...personAt(world, 'newcomer'), roles: ['VIEWER'] };
    await tellGroup(groupId);
    expect((await listener.take([await tellEverybody()])).faults).toEqual([]);
  }, 60_000);

  it('is what each may see, in order and once, and nothing of what they may not', async () => {
    await everybodyListens();
    let hidden = 0;
    for (let count = 0; count < DEEDS; count += 1) {
      const before = structuredClone(world.facts);
      const done = await perform(world, nextDeed(world));
      world.hub.clock.advance(1);
      const released = done.touched.filter(({ what }) => what === 'publication').length;
      const last = await tellEverybody();
      await dismissThoseSignedOut();
      const faults: string[] = [];
      for (const listener of listeners) {
        const expected = expectedOf(before, world.facts, listener.ear.asker, done);
        hidden += released - expected.length;
        faults.push(...(await listener.hear([...expected, last])));
      }
      expect({ deed: done.deed, faults }).toEqual({ deed: done.deed, faults: [] });
    }
    expect(hidden).toBeGreaterThan(DEEDS);
  }, 240_000);

  /** Each person and somebody who has not signed in; in turn they select all that there is of a release. */
  async function everybodyListens(): Promise<void> {
    const selections = tellings(world.contract);
    const active = Object.values(world.facts.people).filter(({ id }) =>
      personOf(world.facts, { personId: id, scopes: null }),
    );
    const telling = (index: number) => selections[index % selections.length] as Telling;
    listeners = [await Listener.open(world, { name: 'nobody', asker: NOBODY, carrierId: null }, telling(0))];
    for (const [index, { id, email }] of active.entries()) {
      const carrierId = await world.signIn(id, 'TOKEN');
      const ear = { name: email, asker: { personId: id, scopes: null }, carrierId };
      listeners.push(await Listener.open(world, ear, telling(index + 1)));
    }
  }

  /** Whoever was suspended, or has another password, hears nothing more: their connections end. */
  async function dismissThoseSignedOut(): Promise<void> {
    const isGood = ({ ear: { carrierId } }: Listener) =>
      carrierId === null || world.facts.carriers[carrierId] !== undefined;
    for (const listener of listeners) if (!isGood(listener)) await listener.ended();
    listeners = listeners.filter(isGood);
  }

  async function newcomer(
    desk: string,
    memberId: string,
    ...roles: Role[]
  ): Promise<{ listener: Listener; personId: string }> {
    const personId = await world.addPerson(memberId, desk, roles, false);
    const carrierId = await world.signIn(personId, 'TOKEN');
    const [telling] = tellings(world.contract);
    const ear = { name: desk, asker: { personId, scopes: null }, carrierId };
    const listener = await Listener.open(world, ear, telling as Telling);
    listeners.push(listener);
    return { listener, personId };
  }

  async function groupOfClerk(...memberIds: string[]): Promise<string> {
    const { group } = await act(world, 'clerk', 'createGroup', { name: 'Both', memberIds }, 'group { id }');
    return group.id;
  }

  async function tellGroup(groupId: string): Promise<Expected> {
    const urgent = { severity: 'HIGH', urgency: 'EXPECTED', certainty: 'OBSERVED' };
    const content = { kind: 'ALERT', title: 'For the group', audience: { groupIds: [groupId] }, ...urgent };
    const { publication } = await act(world, 'clerk', 'publish', { content }, 'publication { id }');
    return { publicationId: publication.id, available: true };
  }

  /** Something for everyone: whoever has heard it has heard all that came before it. */
  async function tellEverybody(): Promise<Expected> {
    const { facts, random } = world;
    const able = actorsOf(world, 'PUBLISH').filter((actor) => {
      const person = personOf(facts, actor);
      const member = facts.members[person?.memberId ?? ''];
      const alone = member && ['STATE', 'FEDERAL', 'HUB'].includes(member.kind) && !member.twoPersonRelease;
      return alone && person?.roles.includes('RELEASER');
    });
    const deed = publishBy(world, random.pick(able), { tlp: 'CLEAR', regions: ['55'] });
    if (!deed) throw new Error('Nobody can tell anything.');
    const { touched, refused } = await perform(world, deed);
    const [one] = touched;
    if (one?.what !== 'publication') throw new Error(`Nothing is told: ${JSON.stringify(refused)}`);
    world.hub.clock.advance(1);
    return { publicationId: one.id, available: true };
  }
});
