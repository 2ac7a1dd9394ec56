import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env.WATCHFIRE_CORPUS ?? '../shared/data';

/** Real data that is not part of the project: what needs it is skipped where it is not at hand. */
export const describeWithCorpus = existsSync(join(folder, 'stix21')) ? describe : describe.skip;

export const corpusJson = <T>(name: string): T => JSON.parse(readFileSync(join(folder, name), 'utf8')) as T;
