import { chmod, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { Failure, systemCode } from '../failure.js';
import type { Kept } from './bearers.js';

/** All that sign-ins left, by hub, and the hub that is meant when none is named. */
export interface Credentials {
  readonly version: 1;
  readonly current: string | null;
  readonly hubs: Readonly<Record<string, Kept>>;
}

const NONE: Credentials = { version: 1, current: null, hubs: {} };

/** Under the user's configuration folder (XDG Base Directory specification; %APPDATA% on Windows). */
export function credentialsFile(env: NodeJS.ProcessEnv): string {
  const windows = process.platform === 'win32' ? env.APPDATA : undefined;
  const folder = env.XDG_CONFIG_HOME || windows || join(env.HOME || homedir(), '.config');
  return join(folder, 'watchfire', 'credentials.json');
}

/** What is kept; nothing when there is no file. A file that others could read is closed to them first. */
export async function readCredentials(file: string): Promise<Credentials> {
  let text: string;
  try {
    if (process.platform !== 'win32' && ((await stat(file)).mode & 0o077) !== 0) await chmod(file, 0o600);
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return NONE;
    throw new Failure('CREDENTIALS', `${file} cannot be read.`, { cause: error });
  }
  try {
    const read = JSON.parse(text) as Credentials;
    if (read.version === 1 && typeof read.hubs === 'object' && read.hubs !== null) return read;
  } catch {
    // Told below, as for a file of another shape.
  }
  throw new Failure('CREDENTIALS', `${file} is not what sign-in writes: remove it and sign in again.`);
}

/** Writes it whole or not at all, for the user's eyes only. */
export async function writeCredentials(file: string, credentials: Credentials): Promise<void> {
  const beside = `${file}.${process.pid}`;
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(beside, `${JSON.stringify(credentials, null, 2)}\n`, {
      mode: 0o600,
      flag: 'wx',
      flush: true,
    });
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw new Failure('CREDENTIALS', `${file} cannot be written.`, { cause: error });
  }
}

/** The same with one hub's entry set, or removed with null. */
export function withHub(all: Credentials, hub: string, kept: Kept | null): Credentials {
  const { [hub]: _previous, ...others } = all.hubs;
  if (kept !== null) return { version: 1, current: hub, hubs: { ...others, [hub]: kept } };
  return {
    version: 1,
    current: all.current === hub ? (Object.keys(others)[0] ?? null) : all.current,
    hubs: others,
  };
}
