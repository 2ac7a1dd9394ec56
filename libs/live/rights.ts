import { type Connection, PAUSE } from './connection.js';
import { IndexOf } from './index-of.js';
import type { AccessChange, Authority, Standing } from './ports.js';
import { settled } from './settled.js';

type Subject = AccessChange['subject'];

const CHANGES_AT_ONCE = 1_000;
const LOADS_AT_ONCE = 8;

/** What becomes of connections whose rights have changed. */
export interface RightsEvents {
  paused(connection: Connection): void;
  resumed(connection: Connection): void;
  revoked(connection: Connection): void;
  report(error: unknown): void;
}

/**
 * Keeps every connection's principal true. When somebody's rights have changed, nothing more is sent on their connections
 * until the principal has been loaded again; where it has ended, the connection ends.
 */
export class Rights {
  private readonly bySubject: Readonly<Record<Subject, IndexOf<Connection>>> = {
    PERSON: new IndexOf(),
    MEMBER: new IndexOf(),
    SESSION: new IndexOf(),
    GROUP: new IndexOf(),
  };
  private readonly stale = new Set<Connection>();
  private readonly loading = new Set<Connection>();
  private readonly staleAgain = new Set<Connection>();
  private seen = 0;
  private reading: Promise<void> | undefined;
  private next: Promise<void> | undefined;

  constructor(
    private readonly authority: Authority,
    private readonly retryMs: number,
    private readonly events: RightsEvents,
  ) {}

  async start(): Promise<void> {
    this.seen = await this.authority.head();
  }

  /** How far the log of changes has been read: take it before loading a principal, give it to `add` after. */
  get position(): number {
    return this.seen;
  }

  /** @param since the position before the connection's principal was loaded */
  add(connection: Connection, since: number): void {
    for (const [subject, id] of subjectsOf(connection.standing)) this.bySubject[subject].add(id, connection);
    if (since !== this.seen) this.distrust(connection);
  }

  remove(connection: Connection): void {
    this.stale.delete(connection);
    for (const [subject, id] of subjectsOf(connection.standing))
      this.bySubject[subject].delete(id, connection);
  }

  /** After it, every change that was committed before the call has been taken into account. */
  refresh(): Promise<void> {
    if (!this.reading) {
      this.reading = this.read().finally(() => {
        this.reading = undefined;
      });
      return this.reading;
    }
    this.next ??= settled(this.reading).then(() => {
      this.next = undefined;
      return this.refresh();
    });
    return this.next;
  }

  /** Sends nothing more on a connection until its principal has been loaded again. */
  distrust(connection: Connection): void {
    if (connection.ended) return;
    if (connection.pause(PAUSE.AUTHORITY)) this.events.paused(connection);
    (this.loading.has(connection) ? this.staleAgain : this.stale).add(connection);
    this.loadNext();
  }

  private async read(): Promise<void> {
    for (;;) {
      const changes = await this.authority.since(this.seen, CHANGES_AT_ONCE);
      const joined = await this.membersNow(changes);
      this.seen = changes.at(-1)?.sequence ?? this.seen;
      for (const change of changes) {
        this.distrustAll(change.subject, change.subjectId);
        for (const memberId of joined.get(change) ?? []) this.distrustAll('MEMBER', memberId);
      }
      if (changes.length < CHANGES_AT_ONCE) return;
    }
  }

  /** A change of a group also concerns members that have only just joined it. */
  private async membersNow(changes: readonly AccessChange[]): Promise<Map<AccessChange, readonly string[]>> {
    const groups = changes.filter(({ subject }) => subject === 'GROUP');
    return new Map(
      await Promise.all(
        groups.map(async (change) => [change, await this.authority.membersOf(change.subjectId)] as const),
      ),
    );
  }

  private distrustAll(subject: Subject, id: string): void {
    for (const connection of this.bySubject[subject].get(id)) this.distrust(connection);
  }

  private loadNext(): void {
    for (const connection of this.stale) {
      if (this.loading.size >= LOADS_AT_ONCE) return;
      this.stale.delete(connection);
      this.loading.add(connection);
      void this.load(connection);
    }
  }

  private async load(connection: Connection): Promise<void> {
    const before = this.seen;
    const standing = await this.authority.again(connection.standing).catch((error: unknown) => {
      this.events.report(error);
      setTimeout(() => this.distrust(connection), this.retryMs).unref();
      return undefined;
    });
    this.loading.delete(connection);
    const changedMeanwhile = this.staleAgain.delete(connection);
    if (changedMeanwhile) this.distrust(connection);
    else if (standing !== undefined && !connection.ended) this.trust(connection, standing, before);
    this.loadNext();
  }

  private trust(connection: Connection, standing: Standing | null, before: number): void {
    if (standing === null) {
      this.events.revoked(connection);
      return;
    }
    this.remove(connection);
    connection.standing = standing;
    this.add(connection, before);
    if (!this.stale.has(connection) && !this.loading.has(connection) && connection.resume(PAUSE.AUTHORITY)) {
      this.events.resumed(connection);
    }
  }
}

function subjectsOf({ principal: { viewer, sessionId } }: Standing): (readonly [Subject, string])[] {
  const carrier = sessionId === null ? [] : [['SESSION', sessionId] as const];
  if (viewer === null) return carrier;
  return [
    ...carrier,
    ['PERSON', viewer.personId],
    ['MEMBER', viewer.member.id],
    ...viewer.groups.map(({ id }) => ['GROUP', id] as const),
  ];
}
