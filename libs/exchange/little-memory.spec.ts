import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { rolldown } from 'rolldown';

/** What the readers' objects may take; more ends the process. Megabytes. */
const HEAP = 64;
/** Bytes. */
const BUNDLE = 3 * HEAP * 1_000_000;
/** What of it may lie beside the objects: the chunks that are not swept up yet. Bytes. */
const HELD = BUNDLE / 2;

/** Runs the readers in a process of so little memory. @returns what they said to each file, and how the process ended */
async function read(): Promise<{ said: Map<string, unknown>; code: number | null; trouble: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'watchfire-test-'));
  try {
    const bundle = await rolldown({
      input: join(import.meta.dirname, 'little-memory.fixture.ts'),
      platform: 'node',
      resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
    });
    const file = join(folder, 'readers.mjs');
    // Its default is a regular expression, which the bundler knows again in its own realm only.
    await bundle.write({ file, sourcemapIgnoreList: false });
    await bundle.close();
    const child = spawn(process.execPath, [`--max-old-space-size=${HEAP}`, file, String(BUNDLE)], {
      env: { PATH: process.env.PATH },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [told, trouble, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'exit'),
    ]);
    const lines = told.split('\n').filter(Boolean);
    return { said: new Map(lines.map((line) => JSON.parse(line))), code, trouble };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

describe('readers with little memory', () => {
  let done: Awaited<ReturnType<typeof read>>;
  beforeAll(async () => {
    done = await read();
  });

  it('are not ended by anything', () => {
    expect([done.code, done.trouble]).toEqual([0, '']);
  });

  it.each<[string, string, string]>([
    ['a bomb in gzip', '', 'This is an archive (gzip)'],
    ['a billion laughs', 'line 1', 'A document type is not taken in'],
    ['too much XML', '', 'This is larger than'],
    ['deep XML', 'line 1', 'This is nested deeper than'],
    ['wide XML', 'line 1', 'This holds more than 100000 elements'],
    ['a long text of XML', 'line 1', 'This text is longer than'],
    ['attributes without end', 'line 1', 'This has more than 50 attributes'],
    ['namespaces without end', 'line 1', 'This has more than 50 attributes'],
    ['too much JSON', '', 'This is larger than'],
    ['deep JSON', 'line 1', 'This is nested deeper than'],
    ['empty objects', 'line 1', 'This holds more than 1000000 values'],
    ['empty lists', 'line 1', 'This holds more than 1000000 values'],
    ['chains of lists', 'line 1', 'This holds more than 1000000 values'],
    ['names without end', 'line 1', 'This holds more than 1000000 values'],
    ['events without end', 'line 1', 'This holds more than 1000000 values'],
    ['a giant text of JSON', '/0', 'This text is longer than'],
    ['lines without end', 'line 16699998', 'This is not JSON'],
    ['no JSON, and long', 'line 1', 'This is not JSON'],
    ['columns of KEV without end', 'line 2', 'This is no CSV from here on'],
    ['lines of KEV without end', 'line 50002', 'This holds more than 50000 entries'],
    ['an object of a bundle that never ends', '/objects/0', 'This object is larger than'],
    ['a list in an object that never ends', '/objects/0', 'This object is larger than'],
    ['depth in a bundle', '/objects/0', 'This is nested deeper than'],
    ['what comes before the objects', '', 'Besides its objects, a bundle has at most'],
    ['spaces between objects', '/objects/1', 'An object is expected here'],
    ['numbers in place of objects', '/objects/0', 'An object is expected here'],
  ])('refuse %s', (name, where, reason) => {
    const told = done.said.get(name) as { where: string; reason: string } | undefined;
    expect([told?.where.split(',')[0], told?.reason]).toEqual([where, expect.stringContaining(reason)]);
  });

  it('read a bundle larger than all of it', () => {
    const { objects, bytes, held } = done.said.get('a bundle larger than the memory') as Record<
      string,
      number
    >;
    expect(bytes).toBeGreaterThan(BUNDLE);
    expect(objects).toBeGreaterThan(90_000);
    expect(held).toBeLessThan(HELD);
  });
});
