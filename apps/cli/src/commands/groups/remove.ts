import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { RemoveGroupMember } from '../../generated/operations.generated.js';
import { groupId } from '../../names/group.js';
import { memberId, ownMember } from '../../names/member.js';
import { type RepeatOptions, repeatable } from '../../options/common.js';

export const define: Define = (command, act) => {
  command
    .description('Take a member out of a group that your member runs, or leave a group.')
    .argument('<group>', 'its name or id')
    .argument('[member]', "the member's name or id; by default your own, which leaves");
  repeatable(command).action(act(run));
  examples(command, [
    ["watchfire groups remove 'Lake counties' 'Door County Clerk'", 'it is addressed no longer'],
    ["watchfire groups remove 'Lake counties'", 'leave it'],
  ]);
};

async function run(
  context: Context,
  group: string,
  member: string | undefined,
  options: RepeatOptions,
): Promise<void> {
  const hub = await context.hub();
  const input = {
    groupId: await groupId(hub, group),
    memberId: member === undefined ? (await ownMember(hub)).id : await memberId(hub, member),
  };
  const { removeGroupMember } = await hub.perform(RemoveGroupMember, input, {
    idempotencyKey: options.idempotencyKey,
    session: true,
  });
  context.show(removeGroupMember, () => 'Taken out.');
}
