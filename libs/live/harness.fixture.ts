import { setImmediate as breathe } from 'node:timers/promises';
import { heldKeys, type Viewer } from '#access';
import type { PublicationFilter } from '#contract';
import { Wakeups } from '#platform';
import type { Connection, Ending, Listener, Wire } from './connection.js';
import type { LiveLimits } from './limits.js';
import { LiveHub } from './live-hub.js';
import type { Payload } from './payload.js';
import type { Executed, Execution, Outcome, Selection } from './ports.js';
import { authorityOf, type Fact, view, World } from './world.fixture.js';

export const FILTER: PublicationFilter = { kinds: ['ALERT'] };
export const SHARED: Selection = selection(true);
export const ALONE: Selection = selection(false);

function selection(shared: boolean): Selection {
  return {
    document: { kind: 'Document' as never, definitions: [] },
    operationName: undefined,
    variables: {},
    shared,
  };
}

/** A network that keeps all it is given until it is told to take it. */
export class TestWire implements Wire {
  readonly sent: { readonly operationId: string; readonly fact: Fact; readonly bytes: number }[] = [];
  ending: Ending | null = null;
  resumeAfter: string | null = null;
  alive = true;
  stuck = false;
  mostWaiting = 0;
  private waiting = 0;
  private drained: (() => void) | undefined;

  constructor(
    private readonly onNext: (wire: TestWire, operationId: string, fact: Fact) => void = () => {},
  ) {}

  next(operationId: string, payload: Payload): void {
    const bytes = payload.event();
    const fact = JSON.parse(bytes.toString().replace('event: next\ndata: ', '')).data as Fact;
    this.sent.push({ operationId, fact, bytes: bytes.length });
    if (this.stuck) this.waiting += bytes.length;
    this.mostWaiting = Math.max(this.mostWaiting, this.waiting);
    this.onNext(this, operationId, fact);
  }

  buffered(): number {
    return this.waiting;
  }

  whenDrained(then: () => void): void {
    this.drained = then;
  }

  flow(): void {
    this.stuck = false;
    this.waiting = 0;
    this.drained?.();
    this.drained = undefined;
  }

  beat(): boolean {
    return this.alive;
  }

  end(ending: Ending, resumeAfter: string | null): void {
    this.ending = ending;
    this.resumeAfter = resumeAfter;
  }

  sequences(operationId: string): number[] {
    return this.sent.filter((one) => one.operationId === operationId).map(({ fact }) => fact.sequence);
  }
}

/** A live hub over a world in memory. */
export class Harness {
  readonly world: World;
  readonly hub: LiveHub;
  readonly reports: unknown[] = [];
  readonly wakeups = new Wakeups((error) => this.reports.push(error));
  executions = 0;
  fails: ((execution: Execution) => boolean) | null = null;
  /** What happens while something is worked out. */
  meanwhile: (() => Promise<void>) | null = null;
  time = 0;

  constructor(options: { turns?: () => number; limits?: Partial<LiveLimits> } = {}) {
    this.world = new World(options.turns);
    this.hub = new LiveHub({
      source: this.world,
      authority: authorityOf(this.world),
      contract: { execute: (execution) => this.execute(execution) },
      cursorOf: (sequence) => `after-${sequence}`,
      onWake: (channel, look) => this.wakeups.on(channel, look),
      limits: { pollMs: 3_600_000, beatMs: 3_600_000, ...options.limits },
      now: () => this.time,
      report: (error) => this.reports.push(error),
    });
  }

  private async execute(execution: Execution): Promise<Executed> {
    this.executions += 1;
    await this.world.pass();
    const { meanwhile } = this;
    this.meanwhile = null;
    await meanwhile?.();
    if (this.fails?.(execution)) return { errors: [{ message: 'failed' }], data: null };
    const { sequence, publication, outcome } = execution.rootValue.releases as {
      sequence: number;
      publication: number;
      outcome: Outcome;
    };
    const { held } = execution.principal;
    const fact: Fact = {
      sequence,
      outcome,
      view: outcome === 'RELEASE' ? view(this.world.log, publication, held) : null,
    };
    return { data: fact };
  }

  async connect(
    viewer: Viewer | null,
    wire = new TestWire(),
  ): Promise<{ connection: Connection; wire: TestWire }> {
    if (viewer) this.world.people = new Map([...this.world.people, [viewer.personId, viewer]]);
    const connection = await this.hub.connect(wire, {
      authorization: viewer?.personId,
      cookie: undefined,
      address: '192.0.2.1',
      userAgent: null,
    });
    return { connection, wire };
  }

  listen(
    connection: Connection,
    begin: {
      id?: string;
      after?: number | null;
      filter?: PublicationFilter | null;
      selection?: Selection;
    } = {},
  ): Promise<Listener> {
    const { id = '1', after = null, filter = null, selection = SHARED } = begin;
    return this.hub.listen(connection, id, selection, { after, filter });
  }

  publish(publication: number, keys: readonly string[]): number {
    const sequence = this.world.publish(publication, keys);
    this.hub.wakeReleases();
    return sequence;
  }

  /** Until everything that was begun has come to rest. */
  async settle(turns = 60): Promise<void> {
    for (let left = turns; left > 0; left -= 1) await breathe();
  }
}

/** Somebody at a county's office, unless told otherwise. */
export function clerk(
  personId: string,
  change: Partial<Omit<Viewer, 'member'>> & { member?: Partial<Viewer['member']> } = {},
): Viewer {
  const member = {
    id: `m${personId}`,
    kind: 'LOCAL' as const,
    active: true,
    since: 0,
    jurisdiction: ['55025', '55', 'R05', 'US'],
  };
  return {
    personId,
    active: true,
    since: 0,
    roles: ['VIEWER'],
    groups: [],
    ...change,
    member: { ...member, ...change.member },
  };
}

export const keysOf = (viewer: Viewer | null): string[] => [...heldKeys(viewer)];

export const COUNTY = 'at:55025';
export const OTHER = 'at:06001';

/** A harness whose hub has started. */
export async function started(limits = {}): Promise<Harness> {
  const harness = new Harness({ limits });
  await harness.hub.start();
  return harness;
}
