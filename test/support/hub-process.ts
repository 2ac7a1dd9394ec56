import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Place } from './database.js';

/** A hub as its operator runs it: a process of its own, from the build, on a free port. */
export interface HubProcess {
  readonly url: string;
  readonly process: ChildProcess;
  /** All that it printed. */
  output(): string;
  /** Ends it with a signal. @returns its exit code, or the signal that ended it */
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals>;
}

const STARTS_WITHIN = 120_000;

/** @throws Error with what it printed, when it does not come up */
export async function startHubProcess(place: Place, env: Record<string, string> = {}): Promise<HubProcess> {
  const { database } = place;
  const folder =
    database.dialect === 'sqlite'
      ? join(database.file, '..')
      : await mkdtemp(join(tmpdir(), 'watchfire-test-'));
  const child = spawn(process.execPath, ['dist/start/hub.mjs'], {
    env: {
      PATH: process.env.PATH ?? '',
      NODE_ENV: 'development',
      PORT: '0',
      WATCHFIRE_DEMO: 'off',
      WATCHFIRE_DATA_DIR: folder,
      ...(database.dialect === 'postgres' ? { WATCHFIRE_DATABASE_URL: database.url } : {}),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  const url = await new Promise<string>((resolve, reject) => {
    const fail = () => reject(new Error(`The hub did not come up:\n${printed}`));
    const timer = setTimeout(fail, STARTS_WITHIN);
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /Watchfire is up at (http:\S+)/.exec(printed);
      if (!found?.[1]) return;
      clearTimeout(timer);
      resolve(found[1]);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then(fail);
  });
  return {
    url,
    process: child,
    output: () => printed,
    end: async (signal) => {
      child.kill(signal);
      const [code, by] = await ended;
      if (database.dialect === 'postgres') await rm(folder, { recursive: true, force: true });
      return code ?? by ?? 0;
    },
  };
}
