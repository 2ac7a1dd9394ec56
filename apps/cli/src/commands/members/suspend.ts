import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { SuspendMember } from '../../generated/operations.generated.js';
import { memberId } from '../../names/member.js';
import { type RepeatOptions, repeatable } from '../../options/common.js';
import { memberTable } from '../../views/community.js';

interface Options extends RepeatOptions {
  readonly reason: string;
}

export const define: Define = (command, act) => {
  command
    .description('Suspend a member: its people see nothing, and their sessions end at once. For operators.')
    .argument('<member>', 'its name or id')
    .requiredOption('--reason <text>', 'why, for the audit log');
  repeatable(command).action(act(run));
  examples(command, [
    ["watchfire members suspend 'Rock County Clerk' --reason 'Account taken over'", 'at once'],
  ]);
};

async function run(context: Context, text: string, options: Options): Promise<void> {
  const hub = await context.hub();
  const input = { id: await memberId(hub, text), reason: options.reason };
  const { suspendMember } = await hub.perform(SuspendMember, input, {
    idempotencyKey: options.idempotencyKey,
    session: true,
  });
  context.show(suspendMember, ({ member }, canvas) => memberTable([member], canvas));
}
