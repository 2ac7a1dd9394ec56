import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { absent } from '../../failure.js';
import {
  ListInvitations,
  type ListInvitationsQuery,
  RevokeInvitation,
} from '../../generated/operations.generated.js';
import type { Hub } from '../../hub/hub.js';
import { collect } from '../../hub/pages.js';
import { memberId, ownMember } from '../../names/member.js';
import { type PageOptions, paged } from '../../options/common.js';
import { safeLine } from '../../terminal/sanitize.js';
import { shortTime } from '../../terminal/time.js';
import { roleNames } from '../../views/community.js';
import { page, table } from '../../views/list.js';

type Invitation = NonNullable<ListInvitationsQuery['member']>['invitations']['edges'][number]['node'];

interface Options extends PageOptions {
  readonly revoke?: string;
}

export const define: Define = (command, act) => {
  command
    .description('Invitations not yet accepted, for coordinators and operators.')
    .argument('[member]', 'its name or id; by default your own')
    .option('--revoke <id>', 'withdraw this invitation');
  paged(command, 50).action(act(run));
  examples(command, [
    ['watchfire members invitations', 'who has not answered yet'],
    ['watchfire members invitations --revoke 0c8d…', 'withdraw one: its link is no longer good'],
  ]);
};

const invitationTable = table<Invitation>(
  ['Name', 'E-mail', 'For', 'Roles', 'Ends', 'Id'],
  ({ id, name, email, purpose, roles, expiresAt }) => [
    safeLine(name),
    safeLine(email),
    purpose === 'RESET' ? 'a new password' : 'joining',
    roleNames(roles),
    shortTime(expiresAt),
    id,
  ],
  'Nobody is invited.',
);

async function run(context: Context, text: string | undefined, options: Options): Promise<void> {
  const hub = await context.hub();
  if (options.revoke !== undefined) return revoke(context, hub, options.revoke);
  const member = text === undefined ? (await ownMember(hub)).id : await memberId(hub, text);
  const { nodes, next } = await collect(options, async (part) => {
    const { member: found } = await hub.read(
      ListInvitations,
      { memberId: member, ...part },
      { session: true },
    );
    if (found === null) throw absent('There is nothing here by that id.');
    return found.invitations;
  });
  context.show({ invitations: nodes, next }, (data, canvas) =>
    page<Invitation>(invitationTable)({ entries: data.invitations, next: data.next }, canvas),
  );
}

async function revoke(context: Context, hub: Hub, id: string): Promise<void> {
  const { revokeInvitation } = await hub.perform(RevokeInvitation, { id }, { session: true });
  context.show(revokeInvitation, () => 'Withdrawn.');
}
