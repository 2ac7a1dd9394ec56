import { createClient as createEventClient } from 'graphql-sse';
import { createClient as createSocketClient } from 'graphql-ws';
import WebSocket from 'ws';

export const RELEASES = `subscription Releases($after: Cursor, $filter: PublicationFilter) {
  releases(after: $after, filter: $filter) {
    cursor what at publicationId
    publication { id title state origin { name } revisions { number title } }
    revision { number title }
  }
}`;

/** An entry of the log as `RELEASES` asks for it. */
export interface Release {
  readonly cursor: string;
  readonly what: string;
  readonly at: string;
  readonly publicationId: string;
  readonly publication: {
    readonly title: string | null;
    readonly state: string;
    readonly origin: { readonly name: string } | null;
    readonly revisions: readonly { readonly number: number; readonly title: string }[];
  } | null;
  readonly revision: { readonly number: number; readonly title: string } | null;
}

export interface Wish {
  readonly token?: string | null;
  readonly after?: string | null;
  readonly filter?: object | null;
  readonly query?: string;
  readonly over?: 'WebSocket' | 'events';
  /** All of them, where the query asks for something else than releases. */
  readonly variables?: object;
}

interface GivenError {
  readonly message: string;
  readonly extensions?: { readonly code?: string; readonly field?: readonly string[] };
}

/** How a subscription ended: with errors, with a socket's close code, or quietly. */
export interface End {
  readonly errors?: readonly GivenError[];
  readonly code?: number;
  readonly reason?: string;
}

const WITHIN = 5_000;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A client of the kind that people use, which never connects again by itself. */
export class Listening<R = Release> {
  readonly told: R[] = [];
  readonly times: number[] = [];
  end: End | null = null;
  private readonly stops: (() => void)[] = [];

  constructor(url: string, wish: Wish = {}) {
    const { token = null, after = null, filter = null, query = RELEASES, over = 'WebSocket' } = wish;
    const variables = { ...(wish.variables ?? { after, filter }) };
    const headers: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
    const client =
      over === 'WebSocket'
        ? createSocketClient({
            url: `${url.replace('http', 'ws')}/graphql`,
            webSocketImpl: WebSocket,
            connectionParams: headers,
            retryAttempts: 0,
          })
        : createEventClient({ url: `${url}/graphql/stream`, headers, retryAttempts: 0 });
    const stop = client.subscribe<Record<string, R>>(
      { query, variables },
      {
        next: ({ data, errors }) => {
          if (data) {
            this.told.push(...Object.values(data));
            this.times.push(performance.now());
          }
          if (errors) this.end = { errors: errors as readonly GivenError[] };
        },
        error: (error) => {
          this.end ??= Array.isArray(error) ? { errors: error } : (error as End);
        },
        complete: () => {
          this.end ??= {};
        },
      },
    );
    this.stops.push(stop, () => void client.dispose());
  }

  /** Waits for so many releases. */
  async until(count: number): Promise<readonly R[]> {
    for (const start = performance.now(); this.told.length < count; await pause(5)) {
      if (performance.now() - start > WITHIN) {
        throw new Error(
          `${this.told.length} of ${count} releases came: ${JSON.stringify([this.told, this.end])}`,
        );
      }
    }
    return this.told;
  }

  async ended(): Promise<End> {
    for (const start = performance.now(); this.end === null; await pause(5)) {
      if (performance.now() - start > WITHIN) throw new Error('It goes on.');
    }
    return this.end;
  }

  stop(): void {
    for (const stop of this.stops) stop();
  }
}
