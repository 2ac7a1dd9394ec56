import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What vite says of each file: what it needs at once, and what it loads when it is wanted. */
interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
}

const folder = join(process.cwd(), 'dist/console');
const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Record<
  string,
  Chunk
>;
const ENTRY = 'index.html';

/** Compressed kB of script and style that a first visit to a page loads, its frame with it. */
const LIMITS: Readonly<Record<string, number>> = {
  [ENTRY]: 165,
  'src/pages/publication/publication-page.tsx': 205,
  'src/pages/compose/compose-page.tsx': 205,
  'src/pages/drafts/drafts-page.tsx': 170,
  'src/pages/account/account-page.tsx': 170,
  'src/pages/preferences/preferences-page.tsx': 170,
  'src/pages/reach/reach-page.tsx': 175,
  'src/pages/look-up/look-up-page.tsx': 170,
  'src/pages/import/import-page.tsx': 170,
  'src/pages/map/map-page.tsx': 175,
  'src/pages/subscriptions/subscriptions-page.tsx': 170,
  'src/pages/members/members-page.tsx': 170,
  'src/pages/members/member-page.tsx': 170,
  'src/pages/groups/groups-page.tsx': 170,
  'src/pages/operations/operations-page.tsx': 170,
  'src/pages/public/public-page.tsx': 170,
  'src/pages/sign-in/invitation-page.tsx': 170,
};

/** All files that are loaded for these chunks. */
function filesOf(names: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const files = new Set<string>();
  const add = (name: string): void => {
    const chunk = manifest[name];
    if (!chunk || seen.has(name)) return;
    seen.add(name);
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
    for (const needed of chunk.imports ?? []) add(needed);
  };
  for (const name of names) add(name);
  return files;
}

const compressedSize = (file: string): number =>
  Math.min(
    ...[file, `${file}.br`].map(
      (one) => statSync(join(folder, one), { throwIfNoEntry: false })?.size ?? Infinity,
    ),
  );

const kilobytes = (page: string): number =>
  [...filesOf([ENTRY, page])].reduce((sum, file) => sum + compressedSize(file), 0) / 1_000;

it('each page has its budget', () => {
  const pages = Object.keys(manifest).filter((name) => /^src\/pages\/.*-page\.tsx$/.test(name));
  expect([ENTRY, ...pages].sort()).toEqual(Object.keys(LIMITS).sort());
});

it.each(Object.entries(LIMITS))('%s loads at most %d kB of compressed script and style', (page, limit) => {
  expect(kilobytes(page)).toBeGreaterThan(20);
  expect(kilobytes(page)).toBeLessThanOrEqual(limit);
});
