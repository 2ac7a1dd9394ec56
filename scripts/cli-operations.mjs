/*
 * Writes apps/cli/src/generated/operations.generated.ts from schema/*.graphql and apps/cli/src/operations/*.graphql: the types
 * of what each operation takes and answers, the contract's enums, and each operation's text with the fragments it needs.
 * Called by scripts/check-contract.mjs, so `npm run contract` brings it up to date.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as operationTypes from '@graphql-codegen/typescript-operations';
import { buildASTSchema, isEnumType, Kind, parse, print, stripIgnoredCharacters, visit } from 'graphql';
import { root } from './lib/stamp.mjs';

const schemaFolder = join(root, 'schema');
const operationFolder = join(root, 'apps/cli/src/operations');
const generatedFile = 'apps/cli/src/generated/operations.generated.ts';
const target = join(root, generatedFile);

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

async function generated() {
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
    '/* Generated from schema/ and src/operations/ by scripts/cli-operations.mjs; do not edit. */',
    "import { document } from '../hub/document.js';",
    types,
    ...enumValues(schema),
    ...constants(document),
    '',
  ].join('\n');
}

/** Whether the generated file is what the schema and the operations give; with `write` it is made so. */
export async function checkOperations({ write }) {
  const wanted = await generated();
  if (wanted === (await readFile(target, 'utf8').catch(() => ''))) {
    console.log(`${generatedFile} matches schema/.`);
  } else if (write) {
    await writeFile(target, wanted);
    console.log(`${generatedFile} is written anew.`);
  } else {
    console.error(`${generatedFile} does not match schema/: run npm run contract.`);
    return false;
  }
  return true;
}
