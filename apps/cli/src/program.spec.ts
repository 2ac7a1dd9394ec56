import { Command } from 'commander';
import { parse, validate } from 'graphql';
import { CATALOGUE } from './catalogue.js';
import { actWith } from './cli.js';
import { EXIT_MEANINGS } from './failure.js';
import * as operations from './generated/operations.generated.js';
import { connection } from './testing/data.fixture.js';
import { contract, refusal, startTestHub } from './testing/hub.fixture.js';
import { cli } from './testing/run.fixture.js';

/** Every command line that there is: `list`, `keys create` … */
async function allCommands(): Promise<string[][]> {
  const act = actWith({ stdin: process.stdin, stdout: process.stdout, stderr: process.stderr, env: {} });
  const rows: string[][] = [];
  for (const { name, load } of CATALOGUE) {
    const command = new Command(name);
    (await load()).define(command, act);
    rows.push(
      ...(command.commands.length > 0 ? command.commands.map((sub) => [name, sub.name()]) : [[name]]),
    );
  }
  return rows;
}

describe('help', () => {
  it('is there for every command, with examples of that very command', async () => {
    const commands = await allCommands();
    expect(commands.length).toBeGreaterThan(40);
    for (const words of commands) {
      const { exit, stdout, stderr } = await cli([...words, '--help']);
      expect(stdout).toContain(`Usage: watchfire ${words.join(' ')}`);
      expect(stdout).toMatch(new RegExp(`Examples:\\n  # .+\\n  \\$ watchfire ${words.join(' ')}`));
      expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    }
  });

  it('of the whole names every command and every exit code', async () => {
    const { exit, stdout } = await cli(['--help']);
    for (const { name, summary } of CATALOGUE) expect(stdout).toMatch(new RegExp(`  ${name} +${summary}`));
    for (const [code, meaning] of EXIT_MEANINGS) expect(stdout).toContain(`  ${code}  ${meaning}`);
    expect(exit).toBe(0);
  });

  it('may be asked for with the word', async () => {
    expect((await cli(['help', 'keys', 'create'])).stdout).toContain('Usage: watchfire keys create');
    expect((await cli(['help'])).stdout).toContain('Usage: watchfire ');
  });

  it('has a version', async () => {
    expect(await cli(['--version'])).toMatchObject({
      exit: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });
});

describe('what cannot be used', () => {
  it.each([
    [['lst'], /Unknown command 'lst'\. \(Did you mean list\?\)/],
    [['list', '--frist', '3'], /Unknown option '--frist'\. \(Did you mean --first\?\)/],
    [['list', '--first', '0'], /Give a whole number from 1 to 10000\./],
    [['list', '--tlp', 'white'], /Allowed: clear, green, amber, amber-strict, red\./],
    [['show'], /Missing required argument 'id'\./],
    [['withdraw', 'x'], /Required option '--reason <text>' not specified\./],
    [['acknowledge', 'x', '--acting', '--need-help'], /Give one answer/],
    [['keys', 'create', 'x'], /Say what it may do/],
    [['list', '--hub', 'nonsense'], /must be an http or https URL/],
    [['list', '--since', 'yesterday'], /--since must be a date/],
    [['audit', 'verify', '--expect', 'x'], /--expect takes a head/],
  ])('%j ends with 2 and one sentence', async (words, sentence) => {
    const { exit, stdout, stderr } = await cli(words);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toMatch(sentence);
    expect(stderr).toMatch(/^watchfire: [^\n]+ \[USAGE\]\n$/);
  });

  it('is told with help where a command is missing', async () => {
    expect(await cli([])).toMatchObject({ exit: 2, stdout: '' });
    expect(await cli(['keys'])).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('Usage: watchfire keys'),
    });
  });
});

describe('errors', () => {
  it('are one sentence with the code, on standard error, whatever the hub sends', async () => {
    const hub = await startTestHub({
      publications: () => Promise.reject(refusal('FORBIDDEN', 'You may\n not.\u001b]0;x\u0007')),
    });
    const { exit, stdout, stderr } = await cli(['list', '--hub', hub.url]);
    await hub.close();
    expect({ exit, stdout }).toEqual({ exit: 4, stdout: '' });
    expect(stderr).toBe('watchfire: You may not.\ufffd]0;x\ufffd [FORBIDDEN]\n');
  });

  it('in the command itself show no stack', async () => {
    const hub = await startTestHub({ publications: connection([{ id: 'x' }]) });
    const { exit, stderr } = await cli(['list', '--hub', hub.url]);
    await hub.close();
    expect(exit).toBe(1);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

it('asks for nothing that the contract does not have', () => {
  const schema = contract();
  const texts = Object.values(operations).filter(
    (value): value is string & typeof value => typeof value === 'string',
  );
  expect(texts.length).toBeGreaterThan(40);
  for (const text of texts) expect(validate(schema, parse(text))).toEqual([]);
});
