import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Define, examples } from '../cli.js';
import type { Canvas, Context } from '../context.js';
import { absent, Failure, systemCode } from '../failure.js';
import { safeLine } from '../terminal/sanitize.js';
import { table } from '../views/list.js';
import { define as mail } from './demo-mail.js';

/** What the hub leaves about each person of the demo community who can sign in. */
interface DemoAccount {
  readonly persona: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly member: string;
  readonly kind: string;
  readonly roles: readonly string[];
}

export const define: Define = (command, act) => {
  command.description('The demo community of a hub on this computer.');
  mail(command.command('mail'), act);
  const accounts = command
    .command('accounts')
    .description(
      'Who can sign in to the demo community, and with which password. Read from the data folder of a hub on this computer: WATCHFIRE_DATA_DIR, or ./var.',
    )
    .action(act(run));
  examples(accounts, [
    ['watchfire demo accounts', 'all of them'],
    [
      'watchfire demo accounts --json | jq -r \'.accounts[] | select(.persona == "county-clerk").password\'',
      "one's password",
    ],
  ]);
};

async function run(context: Context): Promise<void> {
  const file = join(context.io.env.WATCHFIRE_DATA_DIR || 'var', 'demo-accounts.json');
  context.show({ accounts: await readAccounts(file) }, (data, canvas) => view(data.accounts, canvas));
}

async function readAccounts(file: string): Promise<readonly DemoAccount[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') {
      throw new Failure('DEMO', `${file} cannot be read.`, { cause: error });
    }
    throw absent(
      `There is no demo community here: ${file} does not exist. Start a hub, or set WATCHFIRE_DATA_DIR to its data folder.`,
    );
  }
  const accounts = parsed(text);
  if (accounts === null) throw new Failure('DEMO', `${file} is not what a hub writes.`);
  return accounts;
}

const TEXTS = ['persona', 'name', 'email', 'password', 'member', 'kind'] as const;

function parsed(text: string): readonly DemoAccount[] | null {
  try {
    const rows = JSON.parse(text) as readonly DemoAccount[];
    const whole = rows.every(
      (row) => TEXTS.every((name) => typeof row[name] === 'string') && Array.isArray(row.roles),
    );
    return whole ? rows : null;
  } catch {
    return null;
  }
}

function view(accounts: readonly DemoAccount[], canvas: Canvas): string {
  const rows = table<DemoAccount>(
    ['Persona', 'Member', 'Roles', 'E-mail', 'Password'],
    ({ persona, member, roles, email, password }) => [
      safeLine(persona),
      safeLine(member),
      roles.map((role) => role.toLowerCase()).join(', '),
      safeLine(email),
      safeLine(password),
    ],
    'Nobody can sign in.',
  );
  return rows(accounts, canvas);
}
