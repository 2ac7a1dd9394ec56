import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { ReinstatePerson } from '../../generated/operations.generated.js';
import { personId } from '../../names/person.js';
import { type RepeatOptions, repeatable } from '../../options/common.js';
import { personTable } from '../../views/community.js';

export const define: Define = (command, act) => {
  command.description("End a person's suspension.").argument('<person>', "an id, a name, or 'Member: Name'");
  repeatable(command).action(act(run));
  examples(command, [["watchfire people reinstate 'Deputy Clerk'", 'they may sign in again']]);
};

async function run(context: Context, text: string, options: RepeatOptions): Promise<void> {
  const hub = await context.hub();
  const input = { personId: await personId(hub, text) };
  const { reinstatePerson } = await hub.perform(ReinstatePerson, input, {
    idempotencyKey: options.idempotencyKey,
    session: true,
  });
  context.show(reinstatePerson, ({ person }, canvas) => personTable([person], canvas));
}
