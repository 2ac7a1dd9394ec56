/** What one hub process gives its live listeners at most. */
export interface LiveLimits {
  /** Connections in all. */
  readonly connections: number;
  /** Connections of one person. */
  readonly connectionsPerPerson: number;
  /** Connections from one address, or from one /64 network of IPv6: an office's people share one. */
  readonly connectionsPerAddress: number;
  /** Subscriptions on one connection. */
  readonly operations: number;
  /** Subscriptions to something that changes, in all. */
  readonly watchers: number;
  /** Milliseconds between two looks at something that changes. */
  readonly lookMs: number;
  /** Bytes of one message from a client. */
  readonly messageBytes: number;
  /** Messages that a client may send between two beats. */
  readonly messagesPerBeat: number;
  /** Milliseconds until a client must have introduced itself. */
  readonly initMs: number;
  /** Bytes that may wait for one client before it counts as slow. */
  readonly bufferBytes: number;
  /** Bytes that may wait for all clients together before `leastBufferBytes` counts instead. */
  readonly allBuffersBytes: number;
  readonly leastBufferBytes: number;
  /** Milliseconds in which a slow client must have taken what waits for it. */
  readonly drainMs: number;
  /** Milliseconds between two signs of life to a client. */
  readonly beatMs: number;
  /** Milliseconds until what carries a connection is asked for again, even if nothing said that it has changed. */
  readonly recheckMs: number;
  /** Milliseconds between two looks at the logs, in case a wake-up was lost. */
  readonly pollMs: number;
  /** Milliseconds until what failed is tried again. */
  readonly retryMs: number;
  /** How often in a row, before the client is told to come back later. */
  readonly retries: number;
  /** Milliseconds that one event may take to work out. */
  readonly executeMs: number;
  /** Listeners that read on by themselves at the same time. */
  readonly readers: number;
  /** Entries in one page of such a reading. */
  readonly pageSize: number;
}

const KIB = 1024;
const MIB = 1024 * KIB;

export const LIVE_LIMITS: LiveLimits = {
  connections: 20_000,
  connectionsPerPerson: 20,
  connectionsPerAddress: 500,
  operations: 10,
  watchers: 5_000,
  lookMs: 1_000,
  messageBytes: 64 * KIB,
  messagesPerBeat: 300,
  initMs: 3_000,
  bufferBytes: MIB,
  allBuffersBytes: 64 * MIB,
  leastBufferBytes: 16 * KIB,
  drainMs: 30_000,
  beatMs: 30_000,
  recheckMs: 120_000,
  pollMs: 1_000,
  retryMs: 1_000,
  retries: 30,
  executeMs: 15_000,
  readers: 8,
  pageSize: 20,
};
