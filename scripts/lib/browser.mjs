import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { root, textOf } from './stamp.mjs';

const EXTRACT = "await (await import('@sparticuz/chromium')).default.executablePath()";

/** Where the browser of the package lies once it is unpacked, by the version that is asked for. */
const folder = () =>
  join(root, '.cache/browser', JSON.parse(textOf('package.json')).devDependencies['@sparticuz/chromium']);

/** The last that is written, so that what has it is whole. */
const FONTS = 'fonts.conf';

/** Names the fonts that come with the browser and no others: the package's own list names folders of another machine. */
const FONTS_THERE = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/**
 * Unpacks the browser that comes with the package, once: nothing is downloaded. The package writes to the folder for temporary
 * files and, where it takes itself to be on another machine, the libraries that a bare one lacks; so it runs in a process of its own.
 */
export function unpackBrowser() {
  const home = folder();
  if (existsSync(join(home, FONTS))) return home;
  mkdirSync(home, { recursive: true });
  execFileSync(process.execPath, ['--input-type=module', '-e', EXTRACT], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '', TMPDIR: home, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
  });
  writeFileSync(join(home, FONTS), FONTS_THERE);
  return home;
}

/** Whether the machine lacks a library that the browser is linked with. */
const lacksLibraries = (file) =>
  /not found/.test(spawnSync('ldd', [file], { encoding: 'utf8' }).stdout ?? 'not found');

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-pings',
  '--no-first-run',
  '--font-render-hinting=none',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1',
];

/** Starts a browser that can reach this machine alone. */
export async function startBrowser() {
  const home = unpackBrowser();
  const executablePath = join(home, 'chromium');
  const env = { ...process.env, FONTCONFIG_FILE: join(home, FONTS) };
  if (lacksLibraries(executablePath)) env.LD_LIBRARY_PATH = join(home, 'al2023/lib');
  return chromium.launch({ executablePath, args: ARGS, env });
}
