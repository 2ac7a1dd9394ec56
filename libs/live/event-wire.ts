import type { ServerResponse } from 'node:http';
import type { GraphQLFormattedError } from 'graphql';
import type { RefusalCode } from '#platform';
import type { Ending, Wire } from './connection.js';
import type { Payload } from './payload.js';

const COMPLETE = 'event: complete\ndata: \n\n';
/** A line that means nothing: it keeps proxies from closing the connection. HTML, section 9.2.7. */
const COMMENT = ':\n\n';
const END_MS = 5_000;

export const EVENT_STREAM_HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff',
} as const;

/** Of what cuts the stream off, what the client should hear the reason for. */
const REASONS: Partial<Record<Ending, readonly [message: string, code: RefusalCode]>> = {
  TOO_SLOW: ['You read too slowly.', 'RATE_LIMITED'],
  FAILED: ['The hub cannot go on just now.', 'UNAVAILABLE'],
};

const ended = (message: string, code: RefusalCode, resumeAfter: string | null): GraphQLFormattedError => ({
  message,
  extensions: resumeAfter === null ? { code } : { code, resumeAfter },
});

/**
 * A connection's stream of server-sent events: graphql-sse, distinct connections mode. What comes to its end is completed;
 * what the client should take up again is only cut off, which its library takes as a reason to connect again.
 */
export class EventWire implements Wire {
  private waitedAtBeat = 0;

  constructor(private readonly response: ServerResponse) {}

  next(_operationId: string, payload: Payload): void {
    if (!this.response.writableEnded) this.response.write(payload.event());
  }

  buffered(): number {
    return this.response.writableLength;
  }

  whenDrained(then: () => void): void {
    this.response.write(COMMENT, () => then());
  }

  beat(): boolean {
    const waiting = this.buffered();
    const stands = waiting > 0 && waiting >= this.waitedAtBeat && this.waitedAtBeat > 0;
    this.waitedAtBeat = waiting;
    if (stands) return false;
    this.response.write(COMMENT);
    return true;
  }

  end(ending: Ending, resumeAfter: string | null): void {
    if (ending === 'SILENT') {
      this.response.destroy();
      return;
    }
    if (ending === 'REVOKED') {
      this.fail([ended('What you signed in with has ended.', 'UNAUTHENTICATED', null)]);
      return;
    }
    const [message, code] = REASONS[ending] ?? [];
    if (message && code) this.write({ errors: [ended(message, code, resumeAfter)] });
    this.finish();
  }

  /** Says why there will be nothing more, and completes. */
  fail(errors: readonly GraphQLFormattedError[]): void {
    this.write({ errors });
    this.finish(COMPLETE);
  }

  private write(result: { readonly errors: readonly GraphQLFormattedError[] }): void {
    this.response.write(`event: next\ndata: ${JSON.stringify(result)}\n\n`);
  }

  private finish(last = ''): void {
    this.response.end(last);
    setTimeout(() => this.response.destroy(), END_MS).unref();
  }
}
