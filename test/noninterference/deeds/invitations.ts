import type { CreatePasswordResetInput, InvitePeopleInput, InvitePersonInput } from '#contract';
import type { InvitationFacts } from '../model/facts.js';
import type { Touched } from '../model/notice.js';
import { knowsPerson, runsPeopleOf } from '../model/rules.js';
import type { World } from '../world/world.js';
import { actorsOf } from './actors.js';
import type { Plan } from './deed.js';
import { managerOf } from './people.js';

export const PASSWORD = 'seven lanterns over the ford';

const tokenOf = (link: string): string => link.split('#')[1] ?? '';

export const invitePerson: Plan = (world) => {
  const { facts, random, known } = world;
  const memberId = random.pick(Object.keys(facts.members));
  const actor = random.maybe(actorsOf(world, null).filter((one) => runsPeopleOf(facts, one, memberId)));
  if (!actor) return null;
  const email = `${known.word()}@office.example`;
  const input: InvitePersonInput = { memberId, email, name: `Desk ${known.word()}`, roles: ['VIEWER'] };
  return {
    mutation: 'invitePerson',
    by: actor,
    input,
    payload: 'invitation { id } link',
    settle: ({ invitation: { id }, link }) =>
      settleInvitation(world, { id, memberId, email, name: input.name }, link),
  };
};

type Invited = Pick<InvitationFacts, 'id' | 'memberId' | 'email' | 'name'>;

function settleInvitation({ facts, known }: World, invited: Invited, link: string): Touched[] {
  const { id, memberId } = invited;
  facts.invitations[id] = { ...invited, token: tokenOf(link), resets: false, kept: false };
  known.tell(id, (now, asker) => runsPeopleOf(now, asker, memberId));
  known.tell(invited.email, (now, asker) => runsPeopleOf(now, asker, memberId));
  known.tellOf(invited, (now, asker) => runsPeopleOf(now, asker, memberId));
  return [{ what: 'invitation', memberId }];
}

export const invitePeople: Plan = (world) => {
  const { facts, random, known } = world;
  const memberId = random.pick(Object.keys(facts.members));
  const actor = random.maybe(actorsOf(world, null).filter((one) => runsPeopleOf(facts, one, memberId)));
  if (!actor) return null;
  const people = Array.from({ length: 2 }, () => ({
    email: `${known.word()}@office.example`,
    name: `Desk ${known.word()}`,
  }));
  const rows = people.map(({ email, name }) => `${email},${name},VIEWER`);
  const input: InvitePeopleInput = { memberId, csv: ['email,name,roles', ...rows].join('\n'), dryRun: false };
  return {
    mutation: 'invitePeople',
    by: actor,
    input,
    payload: 'lines { invitation { id } link }',
    settle: ({ lines }) =>
      lines.flatMap(({ invitation: { id }, link }, index) => {
        const person = people[index] as (typeof people)[number];
        return settleInvitation(world, { id, memberId, ...person }, link);
      }),
  };
};

export const revokeInvitation: Plan = (world) => {
  const { facts, random } = world;
  const invitation = random.maybe(Object.values(facts.invitations).filter(({ kept }) => !kept));
  const actor = random.maybe(
    actorsOf(world, null).filter((one) => invitation && runsPeopleOf(facts, one, invitation.memberId)),
  );
  if (!invitation || !actor) return null;
  return {
    mutation: 'revokeInvitation',
    by: actor,
    input: { id: invitation.id },
    payload: 'id',
    settle: () => {
      delete facts.invitations[invitation.id];
      return [{ what: 'invitation', memberId: invitation.memberId }];
    },
  };
};

export const createPasswordReset: Plan = (world) => {
  const { facts, random, known } = world;
  const person = random.maybe(Object.values(facts.people).filter(({ suspended }) => !suspended));
  const actor = person && managerOf(world, person);
  if (!person || !actor) return null;
  const { memberId } = person;
  const input: CreatePasswordResetInput = { personId: person.id };
  return {
    mutation: 'createPasswordReset',
    by: actor,
    input,
    payload: 'link',
    settle: async ({ link }) => {
      const token = tokenOf(link);
      const id = await world.invitationOf(token);
      const { email } = person;
      facts.invitations[id] = { id, memberId, token, email, name: '', resets: true, kept: false };
      known.tell(id, (now, asker) => runsPeopleOf(now, asker, memberId));
      known.tell(email, (now, asker) => runsPeopleOf(now, asker, memberId));
      return [{ what: 'invitation', memberId }];
    },
  };
};

export const acceptInvitation: Plan = (world) => {
  const { facts, random } = world;
  const open = Object.values(facts.invitations).filter(({ kept, resets }) => !kept && !resets);
  const invitation = random.maybe(open);
  if (!invitation) return null;
  const { id, memberId, email, name, token } = invitation;
  return {
    mutation: 'acceptInvitation',
    by: { personId: null, scopes: null, carrierId: null },
    input: { token, password: PASSWORD },
    payload: 'email',
    settle: async () => {
      delete facts.invitations[id];
      const personId = await world.personOfEmail(email);
      world.personAdded({ id: personId, memberId, email, roles: ['VIEWER'], contact: false });
      world.known.tellOf(name, (now, asker) => knowsPerson(now, asker, personId));
      world.passwords.set(personId, PASSWORD);
      await world.signIn(personId, 'TOKEN');
      return [
        { what: 'invitation', memberId },
        { what: 'person', id: personId },
      ];
    },
  };
};
