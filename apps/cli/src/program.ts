import { Command, CommanderError } from 'commander';
import { CATALOGUE } from './catalogue.js';
import { type Act, actWith, examples } from './cli.js';
import { EXIT, EXIT_MEANINGS, type Exit, Failure } from './failure.js';
import type { Io } from './terminal/io.js';
import { safeLine } from './terminal/sanitize.js';
import { version } from './version.js';

const EXIT_CODES = [
  '',
  'Exit codes:',
  ...EXIT_MEANINGS.map(([code, meaning]) => `  ${code}  ${meaning}`),
].join('\n');

const ENVIRONMENT = `
Environment:
  WATCHFIRE_HUB            the hub's address, where --hub does not name one
  WATCHFIRE_API_KEY        an API key (or token) to use instead of signing in
  WATCHFIRE_PLAIN_HTTP=1   send secrets over http to another computer too
  VISUAL, EDITOR           the editor for \`post\` and \`revise\`
  NO_COLOR, FORCE_COLOR    no colours, or colours wherever the output goes`;

/** Runs one command line and says with which code the process should end. */
export async function run(words: readonly string[], io: Io): Promise<Exit> {
  try {
    await programFor(io).parseAsync(helpLast(words), { from: 'user' });
    return EXIT.OK;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.OK : EXIT.USAGE;
    const failure =
      error instanceof Failure
        ? error
        : new Failure(
            'INTERNAL',
            `This command failed: ${error instanceof Error ? error.message : String(error)}`,
          );
    io.stderr.write(`watchfire: ${safeLine(failure.message)} [${failure.code}]\n`);
    return failure.exit;
  }
}

/** `help post` as `post --help`, which loads the command first. */
const helpLast = (words: readonly string[]): string[] =>
  words[0] === 'help' ? [...words.slice(1), '--help'] : [...words];

function programFor(io: Io): Command {
  const program = new Command('watchfire')
    .description('Warn and be warned: the election community on one hub.')
    .version(version())
    .option('--hub <url>', "the hub's address")
    .option('--json', 'answer with JSON, for programs')
    .helpOption('-h, --help', 'show this help')
    .helpCommand(false)
    .configureHelp({ showGlobalOptions: true, sortSubcommands: false })
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
      outputError: (text, write) => write(usageError(text)),
      getOutHelpWidth: () => io.stdout.columns ?? 100,
      getErrHelpWidth: () => io.stdout.columns ?? 100,
    })
    .exitOverride()
    .addHelpText('after', ENVIRONMENT)
    .addHelpText('after', EXIT_CODES);
  examples(program, [
    ['watchfire sign-in --email clerk@dane.example', 'sign in'],
    ["watchfire list --region 'dane wi' --current", 'what concerns Dane County now'],
    ['watchfire tail', 'watch what is released'],
    ['watchfire post alert.md --dry-run', 'who would see it'],
  ]);
  addCommands(program, actWith(io));
  return program;
}

/** Each command's module is loaded when the command is used: starting takes as long as the one command needs. */
function addCommands(program: Command, act: Act): void {
  for (const { name, summary, group } of CATALOGUE) {
    program.command(name).description(`${summary}.`).summary(summary).helpGroup(group);
  }
  program.hook('preSubcommand', async (_program, command) => {
    const entry = CATALOGUE.find(({ name }) => name === command.name());
    if (entry) (await entry.load()).define(command.helpCommand(false), act);
  });
}

/** commander's "error: unknown option '--x'" in this command's own form. */
function usageError(text: string): string {
  const said = text
    .trim()
    .replace(/^error: ./, (start) => start.slice(-1).toUpperCase())
    .replace(/([^.?!)])$/gm, '$1.');
  return `watchfire: ${safeLine(said)} [USAGE]\n`;
}
