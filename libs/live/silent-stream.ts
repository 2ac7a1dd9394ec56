import type { Listener, Watcher } from './connection.js';

/**
 * Stands for a subscription where GraphQL expects a stream of its results. It has none: what the listener is sent is written
 * straight to its connection, so that many share the bytes.
 */
export class SilentStream implements AsyncIterable<never> {
  constructor(readonly listener: Listener | Watcher) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<never> {}
}
