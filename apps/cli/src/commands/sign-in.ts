import { type Define, examples } from '../cli.js';
import type { Context } from '../context.js';
import { Failure, usage } from '../failure.js';
import { mustBePrivate } from '../hub/hub-url.js';
import { signIn } from '../hub/sign-in.js';
import { numberOption } from '../options/values.js';
import { ask, readAll } from '../terminal/ask.js';
import { interactive } from '../terminal/io.js';
import { safeLine } from '../terminal/sanitize.js';
import { longTime } from '../terminal/time.js';
import { roleNames } from '../views/community.js';

interface Options {
  readonly email?: string;
  readonly passwordStdin?: boolean;
  readonly keyDays: number;
}

const LONGEST_PASSWORD = 1_024;

export const define: Define = (command, act) => {
  command
    .description(
      "Sign in to a hub with e-mail and password. Kept for you alone, in a file under your configuration folder: a token for this session, and an API key of this computer's own to read, post and answer with after the token has ended. What a key may not do asks for your password again.",
    )
    .option('--email <address>', 'the e-mail address; asked for otherwise')
    .option('--password-stdin', 'read the password from standard input; asked for otherwise')
    .addOption(
      numberOption('--key-days <days>', "how long this computer's key lasts; 0 for none", 0, 365).default(30),
    )
    .action(act(run));
  examples(command, [
    ['watchfire sign-in --email clerk@dane.example', 'sign in to the hub on this computer'],
    ['watchfire sign-in --hub https://hub.example.org', 'sign in to another'],
    ['watchfire sign-in --email ci@dane.example --password-stdin < password-file', 'from a script'],
  ]);
};

async function run(context: Context, options: Options): Promise<void> {
  const { io } = context;
  if (io.env.WATCHFIRE_API_KEY) {
    throw usage('WATCHFIRE_API_KEY is set, and goes before any sign-in: unset it first.');
  }
  const hub = await context.hubAddress();
  mustBePrivate(hub, io.env);
  const { email, password } = await asked(context, options);
  const { issued, kept } = await signIn(io, { hub, email, password, keyDays: options.keyDays }).catch(
    wrongPassword,
  );
  const { person, member, roles } = issued.viewer;
  context.show(
    {
      hub,
      person,
      member,
      roles,
      tokenExpiresAt: issued.expiresAt,
      keyExpiresAt: kept.key?.expiresAt ?? null,
    },
    (data) =>
      [
        `Signed in to ${data.hub} as ${safeLine(data.person.name)}, ${safeLine(data.member.name)} (${roleNames(data.roles)}).`,
        data.keyExpiresAt
          ? `This computer may read, post and answer for you until ${longTime(data.keyExpiresAt)}.`
          : `The sign-in ends at ${longTime(data.tokenExpiresAt)}.`,
      ].join('\n'),
  );
}

async function asked({ io }: Context, options: Options): Promise<{ email: string; password: string }> {
  if (!interactive(io) && !(options.email && options.passwordStdin)) {
    throw usage('Nobody is here to be asked: give --email and --password-stdin.');
  }
  const email = options.email ?? (await ask(io, 'E-mail: '));
  const password = options.passwordStdin
    ? await readAll(io, LONGEST_PASSWORD)
    : await ask(io, 'Password: ', { hidden: true });
  return { email: email.trim(), password };
}

/** The hub tells a wrong password with the code for being signed out; here that is what went wrong, not what to do. */
function wrongPassword(error: unknown): never {
  if (error instanceof Failure && error.code === 'UNAUTHENTICATED') {
    throw new Failure('UNAUTHENTICATED', 'The hub knows no such account, or not with this password.', {
      cause: error,
    });
  }
  throw error;
}
