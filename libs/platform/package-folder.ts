import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

function folderOfPackage(from: string): string {
  return existsSync(join(from, 'package.json')) ? from : folderOfPackage(dirname(from));
}

/** The folder of package.json: the checkout, from the sources as from the build. */
export const packageFolder: string = folderOfPackage(import.meta.dirname);
