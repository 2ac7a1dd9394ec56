import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '#platform';
import type { Attempt, Channel, Due, Outcome } from '../channels/channel.js';
import { type DeliveryQueue, LEASE } from '../queue/delivery-queue.js';
import type { Ended } from '../queue/record-outcomes.js';

/** Outcomes are gathered for so long, or until there are so many or nothing is on its way, before they are written down together. Milliseconds. */
const GATHER = 50;
const MOST_GATHERED = 1_024;
/** One turn takes no more, so that other workers have their part; and the first turn few, which go out before the others are taken. */
const MOST_TAKEN = 1_024;
const FIRST_TAKEN = 256;
/** After a turn that failed, as when the database is away. Milliseconds. */
const PAUSE = 1_000;
/** An attempt that does not end by itself is given up, unless its channel says otherwise. Milliseconds. */
const LONGEST_ATTEMPT = 30_000;
/** A delivery that has waited longer for room is asked for anew: its rights may have changed. Milliseconds. */
const MOST_WAITED = 1_000;
/** How often a worker says that it still has what it took, and looks for what takes too long. Milliseconds. */
const RENEW_EVERY = LEASE / 4;

export interface SenderOptions {
  readonly channel: Channel;
  readonly worker: string;
  readonly queue: DeliveryQueue;
  readonly clock: Clock;
  readonly report: (what: string, error: unknown) => void;
}

/** A delivery in hand: on its way, or soon to be. */
interface Flight {
  readonly due: Due;
  readonly attempt: Attempt | undefined;
  /** Since when it is in hand, its rights just asked for. By `performance.now()`. */
  readonly since: number;
  /** By `performance.now()`; null while it waits for room. */
  began: number | null;
  readonly ends: AbortController;
}

/** Waits for all to end, also when one fails. @throws the first failure */
async function all(work: readonly Promise<void>[]): Promise<void> {
  await Promise.allSettled(work);
  await Promise.all(work);
}

/** Of what a channel left out. */
const NOT_VISIBLE: Outcome = { state: 'DROPPED', cause: 'NOT_VISIBLE' };
/** For all who take no notice of it. */
const NEVER = new AbortController();

/**
 * Sends what is due on one channel, as many at once as the channel allows. While some are on their way, what has ended is written
 * down and the next ones are taken, so that a slow one holds up no other; both at once, as PostgreSQL has a process for each. As
 * many as are being written down are taken besides, so that there is no pause; more would wait long after their rights were asked
 * for.
 */
export class Sender {
  private readonly flights = new Map<string, Flight>();
  /** Those of them that wait for room. */
  private readonly waiting: Flight[] = [];
  private onTheWay = 0;
  /** How many are in hand for each address. */
  private readonly underWay = new Map<string, number>();
  private ended: Ended[] = [];
  private working: Promise<void> | undefined;
  private again = false;
  private stopped = false;
  private renewed = 0;
  /** Ends the wait for more outcomes. */
  private wake = () => {};

  constructor(private readonly options: SenderOptions) {}

  /** Says that something may be due. */
  look(): void {
    this.again = true;
    this.working ??= this.work().finally(() => {
      this.working = undefined;
      if (this.again && !this.stopped) this.look();
    });
    this.wake();
  }

  /** Resolves when nothing is due and nothing on its way any more. */
  async drained(): Promise<void> {
    do {
      this.look();
      while (this.working) await this.working;
    } while (!this.stopped && (await this.options.queue.isAnyDue(this.options.channel)));
  }

  /** Takes nothing more, waits for what is on its way, and gives up what takes longer than `grace` milliseconds. */
  async stop(grace: number): Promise<void> {
    this.stopped = true;
    const leave = (flight: Flight) => this.giveUp(flight, { state: 'WAIT', until: this.options.clock.now() });
    this.waiting.splice(0).forEach(leave);
    this.wake();
    const timer = setTimeout(() => [...this.flights.values()].forEach(leave), grace);
    await this.working;
    clearTimeout(timer);
  }

  private async work(): Promise<void> {
    while (this.again || this.flights.size > 0 || this.ended.length > 0) {
      const { ended } = this;
      const looks = this.again || ended.length > 0;
      this.again = false;
      const room = looks && !this.stopped ? this.room : 0;
      try {
        await all([this.record(), this.fill(room, ended), this.renew()]);
      } catch (error) {
        this.options.report('Deliveries could not be taken or written down; it is tried again.', error);
        if (this.stopped && this.flights.size === 0) return;
        await sleep(PAUSE, undefined, { ref: false });
        this.again = true;
      }
      if (!this.again && this.flights.size > 0) await this.gather();
    }
  }

  private async record(): Promise<void> {
    const { channel, worker, queue } = this.options;
    const { ended } = this;
    if (ended.length === 0) return;
    this.ended = [];
    try {
      await queue.record(channel, worker, ended);
    } catch (error) {
      this.ended = [...ended, ...this.ended];
      throw error;
    }
    // It may be due again by now.
    this.again ||= ended.some(({ outcome }) => outcome.state === 'WAIT');
  }

  private get room(): number {
    const most = this.flights.size === 0 && this.ended.length === 0 ? FIRST_TAKEN : MOST_TAKEN;
    return Math.min(most, this.options.channel.atOnce + this.ended.length - this.flights.size);
  }

  /**
   * Takes at most so many, and sends them on their way.
   * @param ended what is being written down meanwhile
   */
  private async fill(count: number, ended: readonly Ended[]): Promise<void> {
    const { channel, worker, queue } = this.options;
    if (count <= 0) return;
    if (this.flights.size === 0 && !(await queue.isAnyDue(channel))) return;
    const taken = await queue.take(channel, worker, { count, underWay: this.underWay });
    if (taken.length === 0) return;
    this.again ||= taken.length === count;
    // What is on its way still, or just was, is not sent again for a lease that ended while the process stood still.
    const over = new Set(
      ended.filter(({ outcome }) => outcome.state !== 'WAIT').map(({ due: { id } }) => id),
    );
    const due = taken.filter(({ id }) => !this.flights.has(id) && !over.has(id));
    const attempts = await this.prepared(due);
    for (const one of due) this.take(one, attempts.get(one.id));
    this.depart();
  }

  /** Where it failed, those who need it wait a moment. */
  private async prepared(due: readonly Due[]): Promise<ReadonlyMap<string, Attempt>> {
    try {
      return await this.options.channel.prepare(due);
    } catch (error) {
      this.options.report('Deliveries could not be made ready; it is tried again.', error);
      const until = new Date(this.options.clock.now().getTime() + PAUSE);
      return new Map(due.map(({ id }) => [id, async (): Promise<Outcome> => ({ state: 'WAIT', until })]));
    }
  }

  private take(due: Due, attempt: Attempt | undefined): void {
    const ends = this.options.channel.deaf ? NEVER : new AbortController();
    const flight = { due, attempt, since: performance.now(), began: null, ends };
    this.flights.set(due.id, flight);
    this.underWay.set(due.address, (this.underWay.get(due.address) ?? 0) + 1);
    this.waiting.push(flight);
  }

  private depart(): void {
    while (this.onTheWay < this.options.channel.atOnce) {
      const flight = this.waiting.shift();
      if (!flight) return;
      const now = performance.now();
      if (now - flight.since > MOST_WAITED) {
        this.end(flight, { state: 'WAIT', until: this.options.clock.now() });
        continue;
      }
      flight.began = now;
      this.onTheWay += 1;
      void this.fly(flight);
    }
  }

  private giveUp(flight: Flight, outcome: Outcome): void {
    this.land(flight, outcome);
    if (flight.ends !== NEVER) flight.ends.abort();
  }

  private land(flight: Flight, outcome: Outcome): void {
    const isFirst = this.ended.length === 0;
    if (!this.end(flight, outcome)) return;
    this.depart();
    const enough = this.ended.length >= MOST_GATHERED || this.flights.size === 0;
    if (enough || isFirst) this.wake();
  }

  /** The first outcome counts: one that was given up may still come to an end. @returns whether it is that */
  private end({ due, began }: Flight, outcome: Outcome): boolean {
    if (!this.flights.delete(due.id)) return false;
    if (began !== null) this.onTheWay -= 1;
    const left = (this.underWay.get(due.address) ?? 1) - 1;
    if (left > 0) this.underWay.set(due.address, left);
    else this.underWay.delete(due.address);
    this.ended.push({ due, outcome });
    return true;
  }

  private async fly(flight: Flight): Promise<void> {
    const { signal } = flight.ends;
    let outcome: Outcome;
    try {
      outcome = await (flight.attempt?.(signal) ?? NOT_VISIBLE);
    } catch (error) {
      outcome = { state: 'RETRY', cause: signal.aborted ? 'TIMED_OUT' : 'INTERNAL' };
      if (!signal.aborted)
        this.options.report('A delivery failed in the hub itself; it is tried again.', error);
    }
    this.land(flight, outcome);
  }

  /** Gives up what takes too long, and says that the rest is still in hand. */
  private async renew(): Promise<void> {
    const now = performance.now();
    if (this.flights.size === 0 || now - this.renewed < RENEW_EVERY) return;
    this.renewed = now;
    const { channel, queue, worker } = this.options;
    for (const flight of this.flights.values()) {
      if (now - (flight.began ?? now) < (channel.longest ?? LONGEST_ATTEMPT)) continue;
      this.giveUp(flight, { state: 'RETRY', cause: 'TIMED_OUT' });
    }
    await queue.renew(worker, [...this.flights.keys()]);
  }

  /** Waits for the first outcome, a call, or until it is time to renew; and then a little for more outcomes. */
  private async gather(): Promise<void> {
    if (this.ended.length === 0) await this.woken(RENEW_EVERY);
    if (this.flights.size > 0 && this.ended.length < MOST_GATHERED) await this.woken(GATHER);
  }

  private woken(most: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, most);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
