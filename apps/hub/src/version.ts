import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

function packageFile(from = import.meta.dirname): string {
  const file = join(from, 'package.json');
  return existsSync(file) ? file : packageFile(dirname(from));
}

/** The version of package.json. */
export const version: string = JSON.parse(readFileSync(packageFile(), 'utf8')).version;
