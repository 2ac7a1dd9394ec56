import { gzipSync } from 'node:zlib';
import { eventsIn } from './misp/check-misp.js';
import { recognize } from './recognize.js';
import { SplitBundle } from './stix/split-bundle.js';

/*
 * A program of its own, which the test of little memory bundles and starts: reads a file of each kind that would fill the memory,
 * and then a bundle of so many bytes as its argument says. Prints what it says to each, a line of JSON each.
 */
const MEGABYTE = 1_000_000;
/** The most that a document may have, and a little less. */
const MOST = 16.7 * MEGABYTE;

const filled = (begin: string, again: string, end: string, size = MOST): Buffer =>
  Buffer.from(begin + again.repeat(Math.floor((size - begin.length - end.length) / again.length)) + end);

const numbered = (begin: string, one: (n: number) => string, end: string, size: number): Buffer => {
  const bytes = Buffer.alloc(size, ' ');
  let at = bytes.write(begin);
  for (let n = 0; at < size - 100; n += 1) at += bytes.write(one(n), at);
  bytes.write(end, at);
  return bytes;
};

const LAUGHS = Array.from({ length: 30 }, (_, n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`).join('');

const KEV = 'cveID,vendorProject,product,vulnerabilityName,dateAdded,shortDescription,requiredAction,dueDate';
const KEV_REST = ',a,a,a,2026-01-02,a,a,2026-01-23';

const DOCUMENTS: Readonly<Record<string, () => Buffer>> = {
  'a bomb in gzip': () => gzipSync(Buffer.alloc(100 * MEGABYTE)),
  'a billion laughs': () => Buffer.from(`<!DOCTYPE a [<!ENTITY a0 "ha">${LAUGHS}]><a>&a30;</a>`),
  'too much XML': () => filled('<a>', 'x', '</a>', 6 * MEGABYTE),
  'deep XML': () => filled('', '<a>', '', 4.9 * MEGABYTE),
  'wide XML': () => filled('<a>', '<b/>', '</a>', 4.9 * MEGABYTE),
  'a long text of XML': () => filled('<a>', 'x', '</a>', 4.9 * MEGABYTE),
  'attributes without end': () => numbered('<a', (n) => ` a${n}=""`, '/>', 4.9 * MEGABYTE),
  'namespaces without end': () => numbered('<a', (n) => ` xmlns:a${n}="u"`, '/>', 4.9 * MEGABYTE),
  'too much JSON': () => filled('["', 'x', '"]', 17 * MEGABYTE),
  'deep JSON': () => filled('', '[', ''),
  'empty objects': () => filled('[', '{},', '{}]'),
  'empty lists': () => filled('[', '[],', '[]]'),
  'chains of lists': () => filled('[', `${'['.repeat(50)}${']'.repeat(50)},`, '1]'),
  'names without end': () => numbered('{', (n) => `"${n.toString(36)}":1,`, '"":1}', MOST),
  'a giant text of JSON': () => filled('["', 'x', '"]'),
  'lines without end': () => filled('{', '\n', 'x}'),
  'no JSON, and long': () => filled('{"a":"', '\\u0100', '"'),
  'columns of KEV without end': () => filled('cveID,vendorProject\n', 'a,', ''),
  'lines of KEV without end': () =>
    numbered(`${KEV}\n`, (n) => `CVE-2026-${10_000 + n}${KEV_REST}\n`, '', MOST),
  'events without end': () => filled('[', '{"Event":{}},', '{}]', 9 * MEGABYTE),
};

/** Beginnings of bundles, each with what then follows without end. */
const STREAMS: Readonly<Record<string, readonly [string, string]>> = {
  'an object of a bundle that never ends': ['{"objects":[{"a":"', 'x'],
  'a list in an object that never ends': ['{"objects":[{"a":[', '{},'],
  'depth in a bundle': ['{"objects":[{"a":', '['],
  'what comes before the objects': ['{"type":"', 'x'],
  'spaces between objects': ['{"objects":[{}', ' '],
  'numbers in place of objects': ['{"objects":[', '1,'],
};

interface Unread {
  readonly where: string;
  readonly reason: string;
}

function said(read: () => void): Unread | null {
  try {
    read();
    return null;
  } catch (error) {
    const { where, reason, message } = error as Error & Partial<Unread>;
    return where === undefined || reason === undefined
      ? { where: 'FAILED', reason: message }
      : { where, reason };
  }
}

function readDocument(bytes: Uint8Array): void {
  const found = recognize(bytes);
  if (found.format === 'MISP') eventsIn(found.document);
}

function readStream(begin: string, again: string): void {
  const splitter = new SplitBundle();
  const rest = Buffer.from(again.repeat(Math.floor(60_000 / again.length)));
  for (const _ of splitter.push(Buffer.from(begin)));
  for (let size = 0; size < 100 * MEGABYTE; size += rest.length) for (const _ of splitter.push(rest));
}

/** A bundle of so many bytes, of which each chunk is made when it is its turn. */
function readBundle(size: number): {
  readonly objects: number;
  readonly bytes: number;
  readonly held: number;
} {
  const splitter = new SplitBundle();
  const object = JSON.stringify({ type: 'x-note', text: 'é'.repeat(1_000), list: [1, { a: null }] });
  const chunk = `${object},`.repeat(30);
  let [bytes, held] = [0, 0];
  const push = (text: string) => {
    const arrived = Buffer.from(text);
    bytes += arrived.length;
    for (const _ of splitter.push(arrived));
    held = Math.max(held, process.memoryUsage().arrayBuffers);
  };
  push('{"type":"bundle","objects":[');
  while (bytes < size) push(chunk);
  push(`${object}]}`);
  splitter.end();
  return { objects: splitter.objects, bytes, held };
}

const tell = (name: string, what: unknown): void => console.log(JSON.stringify([name, what]));

for (const [name, make] of Object.entries(DOCUMENTS))
  tell(
    name,
    said(() => readDocument(make())),
  );
for (const [name, [begin, again]] of Object.entries(STREAMS))
  tell(
    name,
    said(() => readStream(begin, again)),
  );
tell('a bundle larger than the memory', readBundle(Number(process.argv[2])));
