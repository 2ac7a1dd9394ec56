import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { ChangeRoles } from '../../generated/operations.generated.js';
import { personId } from '../../names/person.js';
import { type RepeatOptions, repeatable } from '../../options/common.js';
import { type EnumValue, enumsOption } from '../../options/values.js';
import { personTable } from '../../views/community.js';

interface Options extends RepeatOptions {
  readonly role: readonly EnumValue<'Role'>[];
}

export const define: Define = (command, act) => {
  command
    .description('Set the roles that a person holds. Their rights change at once, on open connections too.')
    .argument('<person>', "an id, a name, or 'Member: Name'")
    .addOption(
      enumsOption('--role <roles>', 'all roles that they hold from now on', 'Role').makeOptionMandatory(),
    );
  repeatable(command).action(act(run));
  examples(command, [
    ["watchfire people roles 'Deputy Clerk' --role viewer,author,releaser", 'let them release'],
  ]);
};

async function run(context: Context, text: string, options: Options): Promise<void> {
  const hub = await context.hub();
  const input = { personId: await personId(hub, text), roles: options.role };
  const { changeRoles } = await hub.perform(ChangeRoles, input, {
    idempotencyKey: options.idempotencyKey,
    session: true,
  });
  context.show(changeRoles, ({ person }, canvas) => personTable([person], canvas));
}
