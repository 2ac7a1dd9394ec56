import { PUBLICATION_KINDS, postsKind, TLPS } from '#access';
import { introspect } from '../contract/introspect.js';
import { actorsOf } from '../deeds/actors.js';
import type { Deed } from '../deeds/deed.js';
import { nextDeed, perform } from '../deeds/deeds.js';
import { createGroup } from '../deeds/groups.js';
import { invitePerson } from '../deeds/invitations.js';
import { addPlaceOf } from '../deeds/regions.js';
import { publishBy } from '../deeds/releasing.js';
import { createSubscription } from '../deeds/subscribing.js';
import { createTemplate } from '../deeds/templating.js';
import { personOf } from '../model/rules.js';
import { Random } from '../random.js';
import { CAST, type Cast, KEYS } from './cast.js';
import { ServedHub } from './served-hub.js';
import { World } from './world.js';

const SECOND = 1_000;
const GROUPS = 3;
const SUBSCRIPTIONS = 14;
const TEMPLATES = 5;
const DEEDS_BEFORE = 45;

/** A community with everything that can hang on it, made through the hub, the same for the same seed. */
export async function openWorld(seed: number): Promise<World> {
  const hub = await ServedHub.start(`world ${seed}`);
  try {
    const contract = await introspect(async (query) => (await hub.ask({}, { query })).data);
    const world = new World(hub, contract, new Random(seed));
    await enter(world);
    await furnish(world);
    return world;
  } catch (error) {
    await hub.close();
    throw error;
  }
}

/** The first of the worlds from a seed on in which somebody is signed in at each of these desks. */
export async function openWorldWith(desks: readonly string[], seed: number): Promise<World> {
  const world = await openWorld(seed);
  const { people, carriers } = world.facts;
  const emails = actorsOf(world, null).map(({ carrierId }) => {
    const carrier = carriers[carrierId ?? ''];
    return people[carrier?.personId ?? '']?.email ?? '';
  });
  if (desks.every((desk) => emails.some((email) => email.startsWith(`${desk}@`)))) return world;
  await world.hub.close();
  return openWorldWith(desks, seed + 1);
}

/** Does it, since without it the world would not be what it should. */
async function must(world: World, deed: Deed | null): Promise<void> {
  const done = deed && (await perform(world, deed));
  if (!done || done.refused) throw new Error(`The world does not open: ${JSON.stringify(done)}`);
  world.hub.clock.advance(SECOND);
}

async function enter(world: World): Promise<void> {
  const { hub, ...others } = CAST;
  await enterMember(world, 'hub', hub as Cast);
  await must(world, addPlaceOf(world, '5502548000'));
  for (const [name, cast] of Object.entries(others)) await enterMember(world, name, cast);
  for (const { person, scopes } of KEYS) await enterKey(world, person, scopes);
  await world.lastUsesWritten();
}

async function enterMember(world: World, name: string, { people, ...member }: Cast): Promise<void> {
  const memberId = await world.addMember({ ...member, name: `Office of ${name} ${world.known.word()}` });
  for (const [desk, { roles, contact, cookie }] of Object.entries(people)) {
    const personId = await world.addPerson(memberId, desk, roles, contact ?? false);
    await world.signIn(personId, cookie ? 'COOKIE' : 'TOKEN');
    if (roles.includes('COORDINATOR')) await world.signIn(personId, 'TOKEN', true);
  }
}

/** A key by which somebody asks; used once, so that its last use stands still. */
async function enterKey(world: World, desk: string, scopes: readonly ('READ' | 'PUBLISH')[]): Promise<void> {
  const person = Object.values(world.facts.people).find(({ email }) => email.startsWith(`${desk}@`));
  const actor = actorsOf(world, null).find(({ personId }) => personId === person?.id);
  const name = `Key of ${desk}`;
  await must(
    world,
    actor && person
      ? {
          mutation: 'createApiKey',
          by: actor,
          input: { name, scopes, expiresInDays: 90 },
          payload: 'apiKey { id } secret',
          settle: ({ apiKey: { id }, secret }) => {
            world.carrierAdded(
              { id, personId: person.id, scopes, spare: false },
              { authorization: `Bearer ${secret}` },
            );
            return [];
          },
        }
      : null,
  );
  for (const carrier of world.sentAs.values()) await world.ask(carrier, { query: '{ viewer { roles } }' });
}

async function furnish(world: World): Promise<void> {
  const { random, facts } = world;
  for (let count = 0; count < GROUPS; count += 1) await must(world, createGroup(world));
  for (let count = 0; count < SUBSCRIPTIONS; count += 1) await must(world, createSubscription(world));
  for (let count = 0; count < TEMPLATES; count += 1) await must(world, createTemplate(world));
  const invitation = invitePerson(world);
  await must(world, invitation);
  keepInvitations(world, invitation);
  for (const kind of PUBLICATION_KINDS) {
    for (const tlp of TLPS) {
      const able = actorsOf(world, 'PUBLISH').filter((actor) => {
        const person = personOf(facts, actor);
        const member = person && facts.members[person.memberId];
        return member && postsKind(member.kind, kind) && person.roles.includes('RELEASER');
      });
      await must(world, publishBy(world, random.pick(able), { kind, tlp }));
    }
  }
  for (let count = 0; count < DEEDS_BEFORE; count += 1) {
    await perform(world, nextDeed(world));
    world.hub.clock.advance(SECOND);
  }
}

/** Everybody asks with the link that there is now, and so may know what it tells. */
function keepInvitations({ facts, known }: World, said: Deed | null): void {
  for (const invitation of Object.values(facts.invitations)) {
    facts.invitations[invitation.id] = { ...invitation, kept: true };
    known.tell(invitation.id, () => true);
    known.tell(invitation.email, () => true);
    known.tellOf(said?.input, () => true);
  }
}
