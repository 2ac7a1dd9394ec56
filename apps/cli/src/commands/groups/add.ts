import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { AddGroupMember } from '../../generated/operations.generated.js';
import { groupId } from '../../names/group.js';
import { memberId } from '../../names/member.js';
import { type RepeatOptions, repeatable } from '../../options/common.js';
import { groupTable } from '../../views/community.js';

export const define: Define = (command, act) => {
  command
    .description('Add a member to a group that your member runs.')
    .argument('<group>', 'its name or id')
    .argument('<member>', "the member's name or id");
  repeatable(command).action(act(run));
  examples(command, [
    ["watchfire groups add 'Lake counties' 'Door County Clerk'", 'from now on it is addressed too'],
  ]);
};

async function run(context: Context, group: string, member: string, options: RepeatOptions): Promise<void> {
  const hub = await context.hub();
  const input = { groupId: await groupId(hub, group), memberId: await memberId(hub, member) };
  const { addGroupMember } = await hub.perform(AddGroupMember, input, {
    idempotencyKey: options.idempotencyKey,
    session: true,
  });
  context.show(addGroupMember, (data, canvas) => groupTable([data.group], canvas));
}
