import { setImmediate as breathe } from 'node:timers/promises';
import { principalOf } from '#access';
import { Wakeups } from '#platform';
import { Connection } from './connection.js';
import { Delivery } from './delivery.js';
import { clerk, SHARED, TestWire } from './harness.fixture.js';
import { LIVE_LIMITS } from './limits.js';
import type { Watched } from './ports.js';
import { Watches } from './watches.js';
import { Works } from './works.js';

const CHANNEL = 'thing:1';
const LOOK_MS = 20;

/** Something that stands at a number, of which some see nothing. */
class Stage {
  state = 1;
  reads = 0;
  refreshed = 0;
  fails = false;
  meanwhile: (() => void) | null = null;
  readonly reports: unknown[] = [];
  readonly wakeups = new Wakeups((error) => this.reports.push(error));
  private readonly delivery = new Delivery(
    LIVE_LIMITS,
    { paused: () => {}, resumed: () => {}, expired: () => {} },
    () => 0,
  );
  readonly watches: Watches;
  readonly watched: Watched = {
    field: 'changed',
    channel: CHANNEL,
    version: async ({ viewer }, look) => {
      if (viewer?.roles.includes('AUDITOR')) return null;
      const known = look.get('') ?? this.read();
      look.set('', known);
      return known;
    },
    value: async () => ({ state: this.state }),
  };

  constructor(watchers = 10) {
    const refresh = async () => {
      this.refreshed += 1;
      this.meanwhile?.();
    };
    this.watches = new Watches(
      { refresh } as never,
      new Works({ execute: ({ rootValue }) => ({ data: rootValue.changed }) }, 1_000),
      this.delivery,
      { watchers, lookMs: LOOK_MS, retryMs: LOOK_MS },
      (channel, look) => this.wakeups.on(channel, look),
      (error) => this.reports.push(error),
    );
  }

  watch(roles: readonly 'AUDITOR'[] = []) {
    const wire = new TestWire();
    const standing = { principal: principalOf(clerk('p1', { roles })), expiresAt: 1 };
    const connection = new Connection(wire, standing, 0);
    return { wire, connection, watcher: this.watches.open(connection, '1', SHARED, this.watched) };
  }

  change(): void {
    this.state += 1;
    this.wakeups.wake(CHANNEL);
  }

  async settle(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS * 3));
    await breathe();
  }

  private async read(): Promise<string> {
    this.reads += 1;
    if (this.fails) throw new Error('The database is away.');
    return String(this.state);
  }
}

const told = ({ sent }: TestWire) => sent.map(({ fact }) => (fact as unknown as { state: number }).state);

describe('watching something that changes', () => {
  it('tells what stands, and then what has changed, many changes at once', async () => {
    const stage = new Stage();
    const { wire } = stage.watch();
    await stage.settle();
    expect(told(wire)).toEqual([1]);
    for (let count = 0; count < 50; count += 1) stage.change();
    await stage.settle();
    expect(told(wire).at(-1)).toBe(51);
    // What changes while it is looked at is looked at once more.
    expect(wire.sent.length).toBeLessThanOrEqual(3);
  });

  it('tells nothing where nothing that can be read has changed', async () => {
    const stage = new Stage();
    const { wire } = stage.watch();
    await stage.settle();
    stage.wakeups.wake(CHANNEL);
    stage.wakeups.wake('thing:2');
    await stage.settle();
    expect(told(wire)).toEqual([1]);
  });

  it('tells nobody who may not read it', async () => {
    const stage = new Stage();
    const { wire } = stage.watch(['AUDITOR']);
    stage.change();
    await stage.settle();
    expect(told(wire)).toEqual([]);
  });

  it('reads once for all who look together', async () => {
    const stage = new Stage();
    const all = Array.from({ length: 10 }, () => stage.watch());
    await stage.settle();
    const { reads } = stage;
    stage.change();
    await stage.settle();
    expect(stage.reads).toBe(reads + 1);
    for (const { wire } of all) expect(told(wire)).toEqual([1, 2]);
  });

  it('sends nothing that was worked out under rights that have changed meanwhile', async () => {
    const stage = new Stage();
    const { wire, connection } = stage.watch();
    stage.meanwhile = () => void connection.pause(2);
    await stage.settle();
    expect(told(wire)).toEqual([]);
    stage.meanwhile = null;
    connection.resume(2);
    stage.watches.resume(connection);
    await stage.settle();
    expect(told(wire)).toEqual([1]);
  });

  it('looks again after a failure', async () => {
    const stage = new Stage();
    stage.fails = true;
    const { wire } = stage.watch();
    await stage.settle();
    stage.fails = false;
    await stage.settle();
    expect(told(wire)).toEqual([1]);
    expect(stage.reports.length).toBeGreaterThan(0);
  });

  it('takes so many and no more, and forgets those who have gone', async () => {
    const stage = new Stage(2);
    const [first] = [stage.watch(), stage.watch()];
    expect(() => stage.watch()).toThrow('Too many watch at present.');
    stage.watches.close(first.watcher);
    stage.watches.close(first.watcher);
    expect(stage.watches.size).toBe(1);
    const third = stage.watch();
    await stage.settle();
    expect(told(third.wire)).toEqual([1]);
    expect(told(first.wire)).toEqual([]);
  });
});
