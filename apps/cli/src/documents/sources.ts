import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../context.js';
import { Failure, systemCode, usage } from '../failure.js';

/** A document to send: whence it is, and its bytes. */
export interface Source {
  readonly name: string;
  /** Where it was fetched, if it was: what it links to is relative to that. */
  readonly url: URL | null;
  open(): Promise<AsyncIterable<Uint8Array>>;
}

/** What stands beside documents in a folder, and lists of them that only lead to the others. */
const BESIDE = /\.(sha256|sha512|asc|sig|md5)$|^(index\.txt|changes\.csv|manifest\.json|hashes\.csv)$/i;
const DOCUMENTS = /\.(json|xml|cap|stix|atom|gz)$/i;
const MOST_FILES = 10_000;
const FETCH_TIMEOUT_MS = 60_000;

/** The documents that an argument of the command stands for: a file, a folder with all below it, a web address, `-`. */
export async function* sourcesOf(context: Context, argument: string): AsyncGenerator<Source> {
  if (argument === '-')
    yield {
      name: 'standard input',
      url: null,
      open: async () => context.io.stdin as AsyncIterable<Uint8Array>,
    };
  else if (/^https?:\/\//i.test(argument)) yield fetched(addressOf(argument));
  else if (await isFolder(argument)) yield* filesOf(argument);
  else yield file(argument);
}

export function addressOf(text: string, base?: URL): URL {
  if (!URL.canParse(text, base?.href)) throw usage(`${text} is no web address.`);
  const url = new URL(text, base);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw usage(`${url.href} is no web address.`);
  return url;
}

export const fetched = (url: URL): Source => ({
  name: url.href,
  url,
  open: async () => {
    const answer = await fetch(url, { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) }).catch(
      (cause: unknown) => {
        throw new Failure('UNREACHABLE', `${url.href} cannot be reached.`, { cause });
      },
    );
    if (!answer.ok || !answer.body) throw new Failure('UNREACHABLE', `${url.href} answers ${answer.status}.`);
    return answer.body as unknown as AsyncIterable<Uint8Array>;
  },
});

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    throw usage(`${path} cannot be read.`);
  }
}

async function* filesOf(folder: string): AsyncGenerator<Source> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && DOCUMENTS.test(entry.name) && !BESIDE.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  if (names.length === 0) throw usage(`${folder} holds no document.`);
  if (names.length > MOST_FILES) throw usage(`${folder} holds more than ${MOST_FILES} documents.`);
  for (const name of names) yield file(name);
}

const file = (path: string): Source => ({
  name: path,
  url: null,
  open: async () => {
    await assertWhole(path);
    return createReadStream(path);
  },
});

/** A hash beside a document says whether it is whole: CSAF 2.0, section 7.1.18. */
async function assertWhole(path: string): Promise<void> {
  for (const algorithm of ['sha512', 'sha256']) {
    const said = await readFile(`${path}.${algorithm}`, 'utf8').catch((error: unknown) => {
      if (systemCode(error) === 'ENOENT') return null;
      throw usage(`${path}.${algorithm} cannot be read.`);
    });
    if (said === null) continue;
    const hash = createHash(algorithm);
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
    if (hash.digest('hex') !== said.trim().split(/\s/)[0]?.toLowerCase())
      throw new Failure(
        'BAD_INPUT',
        `${path} is not what ${path}.${algorithm} says: it is damaged or was changed.`,
      );
    return;
  }
}
