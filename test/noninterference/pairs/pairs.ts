import type { Done } from '../deeds/deed.js';
import { nextDeed, perform } from '../deeds/deeds.js';
import type { Facts } from '../model/facts.js';
import { noticed } from '../model/notice.js';
import { personOf } from '../model/rules.js';
import type { World } from '../world/world.js';
import { NOBODY } from '../world/world.js';
import { type Leak, Observer } from './observer.js';
import { Planner, type Viewer } from './plan.js';

/** Deeds until everybody asks something else, and time passes. */
const EPOCH = 20;
const SECONDS_PASSING = 100;
const AT_ONCE = 6;
/** Of those who noticed something, who are asked anew before the next deed; of partial comparisons, which are made. */
const REFRESHED = 0.4;
const PARTIAL = 0.4;

/** What came of comparing a world with itself before and after deeds. */
export interface Tally {
  /** Worlds that differ only in what a viewer may not see: one for each deed and each viewer who may notice nothing of it. */
  pairs: number;
  /** Those of which the viewer may notice something in a few root fields, and in which the others were compared. */
  partial: number;
  deeds: number;
  refused: number;
  readonly by: Record<string, number>;
}

export interface Found extends Leak {
  readonly deed: string;
}

/** Lets a world go on deed by deed, and compares what everybody is told before and after. */
export class Pairs {
  readonly tally: Tally = { pairs: 0, partial: 0, deeds: 0, refused: 0, by: {} };
  readonly leaks: Found[] = [];
  private readonly observers = new Map<string, Observer>();
  private rounds = 0;

  private constructor(
    private readonly world: World,
    private readonly planner: Planner,
  ) {}

  static async in(world: World): Promise<Pairs> {
    return new Pairs(world, await Planner.for(world, viewersOf(world)));
  }

  /** Goes on until there are so many pairs, or so many deeds are done, or something leaks. */
  async run(most: { readonly deeds: number; readonly pairs?: number }): Promise<void> {
    const { deeds, pairs = Number.POSITIVE_INFINITY } = most;
    for (let count = 0; count < deeds && this.tally.pairs < pairs && this.leaks.length === 0; count += 1) {
      const begins = count % EPOCH === 0;
      if (begins) await this.beginEpoch();
      await this.refresh(begins ? 1 : REFRESHED);
      await this.step();
    }
  }

  private async beginEpoch(): Promise<void> {
    const { world } = this;
    world.hub.clock.advance(SECONDS_PASSING * 1_000);
    this.meetViewers();
    for (const id of Object.keys(world.facts.carriers))
      await world.ask(world.carrierOf({ carrierId: id }), { query: '{ viewer { roles } }' });
    await world.lastUsesWritten();
    for (const [index, observer] of [...this.observers.values()].entries())
      await observer.replan(this.rounds + index, world.random);
    this.rounds += this.observers.size;
  }

  /** Those who can ask now: whoever was suspended is gone, whoever joined is there. */
  private meetViewers(): void {
    const viewers = new Map(viewersOf(this.world).map((viewer) => [viewer.name, viewer]));
    for (const name of this.observers.keys()) if (!viewers.has(name)) this.observers.delete(name);
    for (const [name, viewer] of viewers) {
      if (!this.observers.has(name)) this.observers.set(name, new Observer(this.world, this.planner, viewer));
    }
  }

  /** @param share of those who noticed something: the others have nothing to compare the next deed with */
  private async refresh(share: number): Promise<void> {
    const all = [...this.observers.values()];
    const stale = all.filter(({ isFresh }) => !isFresh && this.world.random.chance(share));
    await atOnce(stale, async (observer) => this.note('what is told', await observer.record()));
  }

  private async step(): Promise<void> {
    const { world, tally } = this;
    const before = structuredClone(world.facts);
    const done = await perform(world, nextDeed(world));
    tally.deeds += 1;
    if (done.refused) tally.refused += 1;
    else {
      tally.by[done.deed.mutation] = (tally.by[done.deed.mutation] ?? 0) + 1;
      await atOnce([...this.observers.values()], (observer) => this.compare(observer, before, done));
    }
    world.hub.clock.advance(1);
  }

  private async compare(observer: Observer, before: Facts, { deed, touched }: Done): Promise<void> {
    const { world, tally } = this;
    const gone = observer.asker.personId !== null && !personOf(world.facts, observer.asker);
    const allowed = noticed({ before, after: world.facts }, observer.asker, touched);
    if (gone || allowed === 'ALL') return observer.forget();
    if (!observer.isFresh) return;
    if (allowed.size > 0 && !world.random.chance(PARTIAL)) return observer.forget();
    const leaks = await observer.compare(allowed);
    this.note(JSON.stringify({ mutation: deed.mutation, by: deed.by, input: deed.input, touched }), leaks);
    if (allowed.size > 0) tally.partial += 1;
    else tally.pairs += 1;
  }

  private note(deed: string, leaks: readonly Leak[]): void {
    this.leaks.push(...leaks.map((leak) => ({ ...leak, deed })));
  }
}

/** Does it for some at a time, so that no time is lost with waiting for the database. */
async function atOnce<T>(values: readonly T[], work: (value: T) => Promise<void>): Promise<void> {
  for (let start = 0; start < values.length; start += AT_ONCE)
    await Promise.all(values.slice(start, start + AT_ONCE).map(work));
}

/** Everybody who asks: each person by one session, some by keys too, and somebody who has not signed in. */
export function viewersOf({ facts, sentAs }: World): Viewer[] {
  const asking = Object.values(facts.carriers).filter(({ spare }) => !spare);
  return [
    { name: 'nobody', asker: NOBODY, carrier: {} },
    ...asking.map(({ id, personId, scopes }) => ({
      name: `${facts.people[personId]?.email}${scopes ? ` by a key for ${scopes}` : ''} (${id})`,
      asker: { personId, scopes },
      carrier: sentAs.get(id) ?? {},
    })),
  ];
}
