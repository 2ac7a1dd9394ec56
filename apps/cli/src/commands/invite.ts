import { type Define, examples } from '../cli.js';
import type { Context } from '../context.js';
import { InvitePerson, type InvitePersonMutation } from '../generated/operations.generated.js';
import { memberId } from '../names/member.js';
import { type RepeatOptions, repeatable } from '../options/common.js';
import { type EnumValue, enumsOption } from '../options/values.js';
import { safeLine } from '../terminal/sanitize.js';
import { longTime } from '../terminal/time.js';
import { roleNames } from '../views/community.js';

interface Options extends RepeatOptions {
  readonly name: string;
  readonly role: readonly EnumValue<'Role'>[];
  readonly member?: string;
}

export const define: Define = (command, act) => {
  command
    .description(
      'Invite a person to your member by a link, which is shown once. Who waits is in `members invitations`.',
    )
    .argument('<email>', 'the address that they will sign in with')
    .requiredOption('--name <name>', 'their name, or the name of their desk')
    .addOption(enumsOption('--role <roles>', 'the roles that they will hold', 'Role').makeOptionMandatory())
    .option('--member <member>', 'for operators: another member, by name or id');
  repeatable(command).action(act(run));
  examples(command, [
    [
      "watchfire invite deputy@dane.example --name 'Deputy Clerk' --role viewer,author",
      'invite to your own member',
    ],
    [
      "watchfire invite clerk@rock.example --name Clerk --role releaser,coordinator --member 'Rock County Clerk'",
      'to another, as operator',
    ],
  ]);
};

async function run(context: Context, email: string, options: Options): Promise<void> {
  const hub = await context.hub();
  const member = options.member === undefined ? {} : { memberId: await memberId(hub, options.member) };
  const input = { email, name: options.name, roles: options.role, ...member };
  const { invitePerson } = await hub.perform(InvitePerson, input, {
    idempotencyKey: options.idempotencyKey,
    session: true,
  });
  context.show(invitePerson, view);
}

function view({ invitation, link }: InvitePersonMutation['invitePerson']): string {
  const { email, member, roles, expiresAt } = invitation;
  const head = `Invited ${safeLine(email)} to ${safeLine(member.name)} (${roleNames(roles)}), until ${longTime(expiresAt)}.`;
  return link === null
    ? `${head}\nThe link was shown before and is not shown again.`
    : `${head}\nGive them this link; it is shown once:\n${safeLine(link)}`;
}
