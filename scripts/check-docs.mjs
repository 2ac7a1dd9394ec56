import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/stamp.mjs';

/*
 * Keeps the documents true: docs/configuration.md is generated from the hub's one configuration file, and
 * docs/dependencies.md names every dependency and nothing else.
 * Without an argument it writes nothing and fails on a difference; `--write` brings the table up to date.
 */
const { configTable } = await import('#platform');

const cell = (text) => text.replaceAll('|', '\\|');
const rows = configTable().map(
  ({ name, default: usual, unit, description }) =>
    `| \`${name}\` | ${usual === null ? '' : `\`${usual}\``} | ${cell(unit)} | ${cell(description)} |`,
);
const configuration = `# Configuration

The hub reads these environment variables at its start, and nothing else. A bad value stops it with a message that names the
variable and never its value. This page is generated from \`libs/platform/config/variables.ts\` by \`npm run docs\`.

| variable | default | unit | what it does |
| --- | --- | --- | --- |
${rows.join('\n')}
`;

const problems = [];
const file = join(root, 'docs/configuration.md');
if (process.argv.includes('--write')) {
  writeFileSync(file, configuration);
} else if (!existsSync(file) || readFileSync(file, 'utf8') !== configuration) {
  problems.push('docs/configuration.md does not match the configuration: run npm run docs.');
}

const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const wanted = new Set(Object.keys({ ...dependencies, ...devDependencies }));
const told = new Set(
  [...readFileSync(join(root, 'docs/dependencies.md'), 'utf8').matchAll(/^\| `([^`]+)`/gm)].map(
    ([, name]) => name,
  ),
);
for (const name of wanted)
  if (!told.has(name)) problems.push(`docs/dependencies.md does not say what ${name} is for.`);
for (const name of told)
  if (!wanted.has(name)) problems.push(`docs/dependencies.md names ${name}, which is not used.`);

for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
if (problems.length === 0) console.log('The documents match.');
