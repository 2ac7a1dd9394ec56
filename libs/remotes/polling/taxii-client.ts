import type { Agent } from 'undici';
import { readJson, Unreadable } from '#exchange';
import { guardedAgent, type Networks } from '#platform';
import { failureOf, PollFailed } from './failures.js';

/** What TAXII 2.1 (section 1.6.8) asks a client to accept. */
const ACCEPT = 'application/taxii+json;version=2.1';
const MEDIA_TYPE = /^application\/taxii\+json\s*(?:;\s*version\s*=\s*"?2\.1"?\s*)?$/i;
/** Of one page. Bytes. */
const MOST_BYTES = 16 * 1024 * 1024;
const MOST_HEADERS = 16 * 1024;
/** How long one page may take. Milliseconds. */
const PAGE_WITHIN = 60_000;
/** The longest that a server can have us wait. Milliseconds. */
const LONGEST_WAIT = 24 * 60 * 60_000;
const DATE_ADDED_LAST = 'x-taxii-date-added-last';
/** A TAXII timestamp, section 1.4.1; servers write more or fewer digits than six. */
const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;
const LONGEST_NEXT = 2_000;

/** By what a remote collection knows us. */
export type Credentials =
  | { readonly by: 'NOTHING' }
  | { readonly by: 'PASSWORD'; readonly user: string; readonly password: string }
  | { readonly by: 'TOKEN'; readonly token: string };

/** From where a collection is read on. */
export interface From {
  readonly addedAfter: string | null;
  readonly next: string | null;
}

export interface Page {
  readonly objects: readonly unknown[];
  /** When the server got the last of them. */
  readonly lastAdded: string | null;
  /** Where the next page begins; none for the last. */
  readonly next: string | null;
  readonly bytes: number;
}

/** Reads collections of TAXII 2.1 servers (OASIS TAXII 2.1, section 5.4). */
export class TaxiiClient {
  private readonly agent: Agent;

  constructor(networks: Networks) {
    this.agent = guardedAgent(networks, {
      headersTimeout: PAGE_WITHIN,
      bodyTimeout: PAGE_WITHIN,
      maxHeaderSize: MOST_HEADERS,
      maxResponseSize: MOST_BYTES,
    });
  }

  /** @throws PollFailed */
  async page(collection: string, from: From, { limit, credentials, now, signal }: PageWish): Promise<Page> {
    const url = new URL('objects/', collection);
    if (from.addedAfter !== null) url.searchParams.set('added_after', from.addedAfter);
    if (from.next !== null) url.searchParams.set('next', from.next);
    url.searchParams.set('limit', String(limit));
    try {
      const answer = await this.agent.request({
        origin: url.origin,
        path: url.pathname + url.search,
        method: 'GET',
        headers: { accept: ACCEPT, ...authorization(credentials) },
        signal: AbortSignal.any([signal, AbortSignal.timeout(PAGE_WITHIN)]),
      });
      const header = (name: string) => [answer.headers[name]].flat()[0];
      if (answer.statusCode !== 200) {
        await answer.body.dump();
        throw failureOfStatus(answer.statusCode, header('retry-after'), now);
      }
      if (!MEDIA_TYPE.test(header('content-type') ?? '')) {
        await answer.body.dump();
        throw new PollFailed('WRONG_ANSWER', 'Its answer is not of the media type of TAXII 2.1.');
      }
      const text = await answer.body.text();
      return pageOf(text, header(DATE_ADDED_LAST));
    } catch (error) {
      throw failureOf(error);
    }
  }

  close(): Promise<void> {
    return this.agent.destroy();
  }
}

export interface PageWish {
  readonly limit: number;
  readonly credentials: Credentials;
  readonly now: Date;
  readonly signal: AbortSignal;
}

function pageOf(text: string, lastAdded: string | undefined): Page {
  const envelope = read(text);
  const { objects = [], more = false, next } = envelope;
  if (!Array.isArray(objects) || typeof more !== 'boolean')
    throw new PollFailed('WRONG_ANSWER', 'Its answer is no envelope.');
  if (more && (typeof next !== 'string' || next === '' || next.length > LONGEST_NEXT))
    throw new PollFailed('WRONG_ANSWER', 'It says that there is more, and not where.');
  return {
    objects,
    lastAdded: lastAdded !== undefined && TIMESTAMP.test(lastAdded) ? lastAdded : null,
    next: more ? (next as string) : null,
    bytes: Buffer.byteLength(text),
  };
}

function read(text: string): Readonly<Record<string, unknown>> {
  try {
    const value = readJson(text);
    if (value !== null && typeof value === 'object' && !Array.isArray(value))
      return value as Readonly<Record<string, unknown>>;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
  }
  throw new PollFailed('WRONG_ANSWER', 'Its answer is no envelope.');
}

function authorization(credentials: Credentials): Record<string, string> {
  switch (credentials.by) {
    case 'NOTHING':
      return {};
    case 'TOKEN':
      return { authorization: `Bearer ${credentials.token}` };
    case 'PASSWORD': {
      const { user, password } = credentials;
      return { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
    }
  }
}

function failureOfStatus(status: number, retryAfter: string | undefined, now: Date): PollFailed {
  const said = `HTTP ${status}`;
  if (status === 429 || status === 503) return new PollFailed('BUSY', said, waitUntil(retryAfter, now));
  if (status === 401 || status === 403) return new PollFailed('NOT_ADMITTED', said);
  if (status === 404) return new PollFailed('NOT_FOUND', said);
  if (status >= 500) return new PollFailed('SERVER_ERROR', said);
  return new PollFailed('WRONG_ANSWER', said);
}

/** Seconds or a date (RFC 9110, section 10.2.3), at most a day. */
function waitUntil(header: string | undefined, now: Date): Date | null {
  if (header === undefined) return null;
  const at = /^\d{1,9}$/.test(header.trim()) ? now.getTime() + Number(header) * 1_000 : Date.parse(header);
  return Number.isNaN(at) ? null : new Date(Math.min(at, now.getTime() + LONGEST_WAIT));
}
