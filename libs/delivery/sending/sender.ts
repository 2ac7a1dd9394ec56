import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '#platform';
import type { Attempt, Channel, Due, Outcome } from '../channels/channel.js';
import { type DeliveryQueue, LEASE } from '../queue/delivery-queue.js';
import type { Ended } from '../queue/record-outcomes.js';

/** Outcomes are gathered for so long before they are written down together. Milliseconds. */
const GATHER = 4;
/** After a turn that failed, as when the database is away. Milliseconds. */
const PAUSE = 1_000;
/** An attempt that does not end by itself is given up. Milliseconds. */
const LONGEST_ATTEMPT = 30_000;
/** How often a worker says that it still has what it took. Milliseconds. */
const RENEW_EVERY = LEASE / 4;

export interface SenderOptions {
  readonly channel: Channel;
  readonly worker: string;
  readonly queue: DeliveryQueue;
  readonly clock: Clock;
  readonly report: (what: string, error: unknown) => void;
}

/**
 * Sends what is due on one channel, as many at once as the channel allows. While some are on their way, what has ended is written
 * down together with taking the next ones, so that a slow one holds up no other.
 */
export class Sender {
  private readonly stopping = new AbortController();
  private readonly hurrying = new AbortController();
  private readonly underWay = new Map<string, number>();
  private readonly flights = new Set<string>();
  private renewed = 0;
  private ended: Ended[] = [];
  private working: Promise<void> | undefined;
  private again = false;
  /** Ends the wait for more outcomes. */
  private wake = () => {};

  constructor(private readonly options: SenderOptions) {}

  /** Says that something may be due. */
  look(): void {
    this.again = true;
    this.working ??= this.work().finally(() => {
      this.working = undefined;
      if (this.again && !this.stopping.signal.aborted) this.look();
    });
    this.wake();
  }

  /** Resolves when nothing is due and nothing on its way any more. */
  async drained(): Promise<void> {
    this.look();
    while (this.working) await this.working;
  }

  /** Takes nothing more, waits for what is on its way, and gives up what takes longer than `grace` milliseconds. */
  async stop(grace: number): Promise<void> {
    this.stopping.abort();
    this.wake();
    const timer = setTimeout(() => this.hurrying.abort(), grace);
    await this.working;
    clearTimeout(timer);
  }

  private async work(): Promise<void> {
    const { channel, queue, report } = this.options;
    while (this.again || this.flights.size > 0 || this.ended.length > 0) {
      this.again = false;
      const stopped = this.stopping.signal.aborted;
      try {
        const due = this.ended.length > 0 || (!stopped && (await queue.isAnyDue(channel)));
        if (due) await this.turn(stopped);
        await this.renew();
      } catch (error) {
        report('Deliveries could not be taken or written down; it is tried again.', error);
        if (stopped && this.flights.size === 0) return;
        await sleep(PAUSE, undefined, { ref: false });
        this.again = true;
      }
      if (!this.again && this.flights.size > 0) await this.gather();
    }
  }

  private async turn(stopped: boolean): Promise<void> {
    const { channel, worker, queue } = this.options;
    const ended = this.ended;
    this.ended = [];
    let due: Due[];
    try {
      const count = stopped ? 0 : channel.atOnce - this.flights.size;
      const taken = await queue.turn({ channel, worker, ended, room: { count, underWay: this.underWay } });
      // What is on its way still, after a lease that ended while the process stood still, is not sent beside itself.
      due = taken.filter(({ id }) => !this.flights.has(id));
    } catch (error) {
      this.ended = [...ended, ...this.ended];
      throw error;
    }
    if (due.length === 0) return;
    this.again = true;
    const attempts = await this.prepared(due);
    for (const one of due) this.start(one, attempts?.get(one.id));
  }

  /** Nothing where it failed: then those who need it wait a moment. */
  private async prepared(due: readonly Due[]): Promise<ReadonlyMap<string, Attempt>> {
    try {
      return await this.options.channel.prepare(due);
    } catch (error) {
      this.options.report('Deliveries could not be made ready; it is tried again.', error);
      const until = new Date(this.options.clock.now().getTime() + PAUSE);
      return new Map(due.map(({ id }) => [id, async (): Promise<Outcome> => ({ state: 'WAIT', until })]));
    }
  }

  private start(due: Due, attempt: Attempt | undefined): void {
    const { address } = due;
    this.underWay.set(address, (this.underWay.get(address) ?? 0) + 1);
    this.flights.add(due.id);
    void this.outcomeOf(attempt).then((outcome) => {
      this.flights.delete(due.id);
      const left = (this.underWay.get(address) ?? 1) - 1;
      if (left > 0) this.underWay.set(address, left);
      else this.underWay.delete(address);
      this.ended.push({ due, outcome, at: this.options.clock.now() });
      this.wake();
    });
  }

  private async renew(): Promise<void> {
    const now = performance.now();
    if (this.flights.size === 0 || now - this.renewed < RENEW_EVERY) return;
    this.renewed = now;
    await this.options.queue.renew(this.options.worker, [...this.flights]);
  }

  private async outcomeOf(attempt: Attempt | undefined): Promise<Outcome> {
    if (!attempt) return { state: 'DROPPED', cause: 'NOT_VISIBLE' };
    const signal = AbortSignal.any([this.hurrying.signal, AbortSignal.timeout(LONGEST_ATTEMPT)]);
    try {
      return await attempt(signal);
    } catch (error) {
      if (this.hurrying.signal.aborted) return { state: 'WAIT', until: this.options.clock.now() };
      if (signal.aborted) return { state: 'RETRY', cause: 'TIMED_OUT' };
      this.options.report('A delivery failed in the hub itself; it is tried again.', error);
      return { state: 'RETRY', cause: 'INTERNAL' };
    }
  }

  /** Waits for the first outcome, a call, or until it is time to renew; and then a little for more outcomes. */
  private async gather(): Promise<void> {
    if (this.ended.length === 0 && !this.again) {
      const woken = new AbortController();
      this.wake = () => woken.abort();
      await sleep(RENEW_EVERY, undefined, { signal: woken.signal }).catch(() => {});
      this.wake = () => {};
    }
    if (this.flights.size > 0) await sleep(GATHER);
  }
}
