import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const folder = join(process.env.WATCHFIRE_CORPUS ?? '../shared/data', 'reference/regions');

/** Real data that is not part of the project: what needs it is skipped where it is not at hand. */
export const describeWithCorpus = existsSync(folder) ? describe : describe.skip;

const read = (name: string): string => {
  const bytes = readFileSync(join(folder, name));
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
};

export const corpusJson = <T>(name: string): T => JSON.parse(read(name)) as T;

export interface Division {
  readonly id: string;
  readonly name: string;
  readonly geoid: string;
}

/** Open Civic Data's ids of counties and places, with their census GEOIDs. */
export function censusDivisions(): Division[] {
  const [, ...rows] = read('us_census_places.csv.gz').trim().split(/\r?\n/);
  return rows.map((row) => {
    const {
      id = '',
      name = '',
      geoid = '',
    } = /^(?<id>[^,]+),(?<name>.*),place-(?<geoid>\d+)$/.exec(row)?.groups ?? {};
    return { id, name: name.replace(/^"|"$/g, ''), geoid };
  });
}
