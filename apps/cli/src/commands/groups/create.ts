import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { CreateGroup } from '../../generated/operations.generated.js';
import { memberId } from '../../names/member.js';
import { type RepeatOptions, repeatable } from '../../options/common.js';
import { textsOption } from '../../options/values.js';
import { groupTable } from '../../views/community.js';

interface Options extends RepeatOptions {
  readonly member?: readonly string[];
}

export const define: Define = (command, act) => {
  command
    .description('Create a group that your member runs.')
    .argument('<name>', 'its name')
    .addOption(
      textsOption('--member <member>', 'a first member besides your own, by name or id; repeatable'),
    );
  repeatable(command).action(act(run));
  examples(command, [
    [
      "watchfire groups create 'Lake Michigan counties' --member 'Door County Clerk'",
      'two of you to begin with',
    ],
  ]);
};

async function run(context: Context, name: string, options: Options): Promise<void> {
  const hub = await context.hub();
  const members =
    options.member && (await Promise.all(options.member.map((member) => memberId(hub, member))));
  const input = { name, ...(members && { memberIds: members }) };
  const { createGroup } = await hub.perform(CreateGroup, input, {
    idempotencyKey: options.idempotencyKey,
    session: true,
  });
  context.show(createGroup, ({ group }, canvas) => groupTable([group], canvas));
}
