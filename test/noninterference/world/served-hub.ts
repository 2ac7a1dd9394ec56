import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { InjectOptions } from 'fastify';
import { ManualClock, SeededIds } from '#platform';
import { startHub, type TestHub } from '../../support/hub.js';

/** An operation as it is sent. */
export interface Question {
  readonly query: string;
  /** A plain route that is read instead. */
  readonly path?: string;
  /** What is posted to it, if anything. */
  readonly body?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

export interface Refused {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string };
}

export interface Body {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly Refused[];
}

/** Headers of a request: who sends it. */
export type Carrier = Readonly<Record<string, string>>;

/** Headers that tell only of the moment and of the length of the body. */
const PASSING = ['date', 'content-length', 'connection', 'keep-alive'];

const ENVIRONMENT = {
  WATCHFIRE_SECRET: 'the same for every world so that cursors can be compared',
  WATCHFIRE_TOKEN_MINUTES: '1440',
  WATCHFIRE_SESSION_HOURS: '720',
  WATCHFIRE_SESSION_IDLE_MINUTES: '43200',
  // The proof plans for itself, and nothing is sent, so that ledgers stand still.
  WATCHFIRE_WORKER: 'off',
};

/** A whole hub whose clock stands still and whose ids come again for the same seed, asked over HTTP. */
export class ServedHub {
  private constructor(
    private readonly hub: TestHub,
    readonly clock: ManualClock,
  ) {}

  static async start(seed: string): Promise<ServedHub> {
    const clock = new ManualClock();
    return new ServedHub(await startHub({ env: ENVIRONMENT, clock, ids: new SeededIds(seed) }), clock);
  }

  get app(): NestFastifyApplication {
    return this.hub.app;
  }

  get url(): string {
    return this.hub.url;
  }

  close(): Promise<void> {
    return this.hub.close();
  }

  /** The answer, byte for byte: status, headers and body. */
  async answer(carrier: Carrier, asked: Question): Promise<string> {
    const { statusCode, headers, body } = await this.hub.app.inject(
      asked.path !== undefined
        ? plain(carrier, asked.path, asked.body)
        : {
            method: 'POST',
            url: '/graphql',
            headers: { ...carrier, 'content-type': 'application/json' },
            payload: JSON.stringify({ query: asked.query, variables: asked.variables }),
          },
    );
    const kept = Object.entries(headers).filter(([name]) => !PASSING.includes(name));
    return `${statusCode}\n${JSON.stringify(kept)}\n${body}`;
  }

  async ask(carrier: Carrier, question: Question): Promise<Body> {
    return bodyOf(await this.answer(carrier, question));
  }
}

const plain = (carrier: Carrier, url: string, body: string | undefined): InjectOptions =>
  body === undefined
    ? { method: 'GET', url, headers: { ...carrier } }
    : { method: 'POST', url, headers: { ...carrier, 'content-type': 'application/json' }, payload: body };

/** The GraphQL result in an answer. */
export const bodyOf = (answer: string): Body => JSON.parse(answer.split('\n').slice(2).join('\n')) as Body;
