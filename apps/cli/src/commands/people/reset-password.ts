import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { CreatePasswordReset } from '../../generated/operations.generated.js';
import { personId } from '../../names/person.js';
import { type RepeatOptions, repeatable } from '../../options/common.js';
import { safeLine } from '../../terminal/sanitize.js';
import { longTime } from '../../terminal/time.js';

export const define: Define = (command, act) => {
  command
    .description('Make a link by which a person sets a new password. It is shown once.')
    .argument('<person>', "an id, a name, or 'Member: Name'");
  repeatable(command).action(act(run));
  examples(command, [["watchfire people reset-password 'Deputy Clerk'", 'give them the link']]);
};

async function run(context: Context, text: string, options: RepeatOptions): Promise<void> {
  const hub = await context.hub();
  const input = { personId: await personId(hub, text) };
  const { createPasswordReset } = await hub.perform(CreatePasswordReset, input, {
    idempotencyKey: options.idempotencyKey,
    session: true,
  });
  context.show(createPasswordReset, ({ link, expiresAt }) =>
    link === null
      ? 'The link was shown before and is not shown again.'
      : `Give them this link; it is shown once and is good until ${longTime(expiresAt)}:\n${safeLine(link)}`,
  );
}
