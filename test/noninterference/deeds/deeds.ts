import type { Random } from '../random.js';
import type { Question } from '../world/served-hub.js';
import type { World } from '../world/world.js';
import * as accounts from './accounts.js';
import * as commenting from './commenting.js';
import type { Deed, Done, Plan } from './deed.js';
import * as delivery from './delivery.js';
import * as drafting from './drafting.js';
import * as groups from './groups.js';
import * as indicators from './indicators.js';
import * as invitations from './invitations.js';
import * as levels from './levels.js';
import * as members from './members.js';
import * as people from './people.js';
import * as preferring from './preferring.js';
import * as regions from './regions.js';
import * as releasing from './releasing.js';
import * as remotes from './remotes.js';
import * as scheduling from './scheduling.js';
import * as subscribing from './subscribing.js';
import * as templating from './templating.js';
import * as webhooks from './webhooks.js';

interface Choice {
  readonly plan: Plan;
  /** How often it is chosen, beside the others. */
  readonly weight: number;
}

const often = (weight: number, plan: Plan): Choice => ({ plan, weight });

/** Every mutation of the contract, as something that somebody in the world may do next. */
export const DEEDS: Readonly<Record<string, Choice>> = {
  publish: often(14, releasing.publish),
  revisePublication: often(14, releasing.revisePublication),
  changeAudience: often(14, releasing.changeAudience),
  withdrawPublication: often(4, releasing.withdrawPublication),
  createDraft: often(5, drafting.createDraft),
  updateDraft: often(4, drafting.updateDraft),
  submitDraft: often(4, drafting.submitDraft),
  returnDraft: often(2, drafting.returnDraft),
  discardDraft: often(1, drafting.discardDraft),
  releaseDraft: often(5, drafting.releaseDraft),
  addIndicators: often(10, indicators.addIndicators),
  recordSighting: often(4, indicators.recordSighting),
  revokeIndicator: often(1, indicators.revokeIndicator),
  scheduleRelease: often(2, scheduling.scheduleRelease),
  cancelScheduledRelease: often(2, scheduling.cancelScheduledRelease),
  acknowledge: often(6, delivery.acknowledge),
  setAlertLevel: often(5, levels.setAlertLevel),
  postComment: often(8, commenting.postComment),
  withdrawComment: often(2, commenting.withdrawComment),
  removeComment: often(2, commenting.removeComment),
  markInbox: often(5, delivery.markInbox),
  remindSilent: often(1, delivery.remindSilent),
  createSubscription: often(3, subscribing.createSubscription),
  updateSubscription: often(2, subscribing.updateSubscription),
  deleteSubscription: often(1, subscribing.deleteSubscription),
  createTemplate: often(1, templating.createTemplate),
  updateTemplate: often(1, templating.updateTemplate),
  deleteTemplate: often(0.3, templating.deleteTemplate),
  setPreferences: often(1, preferring.setPreferences),
  testMail: often(0.5, preferring.testMail),
  setContactList: often(1, preferring.setContactList),
  addRemoteCollection: often(1, remotes.addRemoteCollection),
  updateRemoteCollection: often(0.5, remotes.updateRemoteCollection),
  pollRemoteCollection: often(0.3, remotes.pollRemoteCollection),
  removeRemoteCollection: often(0.3, remotes.removeRemoteCollection),
  createWebhookEndpoint: often(3, webhooks.createWebhookEndpoint),
  updateWebhookEndpoint: often(1, webhooks.updateWebhookEndpoint),
  deleteWebhookEndpoint: often(0.5, webhooks.deleteWebhookEndpoint),
  rotateWebhookSecret: often(0.5, webhooks.rotateWebhookSecret),
  testWebhookEndpoint: often(1, webhooks.testWebhookEndpoint),
  replayDeadLetters: often(0.3, delivery.replayDeadLetters),
  replayWebhookDeliveries: often(0.5, webhooks.replayWebhookDeliveries),
  createGroup: often(2, groups.createGroup),
  renameGroup: often(2, groups.renameGroup),
  addGroupMember: often(4, groups.addGroupMember),
  removeGroupMember: often(3, groups.removeGroupMember),
  closeGroup: often(0.5, groups.closeGroup),
  changeRoles: often(2, people.changeRoles),
  setContact: often(1, people.setContact),
  suspendPerson: often(1, people.suspendPerson),
  reinstatePerson: often(2, people.reinstatePerson),
  invitePerson: often(1, invitations.invitePerson),
  invitePeople: often(0.5, invitations.invitePeople),
  revokeInvitation: often(0.5, invitations.revokeInvitation),
  acceptInvitation: often(0.3, invitations.acceptInvitation),
  createPasswordReset: often(0.5, invitations.createPasswordReset),
  createMember: often(0.5, members.createMember),
  updateMember: often(1, members.updateMember),
  configureMember: often(1, members.configureMember),
  suspendMember: often(0.5, members.suspendMember),
  reinstateMember: often(2, members.reinstateMember),
  createApiKey: often(1, accounts.createApiKey),
  revokeApiKey: often(1, accounts.revokeApiKey),
  endSession: often(0.5, accounts.endSession),
  signOut: often(0.5, accounts.signOut),
  signIn: often(0.2, accounts.signIn),
  requestPasswordReset: often(0.5, accounts.requestPasswordReset),
  issueToken: often(0.2, accounts.issueToken),
  changePassword: often(0.2, accounts.changePassword),
  addPlace: often(0.3, regions.addPlace),
};

/** The next deed of a kind by weight; kinds of which there is nothing to do are passed over. */
export function nextDeed(world: World, random: Random = world.random): Deed {
  const weights = Object.fromEntries(Object.entries(DEEDS).map(([name, { weight }]) => [name, weight]));
  for (;;) {
    const deed = DEEDS[random.weighted(weights)]?.plan(world);
    if (deed) return deed;
  }
}

/** A deed as it is asked for. */
export function questionOf(world: World, { mutation, input, payload }: Deed): Question {
  const argument = world.contract.getMutationType()?.getFields()[mutation]?.args[0];
  return argument
    ? {
        query: `mutation ($input: ${argument.type}) { ${mutation}(input: $input) { ${payload} } }`,
        variables: { input },
      }
    : { query: `mutation { ${mutation} { ${payload} } }` };
}

/** Does it, and waits until all that follows from it is done. */
export async function perform(world: World, deed: Deed): Promise<Done> {
  const { data, errors } = await world.ask(world.carrierOf(deed.by), questionOf(world, deed));
  if (errors?.[0]) return { deed, touched: [], refused: errors[0] };
  const touched = await deed.settle(data?.[deed.mutation] as never);
  await world.settle();
  return { deed, touched, refused: null };
}
