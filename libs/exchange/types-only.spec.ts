import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = 'libs/exchange';
const sources = (readdirSync(folder, { recursive: true }) as string[]).filter((name) =>
  /(?<!\.(spec|fixture|d))\.ts$/.test(name),
);

describe('the translations', () => {
  it('take types alone from the rest of the hub, and do no input or output', () => {
    const taken = sources.flatMap((name) =>
      [
        ...readFileSync(join(folder, name), 'utf8').matchAll(
          /^(?:import|export) (?!type )[^;]*? from '([^.'][^']*)';/gm,
        ),
      ].map(([, from]) => from),
    );
    expect([...new Set(taken)].sort()).toEqual(['csv-parse/sync', 'node:crypto', 'node:net', 'saxes']);
  });
});
