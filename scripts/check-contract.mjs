import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import {
  buildASTSchema,
  buildSchema,
  concatAST,
  findBreakingChanges,
  parse,
  printSchema,
  Source,
} from 'graphql';
import { checkOperations } from './client-operations.mjs';
import { root } from './lib/stamp.mjs';

/*
 * Generates the contract's TypeScript types from schema/*.graphql into libs/contract/generated.ts, and holds the contract
 * against the one that was released last: what clients rely on does not change under them. The operations of the
 * command line and the console are held against it too (client-operations.mjs).
 * Without an argument it writes nothing and fails on a difference or a breaking change; `--write` brings the types up to date;
 * `--release` makes the present contract the one that later ones are held against.
 */
const target = 'libs/contract/generated.ts';
const released = 'libs/contract/released.graphql';

const config = {
  enumsAsTypes: true,
  skipTypename: true,
  useTypeImports: true,
  immutableTypes: true,
  strictScalars: true,
  defaultScalarType: 'never',
  scalars: { DateTime: 'string', RegionCode: 'string', Cursor: 'string' },
};

function schema() {
  const folder = join(root, 'schema');
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .sort();
  return concatAST(
    files.map((name) => parse(new Source(readFileSync(join(folder, name), 'utf8'), `schema/${name}`))),
  );
}

async function generate() {
  const body = await codegen({
    filename: target,
    schema: schema(),
    documents: [],
    config,
    plugins: [{ typescript: {} }],
    pluginMap: { typescript },
  });
  return `// Generated from schema/ by scripts/check-contract.mjs; do not edit.\n\n${body.trim()}\n`;
}

const file = join(root, target);
const wanted = await generate();
const current = existsSync(file) ? readFileSync(file, 'utf8') : '';
if (wanted === current) {
  console.log(`${target} matches schema/.`);
} else if (process.argv.includes('--write')) {
  writeFileSync(file, wanted);
  console.log(`${target} is written anew.`);
} else {
  console.error(`${target} does not match schema/: run npm run contract.`);
  process.exitCode = 1;
}

if (!(await checkOperations({ write: process.argv.includes('--write') }))) process.exitCode = 1;

const present = buildASTSchema(schema());
if (process.argv.includes('--release')) writeFileSync(join(root, released), `${printSchema(present)}\n`);
const breaking = findBreakingChanges(buildSchema(readFileSync(join(root, released), 'utf8')), present);
for (const { description } of breaking) console.error(`Breaks what clients rely on: ${description}`);
if (breaking.length > 0) process.exitCode = 1;
else console.log('No client of the released contract breaks.');
