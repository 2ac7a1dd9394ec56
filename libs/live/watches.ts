import { rateLimited } from '#platform';
import { type Connection, Watcher } from './connection.js';
import type { Delivery } from './delivery.js';
import type { LiveLimits } from './limits.js';
import type { Look, Selection, Watched } from './ports.js';
import type { Rights } from './rights.js';
import { forEachOf } from './settled.js';
import type { Works } from './works.js';

const WORKS_AT_ONCE = 8;

/** Those who watch the same, and when they were last told of it. */
interface Topic {
  readonly watchers: Set<Watcher>;
  readonly stopListening: () => void;
  timer: NodeJS.Timeout | null;
  running: boolean;
  wokenAgain: boolean;
}

/**
 * Tells watchers that something has changed, as far as each may read it: at the beginning, and then at most once in `lookMs`. A
 * change that one may not read leaves the version that one reads as it was, and so is not told. Nothing is kept for whoever is away:
 * they ask again and begin with what stands.
 */
export class Watches {
  private readonly topics = new Map<string, Topic>();
  private count = 0;

  constructor(
    private readonly rights: Rights,
    private readonly works: Works,
    private readonly delivery: Delivery,
    private readonly limits: Pick<LiveLimits, 'watchers' | 'lookMs' | 'retryMs'>,
    /** Calls back whenever a channel is woken. @returns how to stop it */
    private readonly onWake: (channel: string, look: () => void) => () => void,
    private readonly report: (error: unknown) => void,
  ) {}

  get size(): number {
    return this.count;
  }

  /** @throws Refusal RATE_LIMITED when there are too many */
  open(connection: Connection, operationId: string, selection: Selection, watched: Watched): Watcher {
    const watcher = new Watcher(connection, operationId, selection, watched);
    if (connection.ended) {
      watcher.open = false;
      return watcher;
    }
    if (this.count >= this.limits.watchers) throw rateLimited('Too many watch at present.');
    this.count += 1;
    connection.watchers = connection.watchers.concat(watcher);
    const { channel } = watched;
    const topic = this.topics.get(channel) ?? this.begin(channel);
    topic.watchers.add(watcher);
    this.wake(topic);
    return watcher;
  }

  close(watcher: Watcher): void {
    if (!watcher.open) return;
    watcher.open = false;
    this.count -= 1;
    const { connection, watched } = watcher;
    connection.watchers = connection.watchers.filter((one) => one !== watcher);
    const topic = this.topics.get(watched.channel);
    topic?.watchers.delete(watcher);
    if (topic?.watchers.size === 0) this.end(watched.channel, topic);
  }

  /** Looks again at all that a connection watches, which may have missed something. */
  resume({ watchers }: Connection): void {
    for (const { watched } of watchers) {
      const topic = this.topics.get(watched.channel);
      if (topic) this.wake(topic);
    }
  }

  private begin(channel: string): Topic {
    const topic: Topic = {
      watchers: new Set(),
      stopListening: this.onWake(channel, () => this.wake(topic)),
      timer: null,
      running: false,
      wokenAgain: false,
    };
    this.topics.set(channel, topic);
    return topic;
  }

  private end(channel: string, topic: Topic): void {
    topic.stopListening();
    if (topic.timer) clearTimeout(topic.timer);
    this.topics.delete(channel);
  }

  private wake(topic: Topic): void {
    topic.wokenAgain = true;
    if (topic.running || topic.timer) return;
    topic.running = true;
    void this.look(topic);
  }

  private async look(topic: Topic): Promise<void> {
    topic.wokenAgain = false;
    const look: Look = new Map();
    const failed = new Set<Watcher>();
    await forEachOf([...topic.watchers], WORKS_AT_ONCE, async (watcher) => {
      await this.tell(watcher, look).catch((error: unknown) => {
        this.report(error);
        failed.add(watcher);
      });
    });
    topic.running = false;
    if (topic.watchers.size === 0) return;
    topic.timer = setTimeout(
      () => {
        topic.timer = null;
        if (topic.wokenAgain || failed.size > 0) this.wake(topic);
      },
      failed.size > 0 ? Math.max(this.limits.lookMs, this.limits.retryMs) : this.limits.lookMs,
    ).unref();
  }

  private async tell(watcher: Watcher, look: Look): Promise<void> {
    const { connection, selection, watched } = watcher;
    const { generation } = connection;
    const { principal } = connection.standing;
    const current = () => watcher.open && connection.flowing && connection.generation === generation;
    if (!current()) return;
    const version = await watched.version(principal, look);
    if (version === null || version === watcher.version) return;
    const value = await watched.value(principal);
    if (value === null || !current()) return;
    const payload = await this.works.payload(selection, principal, { [watched.field]: value });
    // After all that was read, so that every change of rights that was committed before it is known.
    await this.rights.refresh();
    if (!current()) return;
    watcher.version = version;
    this.delivery.tell(watcher, payload);
  }
}
