import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure, stopped } from '../failure.js';
import type { Io } from '../terminal/io.js';

/** A file in a folder of its own that only the user can read, since what is written may be RED. */
export interface Edited {
  readonly text: string;
  readonly file: string;
  /** Removes it; until then nothing typed is lost. */
  discard(): Promise<void>;
}

/** Opens the user's editor on a text and gives back what it became. An unchanged text means: do nothing. */
export async function edit(io: Io, text: string): Promise<Edited> {
  const folder = await mkdtemp(join(tmpdir(), 'watchfire-'));
  const file = join(folder, 'publication.md');
  const discard = () => rm(folder, { recursive: true, force: true });
  await writeFile(file, text, { mode: 0o600 });
  await runEditor(io.env.VISUAL || io.env.EDITOR || (process.platform === 'win32' ? 'notepad' : 'vi'), file);
  const after = await readFile(file, 'utf8');
  if (after === text || after.trim() === '') {
    await discard();
    throw stopped();
  }
  return { text: after, file, discard };
}

/** The editor's command may hold options (`code --wait`), as the shell reads them. */
function runEditor(editor: string, file: string): Promise<void> {
  const child =
    process.platform === 'win32'
      ? spawn(`${editor} "${file}"`, { shell: true, stdio: 'inherit' })
      : spawn('/bin/sh', ['-c', `${editor} "$1"`, 'sh', file], { stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0
        ? resolve()
        : reject(new Failure('EDITOR', `The editor "${editor}" failed; what was written is in ${file}.`)),
    );
  });
}
