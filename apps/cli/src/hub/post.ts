import { Failure, systemCode } from '../failure.js';
import type { Document } from './document.js';
import { graphqlUrl } from './hub-url.js';
import { type HubError, refusalOf } from './refusal.js';

const REQUEST_TIMEOUT_MS = 30_000;

/** HTTP statuses after which the same request may succeed (RFC 9110 sections 15.5.9 and 15.6; RFC 6585 section 4). */
const TRANSIENT = new Set([408, 425, 429, 500, 502, 503, 504]);

/** The hub gave no answer that counts; `sent` says whether it may have had the request. */
export class Unreachable extends Failure {
  constructor(
    sentence: string,
    readonly sent: boolean,
    cause?: unknown,
  ) {
    super('UNREACHABLE', sentence, { cause });
  }
}

export interface Call<R, V> {
  readonly hub: string;
  readonly document: Document<R, V>;
  readonly variables: V;
  readonly bearer: string | null;
  readonly client: string;
}

/**
 * One GraphQL request over HTTP.
 * @throws Failure with the hub's code when it refuses; Unreachable when it does not answer.
 */
export async function post<R, V>(call: Call<R, V>): Promise<R> {
  const response = await sendTo(call);
  const answer = await answerOf(response, call.hub);
  const [error] = answer.errors ?? [];
  if (error) throw refusalOf(error);
  if (answer.data == null)
    throw new Unreachable(`${call.hub} answered nothing that this command understands.`, true);
  return answer.data as R;
}

async function sendTo<R, V>({ hub, document, variables, bearer, client }: Call<R, V>): Promise<Response> {
  try {
    return await fetch(graphqlUrl(hub), {
      method: 'POST',
      redirect: 'error',
      headers: {
        accept: 'application/graphql-response+json, application/json',
        'content-type': 'application/json',
        'user-agent': client,
        ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
      },
      body: JSON.stringify({ query: document, variables }),
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    });
  } catch (error) {
    throw noAnswer(hub, error);
  }
}

/** Failures to connect, after which nothing can have reached the hub. */
const NOT_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** That a request brought no answer, and why. */
export function noAnswer(hub: string, error: unknown): Unreachable {
  const code = systemCode(causeOf(error));
  const late = nameOf(error) === 'TimeoutError';
  const why = late ? 'it did not answer in time' : (REASONS[code] ?? 'the connection failed');
  return new Unreachable(`The hub at ${hub} cannot be reached: ${why}.`, !NOT_SENT.has(code), error);
}

/** fetch tells what happened in the cause of its error; for a name with several addresses, of each. */
const causeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'cause' in error ? error.cause : error;

const nameOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'name' in error ? error.name : undefined;

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'its name cannot be looked up now',
  ECONNRESET: 'it broke the connection off',
  UND_ERR_SOCKET: 'it broke the connection off',
  UND_ERR_CONNECT_TIMEOUT: 'it did not answer in time',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is not trusted here',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is not trusted here',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is not trusted here',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
};

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly HubError[];
}

async function answerOf(response: Response, hub: string): Promise<Answer> {
  let body: unknown;
  try {
    body = JSON.parse(await response.text());
  } catch (error) {
    if (nameOf(error) !== 'SyntaxError') throw noAnswer(hub, error);
  }
  if (isAnswer(body)) return body;
  const said = TRANSIENT.has(response.status)
    ? 'cannot answer now'
    : 'does not answer as a Watchfire hub does';
  throw new Unreachable(`${hub} ${said} (HTTP ${response.status}).`, true);
}

function isAnswer(body: unknown): body is Answer {
  if (typeof body !== 'object' || body === null) return false;
  if (!('errors' in body)) return 'data' in body;
  return Array.isArray(body.errors) && body.errors.every((error) => typeof error?.message === 'string');
}
