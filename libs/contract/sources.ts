import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the contract's files: `schema/` at the top of the project, from the sources as from the build. */
function contractFolder(from = import.meta.dirname): string {
  const folder = join(from, 'schema');
  if (existsSync(join(folder, 'common.graphql'))) return folder;
  const above = dirname(from);
  if (above === from) throw new Error('The folder schema/ is missing.');
  return contractFolder(above);
}

/** The texts of the contract's files, in the order of their names. */
export function contractSources(): string[] {
  const folder = contractFolder();
  return readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}
