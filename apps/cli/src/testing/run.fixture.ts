import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import type { Exit } from '../failure.js';
import { run } from '../program.js';

export interface Ran {
  readonly exit: Exit;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly env?: NodeJS.ProcessEnv;
  /** What is typed, or piped in. */
  readonly input?: string;
  /** Whether somebody sits at a terminal. */
  readonly terminal?: boolean;
  readonly columns?: number;
}

const homes: string[] = [];
afterAll(() => {
  for (const home of homes) rmSync(home, { recursive: true, force: true });
});

/** An empty folder of its own, where sign-ins are kept. It is gone after the file's tests. */
export function newHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'watchfire-cli-'));
  homes.push(home);
  return home;
}

/** Runs one command line in this process, with streams of its own. */
export async function cli(
  words: readonly string[],
  { env = {}, input = '', terminal = false, columns }: Running = {},
): Promise<Ran> {
  const stdin = Object.assign(new PassThrough(), { isTTY: terminal });
  const stdout = Object.assign(new PassThrough(), { isTTY: terminal, ...(columns && { columns }) });
  const stderr = Object.assign(new PassThrough(), { isTTY: terminal });
  const texts = [stdout, stderr].map(gather);
  stdin.end(input);
  const exit = await run(words, { stdin, stdout, stderr, env: { XDG_CONFIG_HOME: newHome(), ...env } });
  const [out, err] = texts.map((read) => read());
  return { exit, stdout: out ?? '', stderr: err ?? '' };
}

function gather(stream: PassThrough): () => string {
  let text = '';
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  return () => text + (stream.read() ?? '');
}
