import { AddressRefused } from '#platform/outgoing';
import type { Outcome } from '../../channels/channel.js';

/** The longest that a receiver can have us wait. Milliseconds. */
const LONGEST_WAIT = 24 * 60 * 60_000;

/** What a receiver answered, as far as it matters. */
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/**
 * What a receiver's answer means (Standard Webhooks, "Response"): 2xx took it, 410 wants nothing more, ever; all else, redirects
 * too, is tried again.
 */
export function outcomeOfAnswer({ status, headers }: Answered, now: Date): Outcome {
  const said = `HTTP ${status}`;
  if (status >= 200 && status < 300) return { state: 'SENT', said };
  if (status === 410) return { state: 'FAILED', cause: 'GONE', said };
  const notBefore = retryAfter(headers['retry-after'], now);
  const busy = status === 429 || (status === 503 && notBefore !== null);
  const cause = busy ? 'BUSY' : status >= 500 ? 'SERVER_ERROR' : 'REJECTED';
  return { state: 'RETRY', cause, said, ...(notBefore && { notBefore }) };
}

/** What kept a request from being answered. Its words name no address that the receiver's owner did not give. */
export function outcomeOfError(error: unknown): Outcome {
  for (let one = error; one !== null && typeof one === 'object'; one = (one as Error).cause) {
    if (one instanceof AddressRefused) return { state: 'RETRY', cause: 'ADDRESS_REFUSED' };
    const { code, name, cause } = one as NodeJS.ErrnoException;
    const word = typeof code === 'string' ? code : name;
    if (TIMEOUTS.has(word)) return { state: 'RETRY', cause: 'TIMED_OUT' };
    if (cause === undefined) return { state: 'RETRY', cause: 'UNREACHABLE', said: word };
  }
  return { state: 'RETRY', cause: 'UNREACHABLE' };
}

const TIMEOUTS = new Set([
  'TimeoutError',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ETIMEDOUT',
]);

/** Seconds or a date (RFC 9110, section 10.2.3), at most a day. */
function retryAfter(header: string | string[] | undefined, now: Date): Date | null {
  const text = Array.isArray(header) ? header[0] : header;
  if (text === undefined) return null;
  const at = /^\d{1,9}$/.test(text.trim()) ? now.getTime() + Number(text) * 1_000 : Date.parse(text);
  if (Number.isNaN(at) || at <= now.getTime()) return null;
  return new Date(Math.min(at, now.getTime() + LONGEST_WAIT));
}
