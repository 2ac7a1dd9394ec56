import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, 'table');

/** Every seeded fault, of all subjects. Each is put into the code by itself, and a test must fail. */
export const FAULTS = readdirSync(FOLDER)
  .sort()
  .flatMap((file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')));
