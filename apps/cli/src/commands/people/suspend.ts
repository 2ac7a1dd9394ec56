import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { SuspendPerson } from '../../generated/operations.generated.js';
import { personId } from '../../names/person.js';
import { type RepeatOptions, repeatable } from '../../options/common.js';
import { personTable } from '../../views/community.js';

interface Options extends RepeatOptions {
  readonly reason: string;
}

export const define: Define = (command, act) => {
  command
    .description('Suspend a person: their sessions, tokens and keys end at once.')
    .argument('<person>', "an id, a name, or 'Member: Name'")
    .requiredOption('--reason <text>', 'why, for the audit log');
  repeatable(command).action(act(run));
  examples(command, [["watchfire people suspend 'Deputy Clerk' --reason 'Left the office'", 'at once']]);
};

async function run(context: Context, text: string, options: Options): Promise<void> {
  const hub = await context.hub();
  const input = { personId: await personId(hub, text), reason: options.reason };
  const { suspendPerson } = await hub.perform(SuspendPerson, input, {
    idempotencyKey: options.idempotencyKey,
    session: true,
  });
  context.show(suspendPerson, ({ person }, canvas) => personTable([person], canvas));
}
