import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { SetContact } from '../../generated/operations.generated.js';
import { personId } from '../../names/person.js';
import { type RepeatOptions, repeatable } from '../../options/common.js';
import { personTable } from '../../views/community.js';

interface Options extends RepeatOptions {
  readonly unlist?: boolean;
}

export const define: Define = (command, act) => {
  command
    .description("List a person as their member's contact, whom other members may see, or no longer.")
    .argument('<person>', "an id, a name, or 'Member: Name'")
    .option('--unlist', 'no longer');
  repeatable(command).action(act(run));
  examples(command, [
    ["watchfire people contact 'Election desk'", 'others may see them'],
    ["watchfire people contact 'Election desk' --unlist", 'no longer'],
  ]);
};

async function run(context: Context, text: string, options: Options): Promise<void> {
  const hub = await context.hub();
  const input = { personId: await personId(hub, text), contact: !options.unlist };
  const { setContact } = await hub.perform(SetContact, input, {
    idempotencyKey: options.idempotencyKey,
    session: true,
  });
  context.show(setContact, ({ person }, canvas) => personTable([person], canvas));
}
