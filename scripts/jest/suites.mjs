import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { LONGEST } from './longest-first.mjs';

/** More than these would keep one core busy while the others have nothing left to do. */
const MOST_TOGETHER = 16;
/**
 * What is done before each test of a file would be done before those of the others too. What is done once is done for all of them
 * at the beginning, which hurts nobody.
 */
const FOR_EACH_OF_THE_FILE = /^(?:(?:before|after)Each|jest\.setTimeout)\(/m;

/**
 * Puts specs together into a few files that import them: each file that Jest runs loads all that it needs anew, and
 * for most specs that takes longer than their tests.
 *
 * @param {{ root: string, folder: string, places: readonly string[], isOurs: (path: string) => boolean }} project where to write
 * the files, in which folders of the checkout specs lie, and which of them are the project's
 * @returns {string[]} the files that Jest is to run; some are specs that stay by themselves
 */
export function suitesOf({ root, folder, places, isOurs }) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const alone = [];
  const together = [];
  for (const path of specsIn(root, places).filter(isOurs)) {
    const byItself =
      LONGEST.includes(path) || FOR_EACH_OF_THE_FILE.test(readFileSync(join(root, path), 'utf8'));
    (byItself ? alone : together).push(path);
  }
  const suites = [];
  while (together.length > 0) {
    const paths = together.splice(0, MOST_TOGETHER);
    const [first, last] = [subjectOf(paths[0]), subjectOf(paths.at(-1))];
    const number = String(suites.length + 1).padStart(2, '0');
    const file = join(folder, `${number}-${first === last ? first : `${first}-to-${last}`}.mjs`);
    writeFileSync(file, paths.map((path) => `import '${relative(folder, join(root, path))}';\n`).join(''));
    suites.push(file);
  }
  return [...suites, ...alone.map((path) => join(root, path))];
}

/** `test/delivery/email.spec.ts` is of delivery. */
const subjectOf = (path) => path.split('/')[1];

const specsIn = (root, places) =>
  places
    .flatMap((place) =>
      readdirSync(join(root, place), { recursive: true }).map(
        (path) => `${place}/${path.replaceAll('\\', '/')}`,
      ),
    )
    .filter((path) => path.endsWith('.spec.ts'))
    .sort();
