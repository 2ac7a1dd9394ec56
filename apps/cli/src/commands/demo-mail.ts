import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import { type Define, examples } from '../cli.js';
import type { Canvas, Context } from '../context.js';
import { absent, Failure, systemCode } from '../failure.js';
import { numberOption } from '../options/values.js';
import { safeLine, safeText } from '../terminal/sanitize.js';
import { table } from '../views/list.js';

/** The folder in the hub's data folder in which the demo's mail lies. */
const FOLDER = 'demo-mail';

interface Mail {
  readonly number: number;
  readonly to: string;
  readonly subject: string;
  readonly date: string;
  readonly text: string;
}

export const define: Define = (command, act) => {
  command
    .description(
      'The mail that the demo sent, latest first. It goes to no mailbox: the hub keeps it in its data folder, WATCHFIRE_DATA_DIR or ./var.',
    )
    .argument('[number]', 'shows one, as its reader would see it as plain text')
    .addOption(numberOption('-n, --first <count>', 'how many', 1, 500).default(20))
    .option('--to <address>', 'only mail to an address with this in it')
    .action(act(run));
  examples(command, [
    ['watchfire demo mail', 'the latest'],
    ['watchfire demo mail 1', 'the latest one in full'],
    ['watchfire demo mail --to dane-county', "an office's"],
  ]);
};

async function run(
  context: Context,
  number: string | undefined,
  { first, to }: { readonly first: number; readonly to?: string },
): Promise<void> {
  const folder = join(context.io.env.WATCHFIRE_DATA_DIR || 'var', FOLDER);
  const wanted = number === undefined ? null : Number(number);
  const mails = await latest(folder, to ?? '', wanted ?? first);
  if (wanted === null) {
    context.show({ mails }, (data, canvas) => list(data.mails, canvas));
    return;
  }
  const mail = mails.find((one) => one.number === wanted);
  if (!mail) throw absent('There is no such mail.');
  context.show({ mail }, (data, { style }) =>
    [
      `${style.bold('To')} ${safeLine(data.mail.to)}`,
      `${style.bold('Subject')} ${safeLine(data.mail.subject)}`,
      '',
      safeText(data.mail.text),
    ].join('\n'),
  );
}

async function latest(folder: string, to: string, most: number): Promise<Mail[]> {
  const mails: Mail[] = [];
  for (const name of await names(folder)) {
    if (mails.length >= most) break;
    const { date, subject, text, to: recipients } = await read(join(folder, name));
    const address = recipients?.[0]?.address ?? '';
    if (!address.includes(to)) continue;
    const number = mails.length + 1;
    mails.push({ number, to: address, subject: subject ?? '', date: date ?? '', text: text ?? '' });
  }
  return mails;
}

async function names(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder))
      .filter((name) => name.endsWith('.eml'))
      .sort()
      .reverse();
  } catch (error) {
    if (systemCode(error) !== 'ENOENT')
      throw new Failure('DEMO', `${folder} cannot be read.`, { cause: error });
    throw absent(
      `There is no mail of a demo here: ${folder} does not exist. Start a hub, or set WATCHFIRE_DATA_DIR to its data folder.`,
    );
  }
}

const read = async (file: string): Promise<Email> => PostalMime.parse(await readFile(file));

function list(mails: readonly Mail[], canvas: Canvas): string {
  const rows = table<Mail>(
    ['No.', 'Sent', 'To', 'Subject'],
    ({ number, date, to, subject }) => [
      `${number}`,
      safeLine(date.slice(0, 16).replace('T', ' ')),
      safeLine(to),
      safeLine(subject),
    ],
    'No mail was sent.',
  );
  return rows(mails, canvas);
}
