import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { ReinstateMember } from '../../generated/operations.generated.js';
import { memberId } from '../../names/member.js';
import { type RepeatOptions, repeatable } from '../../options/common.js';
import { memberTable } from '../../views/community.js';

export const define: Define = (command, act) => {
  command.description("End a member's suspension. For operators.").argument('<member>', 'its name or id');
  repeatable(command).action(act(run));
  examples(command, [["watchfire members reinstate 'Rock County Clerk'", 'its people may sign in again']]);
};

async function run(context: Context, text: string, options: RepeatOptions): Promise<void> {
  const hub = await context.hub();
  const input = { id: await memberId(hub, text) };
  const { reinstateMember } = await hub.perform(ReinstateMember, input, {
    idempotencyKey: options.idempotencyKey,
    session: true,
  });
  context.show(reinstateMember, ({ member }, canvas) => memberTable([member], canvas));
}
