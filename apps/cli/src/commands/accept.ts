import { type Define, examples } from '../cli.js';
import type { Context } from '../context.js';
import { absent, usage } from '../failure.js';
import { AcceptInvitation, ReadInvitation } from '../generated/operations.generated.js';
import { fixed } from '../hub/bearers.js';
import { Hub } from '../hub/hub.js';
import { mustBePrivate } from '../hub/hub-url.js';
import { ask, readAll } from '../terminal/ask.js';
import { interactive } from '../terminal/io.js';
import { safeLine } from '../terminal/sanitize.js';

interface Options {
  readonly name?: string;
  readonly passwordStdin?: boolean;
}

const LONGEST_PASSWORD = 1_024;

export const define: Define = (command, act) => {
  command
    .description(
      'Accept an invitation, or set a new password with a reset link. The password takes 15 characters or more; anything goes but what is easily guessed.',
    )
    .argument('<link>', 'the link, or the token in it')
    .option('--name <name>', "your name, where the invitation's is wrong")
    .option('--password-stdin', 'read the new password from standard input; asked for otherwise')
    .action(act(run));
  examples(command, [
    ["watchfire accept 'https://hub.example.org/invitation#…'", 'choose a password; then sign in'],
  ]);
};

async function run(context: Context, link: string, options: Options): Promise<void> {
  const address = await context.hubAddress();
  mustBePrivate(address, context.io.env);
  const hub = new Hub(address, fixed(null));
  const token = tokenIn(link);
  const { invitation } = await hub.read(ReadInvitation, { token });
  if (invitation === null) throw absent('This link is not good, or no longer.');
  context.tell(invitation, ({ purpose, email, member }) =>
    purpose === 'RESET'
      ? `A new password for ${safeLine(email)}.`
      : `An invitation of ${safeLine(email)} to ${safeLine(member.name)}.`,
  );
  const password = await newPassword(context, options);
  const input = { token, password, ...(options.name !== undefined && { name: options.name }) };
  const { acceptInvitation } = await hub.once(AcceptInvitation, { input });
  context.show(
    acceptInvitation,
    ({ email }) => `Done. Now run: watchfire sign-in --email ${safeLine(email)}`,
  );
}

/** What follows the last `#`, `/` or `=`: wherever a link carries its token. */
const tokenIn = (link: string): string => link.trim().split(/[#/=]/).at(-1) ?? '';

async function newPassword({ io }: Context, options: Options): Promise<string> {
  if (options.passwordStdin) return readAll(io, LONGEST_PASSWORD);
  if (!interactive(io)) throw usage('Nobody is here to be asked: give --password-stdin.');
  const password = await ask(io, 'New password: ', { hidden: true });
  if ((await ask(io, 'Once more: ', { hidden: true })) !== password) throw usage('The two are not the same.');
  return password;
}
