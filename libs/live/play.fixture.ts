import { setImmediate as breathe } from 'node:timers/promises';
import fc from 'fast-check';
import { heldKeys, type Viewer } from '#access';
import type { Listener } from './connection.js';
import { ALONE, clerk, FILTER, Harness, SHARED, TestWire } from './harness.fixture.js';
import type { Outcome } from './ports.js';
import { type Fact, factOf, type People, passesFilter, type Stored, view } from './world.fixture.js';

const KEYS = ['public', 'at:55025', 'at:06001', 'group:g1', 'group:g2', 'origin:m1', 'analyst', 'person:p2'];
const ALAMEDA = ['06001', '06', 'R09', 'US'];
/** Turns of the event loop in which something that was begun under what was true then may still arrive. */
const LATEST = 60;
const RETRY_MS = 10;

const PEOPLE: readonly Viewer[] = [
  clerk('p1', { member: { id: 'm1' } }),
  clerk('p2', { member: { id: 'm1' }, groups: [{ id: 'g1', since: 0 }] }),
  clerk('p3', { member: { id: 'm2', jurisdiction: ALAMEDA } }),
  clerk('p4', { member: { id: 'm3', kind: 'HUB', jurisdiction: ['US'] }, roles: ['ANALYST'] }),
];

const anyone = fc.constantFrom('p1', 'p2', 'p3', 'p4', null);
const member = fc.constantFrom('m1', 'm2');
const nth = fc.nat(20);
export const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('publish' as const),
      publication: fc.nat(4),
      keys: fc.subarray(KEYS, { minLength: 1 }),
      woken: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('join' as const),
      who: anyone,
      back: fc.option(fc.nat(10)),
      filtered: fc.boolean(),
      alone: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('regroup' as const),
      member,
      group: fc.constantFrom('g1', 'g2'),
      woken: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('suspend' as const), who: fc.constantFrom('p1', 'p3') }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('signOut' as const),
      who: fc.constantFrom('p1', 'p2', 'p3', 'p4'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'stick' as const,
        'flow' as const,
        'resume' as const,
        'fail' as const,
        'recover' as const,
      ),
      nth,
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

export interface Moment {
  readonly turn: number;
  readonly log: readonly Stored[];
  readonly people: People;
}

export interface Told {
  readonly turn: number;
  readonly fact: Fact;
}

export interface Client {
  readonly who: string | null;
  readonly wire: TestWire;
  readonly listener: Listener;
  readonly filtered: boolean;
  readonly from: number;
  readonly told: readonly Told[];
}

/** Plays steps against a hub, and knows at every turn what was true. */
export class Play {
  readonly harness: Harness;
  readonly clients: Client[] = [];
  readonly moments: Moment[] = [];
  private turn = 0;

  constructor(seed: number) {
    let state = seed;
    const turns = () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return (state >>> 16) % 3;
    };
    this.harness = new Harness({
      turns,
      limits: { bufferBytes: 250, leastBufferBytes: 250, pageSize: 3, readers: 2, retryMs: RETRY_MS },
    });
    this.harness.world.people = new Map(PEOPLE.map((viewer) => [viewer.personId, viewer]));
    this.mark();
  }

  async pass(turns: number): Promise<void> {
    for (let left = turns; left > 0; left -= 1) {
      this.turn += 1;
      await breathe();
    }
  }

  private mark(): void {
    const { log, people } = this.harness.world;
    this.moments.push({ turn: this.turn, log: [...log], people });
  }

  async take(step: Step): Promise<void> {
    const { harness } = this;
    const { world, hub } = harness;
    if (step.do === 'publish') {
      world.publish(step.publication, step.keys);
      if (step.woken) hub.wakeReleases();
    } else if (step.do === 'join') {
      const after = step.back === null ? null : Math.max(0, world.log.length - step.back);
      await this.join(step.who, after, step.filtered, step.alone);
    } else if (step.do === 'regroup') {
      this.regroup(step.member, step.group);
      if (step.woken) hub.wakeRights();
    } else if (step.do === 'suspend') {
      const viewer = world.people.get(step.who) as Viewer;
      world.change('PERSON', step.who, [{ ...viewer, active: !viewer.active, since: world.log.length }]);
      hub.wakeRights();
    } else if (step.do === 'signOut') {
      world.endSession(step.who);
      hub.wakeRights();
    } else this.disturb(step.do, this.clients[step.nth % Math.max(1, this.clients.length)]);
    this.mark();
  }

  private regroup(memberId: string, group: string): void {
    const { world } = this.harness;
    const changed = [...world.people.values()].filter(({ member }) => member.id === memberId);
    const toggle = (viewer: Viewer) =>
      viewer.groups.some(({ id }) => id === group)
        ? viewer.groups.filter(({ id }) => id !== group)
        : [...viewer.groups, { id: group, since: world.log.length }];
    world.change(
      'GROUP',
      group,
      changed.map((viewer) => ({ ...viewer, groups: toggle(viewer) })),
    );
  }

  private disturb(what: 'stick' | 'flow' | 'resume' | 'fail' | 'recover', client: Client | undefined): void {
    if (what === 'fail' || what === 'recover') this.harness.world.fails = what === 'fail';
    if (!client) return;
    if (what === 'stick') client.wire.stuck = true;
    if (what === 'flow') client.wire.flow();
    if (what === 'resume') {
      this.harness.hub.disconnect(client.listener.connection);
      void this.join(client.who, client.told.at(-1)?.fact.sequence ?? client.from, client.filtered, false);
    }
  }

  private async join(
    who: string | null,
    after: number | null,
    filtered: boolean,
    alone: boolean,
  ): Promise<void> {
    const { harness } = this;
    const told: Told[] = [];
    const wire = new TestWire((_, __, fact) => told.push({ turn: this.turn, fact }));
    if (harness.world.fails || (who && harness.world.endedSessions.has(`session-${who}`))) return;
    try {
      const viewer = who === null ? null : (harness.world.people.get(who) ?? null);
      const { connection } = await harness.connect(viewer, wire);
      const options = { after, filter: filtered ? FILTER : null, selection: alone ? ALONE : SHARED };
      const listener = await harness.listen(connection, options);
      this.clients.push({ who, wire, listener, filtered, from: after ?? harness.world.log.length, told });
    } catch {
      // The world failed meanwhile; the client would try again.
    }
  }

  async end(): Promise<void> {
    const { world, hub } = this.harness;
    world.fails = false;
    for (const { wire } of this.clients) wire.flow();
    // Whoever waits to try again after a failure does so meanwhile.
    await this.pass(300);
    hub.wakeReleases();
    hub.wakeRights();
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS + 5));
    await this.pass(300);
  }

  /** What a client is told of an entry, as the log and the people stand at two moments. */
  outcomeAt(log: Moment, people: Moment, client: Client, sequence: number): Outcome | null {
    const stored = log.log[sequence - 1];
    if (!stored) return null;
    const outcome = factOf(log.log, viewerAt(people, client), stored)?.outcome ?? null;
    return !client.filtered || outcome === 'UNAVAILABLE' || passesFilter(stored) ? outcome : null;
  }

  /**
   * Whether a client may have been told this: the entry is chosen, and its publication read a little later. Of what was
   * released in between, less than what is theirs may be shown, since the next entry tells of it; never more.
   */
  mayHaveTold(client: Client, { turn, fact }: Told): boolean {
    const latest = this.moments.findLastIndex((moment) => moment.turn <= turn);
    const earliest = this.moments.findLastIndex((moment) => moment.turn <= turn - LATEST);
    const recent = this.moments.slice(Math.max(0, earliest), latest + 1);
    const pairs = recent.flatMap((log) => recent.map((people) => ({ log, people })));
    return pairs
      .filter(({ log, people }) => this.outcomeAt(log, people, client, fact.sequence) === fact.outcome)
      .some(({ log, people }) => {
        const held = heldKeys(viewerAt(people, client));
        return fact.view === null || recent.some((read) => mayRead(fact, log.log, read.log, held));
      });
  }
}

function mayRead(
  { sequence, view: seen }: Fact,
  chosen: readonly Stored[],
  read: readonly Stored[],
  held: ReadonlySet<string>,
) {
  const publication = read[sequence - 1]?.publication;
  if (publication === undefined || !seen) return false;
  const whole = view(read, publication, held);
  const known = (revisions: readonly number[]) => revisions.filter((revision) => revision <= chosen.length);
  const grew = read.some((entry) => entry.publication === publication && entry.sequence > chosen.length);
  return (
    seen.told === whole.told &&
    (seen.present === whole.present || (grew && !seen.present)) &&
    `${known(seen.revisions)}` === `${known(whole.revisions)}` &&
    seen.revisions.every((revision) => whole.revisions.includes(revision))
  );
}

const viewerAt = ({ people }: Moment, { who }: Client): Viewer | null =>
  who === null ? null : (people.get(who) ?? null);
