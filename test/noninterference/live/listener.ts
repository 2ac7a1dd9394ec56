import { Listening } from '../../live/listen.js';
import type { Asker } from '../model/facts.js';
import type { Carrier } from '../world/served-hub.js';
import type { World } from '../world/world.js';
import type { Expected, Telling } from './told.js';

const TRANSPORTS = ['WebSocket', 'events'] as const;
/** Milliseconds within which something is told. */
const WITHIN = 5_000;

/** A release as it is told; all else that was selected is in it too. */
interface Told {
  readonly cursor: string;
  readonly what: string;
  readonly publicationId: string;
}

interface Page {
  readonly edges: readonly { readonly node: Told }[];
}

/** Who listens, and the session that carries it; null for somebody who has not signed in. */
export interface Ear {
  readonly name: string;
  readonly asker: Asker;
  readonly carrierId: string | null;
}

/** Somebody who listens over both transports at once, and holds what they are told against what they must be told. */
export class Listener {
  private readonly over: readonly Listening<Told>[];
  private count = 0;

  private constructor(
    private readonly world: World,
    readonly ear: Ear,
    private readonly telling: Telling,
    private readonly carrier: Carrier,
    private last: string,
  ) {
    const token = carrier.authorization?.replace('Bearer ', '') ?? null;
    const wish = { token, query: telling.live, after: last };
    this.over = TRANSPORTS.map((over) => new Listening<Told>(world.hub.url, { ...wish, over }));
  }

  /** Begins where the log ends for whoever listens, so that nothing is missed while they connect. */
  static async open(world: World, ear: Ear, telling: Telling): Promise<Listener> {
    const carrier = world.carrierOf(ear);
    const { data } = await world.ask(carrier, { query: '{ releasePosition }' });
    return new Listener(world, ear, telling, carrier, String(data?.releasePosition));
  }

  stop(): void {
    for (const listening of this.over) listening.stop();
  }

  /** Until both connections have ended. */
  async ended(): Promise<void> {
    await Promise.all(this.over.map((listening) => listening.ended()));
  }

  /**
   * Waits until as much has come as must come, and looks at it.
   * @returns what is wrong: too much, too little, in another order, other than by a page of the log, or not to be known
   */
  async hear(expected: readonly Expected[]): Promise<string[]> {
    const { facts, known } = this.world;
    const after = this.last;
    const { told, faults } = await this.take(expected);
    const page = await this.pageAfter(after, told.length);
    if (page !== JSON.stringify(told)) faults.push(`live ${JSON.stringify(told)}\n  in a page ${page}`);
    const betrayed = known.betrayedIn(JSON.stringify(told), facts, this.ear.asker);
    faults.push(...betrayed.map((what) => `not to be known: ${what}`));
    return faults.map((fault) => `${this.ear.name}: ${fault}`);
  }

  /** The same of what comes alone, whatever it says. */
  async take(expected: readonly Expected[]): Promise<{ told: readonly Told[]; faults: string[] }> {
    const from = this.count;
    this.count += expected.length;
    const [told = [], ...others] = (await Promise.all(this.over.map((one) => this.wait(one)))).map((all) =>
      all.slice(from),
    );
    const held = expected.map(({ publicationId, available }) => `${publicationId} ${available}`);
    const came = told.map(({ publicationId, what }) => `${publicationId} ${what !== 'UNAVAILABLE'}`);
    const faults = held.join() === came.join() ? [] : [`told ${came}, expected ${held}`];
    for (const other of others)
      if (JSON.stringify(other) !== JSON.stringify(told))
        faults.push(`another thing over events: ${JSON.stringify(other)}`);
    this.last = told.at(-1)?.cursor ?? this.last;
    return { told, faults };
  }

  /** A page of the log from where this began must tell the same, byte for byte. */
  private async pageAfter(after: string, first: number): Promise<string> {
    const variables = { after, first };
    const { data } = await this.world.ask(this.carrier, { query: this.telling.page, variables });
    const page = data?.releases as Page | null | undefined;
    return JSON.stringify(page?.edges.map(({ node }) => node));
  }

  private async wait(listening: Listening<Told>): Promise<readonly Told[]> {
    for (const start = performance.now(); listening.told.length < this.count; ) {
      if (performance.now() - start > WITHIN || listening.end) break;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    return [...listening.told];
  }
}
