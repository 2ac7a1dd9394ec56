import { createClient, NetworkError } from 'graphql-sse';
import { Failure } from '../failure.js';
import { streamUrl } from '../hub/hub-url.js';
import { refusalOf } from '../hub/refusal.js';
import { Broken, type LiveResult, type Transport } from './transport.js';

/** GraphQL over server-sent events, distinct connections mode: for networks that block WebSockets. */
export const sse: Transport = {
  name: 'sse',
  async *open({ hub, bearer, client: userAgent, query, variables, signal, connected }) {
    const client = createClient({
      url: streamUrl(hub),
      headers: { 'user-agent': userAgent, ...(bearer !== null && { authorization: `Bearer ${bearer}` }) },
      retryAttempts: 0,
      on: { connected },
    });
    const end = () => client.dispose();
    signal.addEventListener('abort', end, { once: true });
    try {
      yield* client.iterate({
        query,
        variables: { ...variables },
      }) as AsyncIterable<LiveResult>;
    } catch (error) {
      throw failureOf(error);
    } finally {
      signal.removeEventListener('abort', end);
      client.dispose();
    }
  },
};

const FINAL: Readonly<Record<number, string>> = {
  400: 'BAD_INPUT',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  422: 'BAD_INPUT',
};

function failureOf(error: unknown): unknown {
  if (error instanceof Failure) return error;
  const status =
    error instanceof NetworkError ? (error.response as { status?: number } | undefined)?.status : undefined;
  const code = status === undefined ? undefined : FINAL[status];
  if (code !== undefined)
    return refusalOf({ message: 'The hub refuses this connection.', extensions: { code } });
  return new Broken(
    status === undefined ? 'The connection failed.' : `The connection failed (HTTP ${status}).`,
    error,
  );
}
