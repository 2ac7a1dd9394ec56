import { Failure } from '../failure.js';
import type { HubError } from '../hub/refusal.js';

export interface LiveResult {
  readonly data?: unknown;
  readonly errors?: readonly HubError[];
}

export interface Opening {
  readonly hub: string;
  readonly bearer: string | null;
  readonly client: string;
  /** The subscription. */
  readonly query: string;
  readonly variables: object;
  readonly signal: AbortSignal;
  /** Called when the hub has taken the connection. */
  readonly connected: () => void;
}

/** One way of being served live. It ends when the hub completes it, and throws a Failure when it breaks. */
export interface Transport {
  readonly name: 'websocket' | 'sse';
  open(opening: Opening): AsyncIterable<LiveResult>;
}

/** The connection was not made, or broke: worth another try. */
export class Broken extends Failure {
  constructor(sentence: string, cause?: unknown) {
    super('UNREACHABLE', sentence, { cause });
  }
}
