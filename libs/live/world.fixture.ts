import { setImmediate as breathe } from 'node:timers/promises';
import { heldKeys, heldSince, type Key, opens, type Principal, principalOf, type Viewer } from '#access';
import type {
  AccessChange,
  Authority,
  LogEntry,
  LogPage,
  Outcome,
  ReleaseSource,
  Standing,
} from './ports.js';

/** An entry as it stands in the log for good. */
export interface Stored {
  readonly sequence: number;
  readonly publication: number;
  readonly keys: readonly Key[];
  readonly lostKeys: readonly Key[];
}

type WorldEntry = LogEntry & Stored;

/** What somebody is told of an entry, and what they can read through it. */
export interface Fact {
  readonly sequence: number;
  readonly outcome: Outcome;
  readonly view: View | null;
}

export type People = ReadonlyMap<string, Viewer>;

/** Keys that tell the origin of a publication. */
export const tellingKey = (publication: number): Key => `origin:m${publication % 3}`;
export const sessionOf = (personId: string): string => `session-${personId}`;
export const passesFilter = ({ publication }: Stored): boolean => publication % 2 === 0;

/** What can be read of a publication with these keys: whether it is open now, which revisions, and its origin. */
export interface View {
  readonly present: boolean;
  readonly revisions: readonly number[];
  readonly told: boolean;
}

export function view(log: readonly Stored[], publication: number, held: ReadonlySet<Key>): View {
  const own = log.filter((entry) => entry.publication === publication);
  return {
    present: opens(held, own.at(-1)?.keys ?? []),
    revisions: own.filter(({ keys }) => opens(held, keys)).map(({ sequence }) => sequence),
    told: held.has(tellingKey(publication)),
  };
}

/** The plain rule: what a viewer is told of an entry when the log stands so. */
export function factOf(log: readonly Stored[], viewer: Viewer | null, entry: Stored): Fact | null {
  const held = heldKeys(viewer);
  const { sequence, publication } = entry;
  if (opens(held, entry.keys)) {
    const present = log.findLast((other) => other.publication === publication)?.keys ?? [];
    return opens(held, present) ? { sequence, outcome: 'RELEASE', view: view(log, publication, held) } : null;
  }
  const knew = entry.lostKeys.some((key) => held.has(key) && heldSince(viewer, key) < sequence);
  return knew ? { sequence, outcome: 'UNAVAILABLE', view: null } : null;
}

/** A hub's log and people in memory. Every answer comes after some turns of the event loop. */
export class World implements ReleaseSource<WorldEntry> {
  readonly log: Stored[] = [];
  readonly changes: AccessChange[] = [];
  readonly endedSessions = new Set<string>();
  people: People = new Map();
  pages = 0;
  fails = false;

  constructor(private readonly turns: () => number = () => 0) {}

  async pass(): Promise<void> {
    for (let left = this.turns(); left > 0; left -= 1) await breathe();
    if (this.fails) throw new Error('The database is not there.');
  }

  publish(publication: number, keys: readonly Key[]): number {
    const before = this.log.findLast((entry) => entry.publication === publication)?.keys ?? [];
    const lostKeys = before.filter((key) => !keys.includes(key));
    return this.log.push({ sequence: this.log.length + 1, publication, keys, lostKeys });
  }

  change(subject: AccessChange['subject'], subjectId: string, people: readonly Viewer[]): void {
    this.people = new Map([...this.people, ...people.map((viewer) => [viewer.personId, viewer] as const)]);
    this.changes.push({ sequence: this.changes.length + 1, subject, subjectId });
  }

  endSession(personId: string): void {
    this.endedSessions.add(sessionOf(personId));
    this.change('SESSION', sessionOf(personId), []);
  }

  async head(): Promise<number> {
    await this.pass();
    return this.log.length;
  }

  async since(sequence: number, limit: number): Promise<readonly WorldEntry[]> {
    await this.pass();
    const entries = this.log.slice(sequence, sequence + limit).map((stored) => ({
      ...stored,
      presentKeys: this.log.findLast(({ publication }) => publication === stored.publication)?.keys ?? [],
      locks: this.log.filter(({ publication }) => publication === stored.publication).map(({ keys }) => keys),
      tellingKeys: [tellingKey(stored.publication)],
    }));
    await this.pass();
    return entries;
  }

  matches(entry: WorldEntry, _filter: unknown, held: ReadonlySet<Key>): boolean {
    return !opens(held, entry.keys) || !opens(held, entry.presentKeys) || passesFilter(entry);
  }

  async release(
    { sequence, publication, keys }: WorldEntry,
    outcome: Outcome,
    { held }: Principal,
  ): Promise<unknown> {
    await this.pass();
    const present = this.log.findLast((other) => other.publication === publication)?.keys ?? [];
    const seen = opens(held, keys) && opens(held, present);
    return seen || outcome === 'UNAVAILABLE' ? { sequence, publication, outcome } : null;
  }

  async page(
    { viewer }: Principal,
    { after, first, filter }: { after: number; first: number; filter: unknown },
  ): Promise<LogPage> {
    this.pages += 1;
    await this.pass();
    const scanned = this.log.slice(after, after + first);
    const releases = scanned.flatMap((stored) => {
      const fact = factOf(this.log, viewer, stored);
      const wanted = filter === null || fact?.outcome === 'UNAVAILABLE' || passesFilter(stored);
      const { sequence, publication } = stored;
      return fact && wanted ? [{ sequence, release: { sequence, publication, outcome: fact.outcome } }] : [];
    });
    const end = after + scanned.length;
    const page = { releases, end, more: end < this.log.length };
    await this.pass();
    return page;
  }
}

/** Who may connect to a world: each person by their id, nobody by anything else. */
export const authorityOf = (world: World): Authority => ({
  authenticate: async ({ authorization }) => {
    await world.pass();
    return standingOf(world, authorization ?? '');
  },
  again: async ({ principal: { viewer } }) => {
    await world.pass();
    const ended = viewer === null || world.endedSessions.has(sessionOf(viewer.personId));
    const standing = ended ? null : standingOf(world, viewer.personId);
    await world.pass();
    return standing;
  },
  head: async () => world.changes.length,
  since: async (sequence, limit) => {
    await world.pass();
    const changes = world.changes.slice(sequence, sequence + limit);
    await world.pass();
    return changes;
  },
  membersOf: async (groupId) => {
    await world.pass();
    const within = [...world.people.values()].filter(({ groups }) => groups.some(({ id }) => id === groupId));
    return within.map(({ member }) => member.id);
  },
});

function standingOf(world: World, personId: string): Standing {
  const viewer = world.people.get(personId) ?? null;
  const sessionId = viewer && sessionOf(personId);
  return { principal: principalOf(viewer, { sessionId }), expiresAt: Number.POSITIVE_INFINITY };
}
