import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

function folderOfPackage(from = import.meta.dirname): string {
  return existsSync(join(from, 'package.json')) ? from : folderOfPackage(dirname(from));
}

/** The folder of package.json: the checkout. */
export const packageFolder: string = folderOfPackage();

/** The version of package.json. */
export const version: string = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version;
