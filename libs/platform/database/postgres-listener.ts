import pg from 'pg';
import type { Wakeups } from '../wakeups.js';

/** The one channel of PostgreSQL that carries all wake-ups: `<who sent it>:<channel>`. */
const CHANNEL = 'watchfire_wake';
const FIRST_RETRY = 250;
const LAST_RETRY = 5000;

export const NOTIFY = `SELECT pg_notify('${CHANNEL}', wake) FROM unnest($1::text[]) wake`;

/**
 * Hears the wake-ups of other processes on a connection of its own. When it comes back after a loss, and when it first comes,
 * it wakes every channel, since nobody knows what was missed.
 */
export class PostgresListener {
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private delay = FIRST_RETRY;
  private closed = false;

  constructor(
    private readonly options: pg.ClientConfig,
    /** What this process signs its own wake-ups with; those it has had already. */
    private readonly self: string,
    private readonly wakeups: Wakeups,
  ) {}

  start(): void {
    if (this.closed || this.client) return;
    const client = new pg.Client({ ...this.options, keepAlive: true, keepAliveInitialDelayMillis: 10_000 });
    this.client = client;
    client.on('notification', ({ payload = '' }) => this.hear(payload));
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    void this.listen(client);
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    const { client } = this;
    this.client = undefined;
    await client?.end().catch(() => {});
  }

  private async listen(client: pg.Client): Promise<void> {
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      this.delay = FIRST_RETRY;
      this.wakeups.wakeAll();
    } catch {
      this.lost(client);
    }
  }

  private hear(payload: string): void {
    const [sender, channel] = payload.split(/:(.*)/s, 2);
    if (channel && sender !== this.self) this.wakeups.wake(channel);
  }

  private lost(client: pg.Client): void {
    if (this.client !== client) return;
    this.client = undefined;
    client.end().catch(() => {});
    if (this.closed) return;
    this.timer = setTimeout(() => this.start(), this.delay);
    this.delay = Math.min(this.delay * 2, LAST_RETRY);
  }
}
