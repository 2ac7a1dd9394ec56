/// <reference path="./csaf-validator-lib.d.ts" />
import { below, Unreadable } from '../reading/unreadable.js';
import { isRecord } from '../stix/check/kinds.js';
import type { CsafDocument } from './document.js';

/** Names of products that are matched by the schema's heaviest patterns; no real one is nearly so long. */
const MOST_NAME = 1_000;
const NAMES = new Set(['cpe', 'purl', 'vectorString']);
const MOST_TOLD = 3;
/** The tests compare lists of products entry by entry: the sum of the squares of their lengths, which is checked in seconds. */
const MOST_COMPARED = 250_000_000;

type Test = (document: unknown) => CsafVerdict | Promise<CsafVerdict>;
type Verdict = (document: unknown) => Promise<{ at: string; message: string }[]>;
let verdict: Verdict | undefined;

/**
 * Holds a document to the schema of CSAF 2.0 and to its mandatory tests, 6.1.1 to 6.1.33.
 * @throws Unreadable naming where the first fault lies
 */
export async function checkCsaf(document: unknown): Promise<CsafDocument> {
  assertShort(document);
  verdict ??= await load();
  const [first, ...more] = await verdict(document);
  if (!first) return document as CsafDocument;
  const others = more.slice(0, MOST_TOLD).map(({ at, message }) => `${at}: ${message}`);
  throw new Unreadable(first.at, [first.message, ...others].join(' Also '));
}

/** The package takes seconds to load, so that is done when the first document comes. */
async function load(): Promise<Verdict> {
  const [{ csaf_2_0_strict: schema }, mandatory] = await Promise.all([
    import('@secvisogram/csaf-validator-lib/schemaTests.js'),
    import('@secvisogram/csaf-validator-lib/mandatoryTests.js'),
  ]);
  const tests = Object.entries<unknown>(mandatory).filter(
    (entry): entry is [string, Test] => typeof entry[1] === 'function',
  );
  return async (document) => {
    const shape = schema(document);
    if (!shape.isValid) return told('the schema', shape.errors);
    const faults = [];
    for (const [name, test] of tests) {
      const { isValid, errors } = await test(document);
      if (!isValid)
        faults.push(...told(`test ${name.replace(/^mandatoryTest_/, '').replaceAll('_', '.')}`, errors));
    }
    return faults;
  };
}

const told = (by: string, errors: readonly { instancePath: string; message?: string }[] = []) =>
  (errors.length > 0 ? errors : [{ instancePath: '' }]).map(
    ({ instancePath: at, message }: { instancePath: string; message?: string }) => ({
      at,
      message: `${message ?? 'not as it must be'} (${by}).`,
    }),
  );

function assertShort(document: unknown): void {
  const waiting: [string, unknown][] = [['', document]];
  let compared = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [at, value] = next;
    if (Array.isArray(value)) compared += value.length ** 2;
    if (compared > MOST_COMPARED) throw new Unreadable(at, 'The lists are too long to be checked.');
    const entries = isRecord(value)
      ? Object.entries(value)
      : Array.isArray(value)
        ? [...value.entries()]
        : [];
    for (const [name, inner] of entries) {
      if (NAMES.has(String(name)) && String(inner).length > MOST_NAME)
        throw new Unreadable(below(at, name), `This is longer than ${MOST_NAME} characters.`);
      if (inner !== null && typeof inner === 'object') waiting.push([below(at, name), inner]);
    }
  }
}
