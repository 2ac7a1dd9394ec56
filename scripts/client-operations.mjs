/*
 * Writes src/generated/operations.generated.ts of the command line and of the console from schema/*.graphql and their
 * src/operations/*.graphql: the types of what each operation takes and answers, the contract's enums, and each operation's
 * text with the fragments it needs. Called by scripts/check-contract.mjs, so `npm run contract` brings them up to date.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as operationTypes from '@graphql-codegen/typescript-operations';
import { buildASTSchema, isEnumType, Kind, parse, print, stripIgnoredCharacters, visit } from 'graphql';
import { root } from './lib/stamp.mjs';

const schemaFolder = join(root, 'schema');
const CLIENTS = ['cli', 'console'];

const config = {
  enumType: 'string-literal',
  skipTypename: true,
  immutableTypes: true,
  inputMaybeValue: 'T | null',
  strictScalars: true,
  scalars: { ID: 'string', DateTime: 'string', RegionCode: 'string', Cursor: 'string' },
};

async function textsIn(folder) {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.graphql')).sort();
  return Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
}

/** The operation and, once each, the fragments that it and they spread. */
function withFragments(operation, fragments) {
  const needed = new Set();
  const collect = (node) =>
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (needed.has(fragment)) return;
        needed.add(fragment);
        collect(fragment);
      },
    });
  collect(operation);
  return stripIgnoredCharacters([operation, ...needed].map(print).join('\n'));
}

function constants(document) {
  const ofKind = (kind) => document.definitions.filter((definition) => definition.kind === kind);
  const fragments = new Map(ofKind(Kind.FRAGMENT_DEFINITION).map((node) => [node.name.value, node]));
  return ofKind(Kind.OPERATION_DEFINITION).map((operation) => {
    const name = operation.name.value;
    const suffix = operation.operation[0].toUpperCase() + operation.operation.slice(1);
    const text = JSON.stringify(withFragments(operation, fragments));
    return `export const ${name} = document<${name}${suffix}, ${name}${suffix}Variables>(${text});`;
  });
}

/** The values of the contract's own enums, for options that take one of them. */
function enumValues(schema) {
  const enums = Object.values(buildASTSchema(schema).getTypeMap()).filter(
    (type) => isEnumType(type) && !type.name.startsWith('__'),
  );
  const rows = enums.map((type) => {
    const values = type.getValues().map(({ name }) => `'${name}'`);
    return `  ${type.name}: [${values.join(', ')}],`;
  });
  return ['export const ENUMS = {', ...rows, '} as const;'];
}

async function generated(client, target) {
  const operationFolder = join(root, `apps/${client}/src/operations`);
  const schema = parse((await textsIn(schemaFolder)).join('\n'));
  const document = parse((await textsIn(operationFolder)).join('\n'));
  const types = await codegen({
    filename: target,
    schema,
    documents: [{ location: operationFolder, document }],
    config,
    plugins: [{ 'typescript-operations': {} }],
    pluginMap: { 'typescript-operations': operationTypes },
  });
  return [
    '/* Generated from schema/ and src/operations/ by scripts/client-operations.mjs; do not edit. */',
    "import { document } from '../hub/document.js';",
    types,
    ...enumValues(schema),
    ...constants(document),
    '',
  ].join('\n');
}

async function checkClient(client, write) {
  const file = `apps/${client}/src/generated/operations.generated.ts`;
  const target = join(root, file);
  const wanted = await generated(client, target);
  if (wanted === (await readFile(target, 'utf8').catch(() => ''))) {
    console.log(`${file} matches schema/.`);
  } else if (write) {
    await writeFile(target, wanted);
    console.log(`${file} is written anew.`);
  } else {
    console.error(`${file} does not match schema/: run npm run contract.`);
    return false;
  }
  return true;
}

/** Whether the generated files are what the schema and the operations give; with `write` they are made so. */
export async function checkOperations({ write }) {
  const results = [];
  for (const client of CLIENTS) results.push(await checkClient(client, write));
  return results.every(Boolean);
}
