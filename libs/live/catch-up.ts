import type { Connection, Listener } from './connection.js';
import type { Delivery } from './delivery.js';
import type { LiveLimits } from './limits.js';
import type { LiveSet } from './live-set.js';
import type { ReleaseSource } from './ports.js';
import type { Rights } from './rights.js';
import type { Works } from './works.js';

/**
 * Listeners that read on by themselves: newcomers with a cursor, those that were too slow, those whose rights have
 * changed, and those that ask for what cannot be shared. Each reads a page at a time in turn, under its own principal, until it
 * has caught up with those that are told in step, and joins them.
 */
export class CatchUp {
  private readonly waiting = new Set<Listener>();
  private readonly reading = new Set<Listener>();

  constructor(
    private readonly source: ReleaseSource,
    private readonly live: LiveSet,
    private readonly rights: Rights,
    private readonly works: Works,
    private readonly delivery: Delivery,
    private readonly limits: LiveLimits,
    private readonly report: (error: unknown) => void,
    private readonly giveUp: (connection: Connection) => void,
  ) {}

  add(listener: Listener): void {
    this.waiting.add(listener);
    this.readNext();
  }

  private readNext(): void {
    for (const listener of this.waiting) {
      if (this.reading.size >= this.limits.readers) return;
      if (this.reading.has(listener)) continue;
      this.waiting.delete(listener);
      if (!listener.open || listener.inStep || !listener.connection.flowing) continue;
      this.reading.add(listener);
      void this.read(listener);
    }
  }

  private async read(listener: Listener): Promise<void> {
    const { generation } = listener.connection;
    const current = () => listener.open && listener.connection.generation === generation;
    try {
      const more = await this.readPage(listener, current);
      listener.failures = 0;
      if (current() && (more || !this.live.join(listener))) this.waiting.add(listener);
    } catch (error) {
      this.report(error);
      listener.failures += 1;
      if (listener.failures > this.limits.retries) this.giveUp(listener.connection);
      else if (current()) setTimeout(() => this.add(listener), this.limits.retryMs).unref();
    }
    this.reading.delete(listener);
    this.readNext();
  }

  /** @returns whether more may follow */
  private async readPage(listener: Listener, current: () => boolean): Promise<boolean> {
    const { connection, selection, filter } = listener;
    const { principal } = connection.standing;
    const page = await this.source.page(principal, {
      after: listener.cursor,
      first: this.limits.pageSize,
      filter,
    });
    await this.rights.refresh();
    for (const { sequence, release } of page.releases) {
      if (!current()) return true;
      const payload = await this.works.payload(selection, principal, { releases: release });
      if (!current() || !this.delivery.send(listener, payload, sequence)) return true;
    }
    if (current()) listener.cursor = Math.max(listener.cursor, page.end);
    return page.more;
  }
}
