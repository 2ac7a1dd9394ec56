import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const folder = process.env.WATCHFIRE_CORPUS ?? '../shared/data';

/** Real data of the field that is not part of the project: what needs it is skipped where it is not at hand. */
export const describeWithCorpus = existsSync(join(folder, 'stix21')) ? describe : describe.skip;

export function corpusBytes(name: string): Buffer {
  const bytes = readFileSync(join(folder, name));
  return name.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}

export const corpusText = (name: string): string => corpusBytes(name).toString('utf8');

// biome-ignore lint/suspicious/noExplicitAny: whoever reads a file of the corpus knows what it holds
export const corpusJson = (name: string): any => JSON.parse(corpusText(name));

/** The files of a folder that end so, by name; none where the corpus is not at hand. */
export const corpusFiles = (under: string, ending: string): string[] =>
  existsSync(join(folder, under))
    ? readdirSync(join(folder, under))
        .filter((name) => name.endsWith(ending))
        .sort()
        .map((name) => `${under}/${name}`)
    : [];
