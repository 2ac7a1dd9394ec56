import { readFile } from 'node:fs/promises';
import { type Define, examples } from '../../cli.js';
import type { Context } from '../../context.js';
import { Failure, usage } from '../../failure.js';
import { InvitePeople, type InvitePeopleMutation } from '../../generated/operations.generated.js';
import { memberId } from '../../names/member.js';
import { type RepeatOptions, repeatable } from '../../options/common.js';
import { readAll } from '../../terminal/ask.js';
import { safeLine } from '../../terminal/sanitize.js';
import { table } from '../../views/list.js';

interface Options extends RepeatOptions {
  readonly member?: string;
  readonly dryRun?: boolean;
}

/** More than the hub takes, so that it is the hub that refuses. */
const MOST_READ = 200_000;

export const define: Define = (command, act) => {
  command
    .description(
      'Invite many people from a CSV file with the columns email, name and roles. If a line is wrong, nobody is invited.',
    )
    .argument('<file>', 'the file; `-` reads standard input')
    .option('--dry-run', 'only tell what would come of it')
    .option('--member <member>', 'for operators: another member, by name or id');
  repeatable(command).action(act(run));
  examples(command, [
    ['watchfire people invite-all staff.csv --dry-run', 'look before you invite'],
    ['watchfire people invite-all staff.csv', 'each link is shown once'],
  ]);
};

async function run(context: Context, file: string, options: Options): Promise<void> {
  const csv = await textOf(context, file);
  const hub = await context.hub();
  const member = options.member === undefined ? {} : { memberId: await memberId(hub, options.member) };
  const input = { csv, dryRun: options.dryRun === true, ...member };
  const { invitePeople } = await hub.perform(InvitePeople, input, {
    idempotencyKey: options.idempotencyKey,
    session: true,
  });
  context.show(
    invitePeople,
    (data, canvas) => `${summary(data, input.dryRun)}\n\n${rows(data.lines, canvas)}`,
  );
  if (invitePeople.errorCount > 0)
    throw new Failure(
      'BAD_INPUT',
      `${invitePeople.errorCount} of ${invitePeople.lines.length} lines are wrong.`,
    );
}

async function textOf({ io }: Context, file: string): Promise<string> {
  if (file === '-') return readAll(io, MOST_READ);
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw usage(`${file} cannot be read.`);
  }
}

type Invited = InvitePeopleMutation['invitePeople'];

function summary({ invited, lines, errorCount }: Invited, dryRun: boolean): string {
  if (invited) return `Invited ${lines.length}. Give each their link; it is shown once.`;
  if (errorCount === 0 && dryRun) return `All ${lines.length} lines are good. Nobody has been invited yet.`;
  return 'Nobody is invited.';
}

const rows = table<Invited['lines'][number]>(
  ['Line', 'Address', 'Name', 'Link, or what is wrong'],
  ({ line, email, name, link, error }) => [
    String(line),
    safeLine(email ?? ''),
    safeLine(name ?? ''),
    safeLine(error ? `${error.column ?? 'line'}: ${error.message}` : (link ?? '-')),
  ],
  'There are no lines.',
);
