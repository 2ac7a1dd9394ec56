import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Failure } from '../failure.js';
import { CLIENT, type Hub } from '../hub/hub.js';
import { Unreachable } from '../hub/post.js';
import { refusalOf } from '../hub/refusal.js';

/** What the hub tells of a document while it takes it in, a line each. */
export interface Told {
  readonly objects?: number;
  readonly links?: readonly string[];
  readonly taken?: Taken;
  /** What has become part of a publication so far. */
  readonly attached?: {
    readonly publicationId: string;
    readonly indicators: number;
    readonly sightings: number;
    readonly left: number;
    readonly harmless: readonly { readonly value: string; readonly kind: string }[];
  };
  readonly catalogue?: {
    readonly version: string;
    readonly added: number;
    readonly changed: number;
    readonly ransomware: number;
    readonly unchanged: number;
    readonly publicationId: string | null;
    readonly draftId: string | null;
  };
  readonly error?: { readonly code: string; readonly message: string; readonly where: string | null };
}

export interface Taken {
  readonly format: string;
  readonly what: string;
  readonly sourceId: string;
  readonly version: string;
  readonly title: string;
  readonly kind: string | null;
  readonly tlp: string | null;
  readonly publicationId: string | null;
  readonly draftId: string | null;
  readonly indicators: number;
  readonly remarks: readonly string[];
}

const GZIP = [0x1f, 0x8b];

/** Sends a document as it is read, and gives what the hub tells as it is told. */
export async function* send(
  hub: Hub,
  settings: URLSearchParams,
  document: AsyncIterable<Uint8Array>,
): AsyncGenerator<Told> {
  const bearer = await hub.bearers.forReading();
  const answer = await fetch(`${hub.url}/imports?${settings}`, {
    method: 'POST',
    redirect: 'error',
    headers: {
      'content-type': 'application/octet-stream',
      'user-agent': CLIENT,
      ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
    },
    body: Readable.from(unpacked(document)) as never,
    duplex: 'half',
  } as RequestInit).catch((cause: unknown) => {
    throw new Unreachable(`The hub at ${hub.url} cannot be reached.`, true, cause);
  });
  if (!answer.ok || !answer.body) throw await refused(answer);
  yield* linesOf(answer.body as unknown as AsyncIterable<Uint8Array>);
}

/** What is packed with gzip is unpacked on the way: the hub takes no archives. */
async function* unpacked(document: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reading = document[Symbol.asyncIterator]();
  const first = await reading.next();
  if (first.done) return;
  const all = (async function* () {
    yield first.value;
    for (let next = await reading.next(); !next.done; next = await reading.next()) yield next.value;
  })();
  const packed = first.value[0] === GZIP[0] && first.value[1] === GZIP[1];
  yield* packed ? (Readable.from(all).pipe(createGunzip()) as AsyncIterable<Uint8Array>) : all;
}

async function refused(answer: Response): Promise<Failure> {
  const body = (await answer.json().catch(() => null)) as {
    error?: { code: string; message: string; field?: string[] };
  } | null;
  const error = body?.error;
  if (!error) return new Unreachable(`The hub does not take documents (HTTP ${answer.status}).`, true);
  return refusalOf({ message: error.message, extensions: { code: error.code, field: error.field } });
}

async function* linesOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<Told> {
  const decoder = new TextDecoder();
  let left = '';
  for await (const chunk of body) {
    const lines = (left + decoder.decode(chunk, { stream: true })).split('\n');
    left = lines.pop() ?? '';
    for (const line of lines) if (line) yield JSON.parse(line) as Told;
  }
  if (left.trim())
    throw new Unreachable(
      'The hub broke off. Repeat the command: what is taken in already stays as it is.',
      true,
    );
}
