import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const COMMAND = join(process.cwd(), 'dist/apps/cli/src/main.js');

export interface Ended {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Started {
  readonly child: ChildProcess;
  /** What it has printed so far. */
  output(): string;
  ended: Promise<Ended>;
}

/** Somebody's computer: the built command with a home of its own, at one hub. */
export class Desk {
  private constructor(
    private readonly home: string,
    private readonly hub: string,
    private readonly dataDir: string,
  ) {}

  static async open(hub: string, dataDir: string): Promise<Desk> {
    return new Desk(await mkdtemp(join(tmpdir(), 'watchfire-desk-')), hub, dataDir);
  }

  /** Signs in as one of the demo community. */
  static async of(persona: string, hub: string, dataDir: string): Promise<Desk> {
    const desk = await Desk.open(hub, dataDir);
    const { accounts } = await desk.json('demo', 'accounts');
    const { email, password } =
      (accounts as Record<string, string>[]).find((row) => row.persona === persona) ?? {};
    const { exit, stderr } = await desk.run(['sign-in', '--email', `${email}`, '--password-stdin'], {
      input: `${password}\n`,
    });
    if (exit !== 0) throw new Error(`${persona} cannot sign in: ${stderr}`);
    return desk;
  }

  close(): Promise<void> {
    return rm(this.home, { recursive: true });
  }

  start(
    words: readonly string[],
    { input = '', env = {} }: { input?: string; env?: NodeJS.ProcessEnv } = {},
  ): Started {
    const child = spawn(process.execPath, [COMMAND, ...words], {
      env: {
        PATH: process.env.PATH,
        HOME: this.home,
        TZ: 'UTC',
        WATCHFIRE_HUB: this.hub,
        WATCHFIRE_DATA_DIR: this.dataDir,
        ...env,
      },
    });
    const texts = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (chunk: string) => {
        texts[name] += chunk;
      });
    }
    child.stdin.end(input);
    const ended = new Promise<Ended>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (exit) => resolve({ exit, ...texts }));
    });
    return { child, output: () => texts.stdout + texts.stderr, ended };
  }

  run(words: readonly string[], options?: { input?: string; env?: NodeJS.ProcessEnv }): Promise<Ended> {
    return this.start(words, options).ended;
  }

  /** What the command answers programs. */
  async json(...words: string[]): Promise<Record<string, unknown>> {
    const { exit, stdout, stderr } = await this.run([...words, '--json']);
    if (exit !== 0) throw new Error(`${words.join(' ')} ended with ${exit}: ${stderr}`);
    return JSON.parse(stdout) as Record<string, unknown>;
  }

  /** Everything that the command keeps on this computer. */
  kept(): Promise<string> {
    return readFile(join(this.home, '.config/watchfire/credentials.json'), 'utf8');
  }

  /** A file on this computer. */
  async file(name: string, text: string): Promise<string> {
    const path = join(this.home, name);
    await writeFile(path, text);
    return path;
  }
}

/** An alert as somebody writes it into a file. */
export const ALERT = `---
kind: alert
title: Phishing against county clerks
tlp: amber
regions: [dane wi]
severity: medium
urgency: expected
certainty: observed
systems: [office-it]
answer-within: 4h
expires: 48h
---
Do not open the attachment.
`;

export const idIn = (answer: Record<string, unknown>): string => (answer.publication as { id: string }).id;
export const titles = ({ publications }: Record<string, unknown>) =>
  (publications as { title: string }[]).map(({ title }) => title);
