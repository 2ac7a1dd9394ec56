import { setImmediate as breathe } from 'node:timers/promises';
import type { Principal } from '#access';
import type { CatchUp } from './catch-up.js';
import type { Listener } from './connection.js';
import type { Delivery } from './delivery.js';
import type { LiveSet } from './live-set.js';
import { byEachKey, type Group, partition } from './partition.js';
import { Payload } from './payload.js';
import type { LogEntry, ReleaseSource } from './ports.js';
import type { Rights } from './rights.js';
import { forEachOf } from './settled.js';
import type { Works } from './works.js';

const ENTRIES_AT_ONCE = 16;
/** Entries read longer ago than this are read again, so that they are given out under the keys of now. */
const FRESH_MS = 50;
const WORKS_AT_ONCE = 8;
const SENDS_AT_ONCE = 500;

interface Served {
  readonly listeners: readonly Listener[];
  readonly payload: Payload | null;
}

/** The one reader of the release log in a hub process, for all listeners that are told in step. */
export class Reader<E extends LogEntry> {
  private running = false;
  private wokenAgain = false;

  constructor(
    private readonly source: ReleaseSource<E>,
    private readonly live: LiveSet,
    private readonly rights: Rights,
    private readonly works: Works,
    private readonly delivery: Delivery,
    private readonly catchUp: CatchUp,
    private readonly during: (work: Promise<void>) => Promise<void>,
    private readonly now: () => number,
    private readonly report: (error: unknown) => void,
  ) {}

  /** Says that the log may have grown. */
  wake(): void {
    this.wokenAgain = true;
    if (this.running) return;
    this.running = true;
    void this.during(this.run());
  }

  private async run(): Promise<void> {
    try {
      while (this.wokenAgain) {
        this.wokenAgain = false;
        while (this.live.size > 0 && (await this.readOn()));
      }
    } catch (error) {
      this.report(error);
    } finally {
      this.running = false;
    }
  }

  /** @returns whether more may follow at once */
  private async readOn(): Promise<boolean> {
    const entries = await this.source.since(this.live.position, ENTRIES_AT_ONCE);
    const readAt = this.now();
    // After the entries, so that every change of rights that was committed before one of them is known.
    if (entries.length > 0) await this.rights.refresh();
    const readTo = entries.at(-1)?.sequence ?? 0;
    for (const entry of entries) {
      if (entry.sequence <= this.live.position) continue;
      await this.giveOut(entry, readTo);
      if (this.now() - readAt > FRESH_MS) return true;
    }
    return entries.length === ENTRIES_AT_ONCE;
  }

  private async giveOut(entry: E, readTo: number): Promise<void> {
    const groups = this.wanted(entry, partition(this.live, entry));
    const chosen = groups.flatMap(({ listeners }) => listeners);
    this.live.advance(entry.sequence, chosen);
    try {
      for (const { listeners } of groups.filter(({ shared }) => !shared)) this.readAlone(listeners);
      const shared = groups.filter((group) => group.shared);
      await this.send(entry, await this.workOutFresh(entry, shared, readTo));
    } finally {
      this.readAlone(chosen);
    }
  }

  /**
   * Keys stand in for each other as the audiences were when the entry was read. If more was released since, each set of keys is
   * served by itself: that shows nobody more than their own keys open, whatever the audiences are by then.
   */
  private async workOutFresh(entry: E, groups: readonly Group[], readTo: number): Promise<Served[]> {
    const served = await this.workOut(entry, groups);
    if (served.length === 0 || (await this.source.head()) === readTo) return served;
    const apart = this.wanted(entry, byEachKey(this.live, entry));
    return this.workOut(
      entry,
      apart.filter(({ shared }) => shared),
    );
  }

  /** The groups without those whose filter leaves the entry out. Whoever reads alone has the filter applied there. */
  private wanted(entry: E, groups: readonly Group[]): Group[] {
    return groups.map((group) => {
      if (!group.shared) return group;
      const decided = new Map<Listener['filter'], boolean>([[null, true]]);
      const listeners = group.listeners.filter(({ filter }) => {
        const known = decided.get(filter) ?? this.lets(entry, filter, group.held);
        decided.set(filter, known);
        return known;
      });
      return { ...group, listeners };
    });
  }

  /** Somebody's filter must not keep the log from everybody: one that fails lets the entry through. */
  private lets(entry: E, filter: Listener['filter'], held: Group['held']): boolean {
    try {
      return filter === null || this.source.matches(entry, filter, held);
    } catch (error) {
      this.report(error);
      return true;
    }
  }

  /** What each group is sent; null where it fails: then each listener tries by itself. */
  private async workOut(entry: E, groups: readonly Group[]): Promise<Served[]> {
    const served: Served[] = [];
    const inUse = groups.filter(({ listeners }) => listeners.length > 0);
    await forEachOf(inUse, WORKS_AT_ONCE, async ({ listeners, ...group }) => {
      served.push({ listeners, payload: await this.payload(entry, group).catch(this.failed) });
    });
    return served;
  }

  private async payload(
    entry: E,
    { selection, outcome, held }: Omit<Group, 'listeners'>,
  ): Promise<Payload | null> {
    const principal: Principal = { viewer: null, held, scopes: null, sessionId: null };
    const release = await this.source.release(entry, outcome, principal);
    if (release === null) return null;
    const result = await this.works.execute(selection, principal, { releases: release });
    return result.errors ? null : new Payload(result);
  }

  private readonly failed = (error: unknown): null => {
    this.report(error);
    return null;
  };

  private async send(entry: E, served: readonly Served[]): Promise<void> {
    let sent = 0;
    for (const { listeners, payload } of served) {
      if (!payload) this.readAlone(listeners);
      else {
        for (const listener of listeners) {
          if (!listener.awaiting) continue;
          this.delivery.send(listener, payload, entry.sequence);
          listener.awaiting = false;
          sent += 1;
          if (sent % SENDS_AT_ONCE === 0) await breathe();
        }
      }
    }
  }

  private readAlone(listeners: readonly Listener[]): void {
    for (const listener of listeners) {
      if (!listener.awaiting) continue;
      this.live.leave(listener);
      this.catchUp.add(listener);
    }
  }
}
