import sql, { empty, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { Session } from './engine.js';
import type { Dialect, WriteTx } from './sql.js';

/** Somebody used a transaction after its end: work that was not awaited, or a `tx` that was kept. A fault in the code. */
export class TransactionOverError extends Error {
  override readonly name = 'TransactionOverError';

  constructor() {
    super('This transaction is over. Await everything inside `write`, and do not keep its `tx`.');
  }
}

/**
 * One transaction as its users see it. It allows nothing after its end, and it fails as a whole: once a statement or a joined
 * `write` has failed, nothing more is done in it and it cannot be committed, whoever catches the error. (PostgreSQL would turn
 * such a commit into a silent roll-back, SQLite would keep the half that worked.)
 */
export class Transaction implements WriteTx {
  readonly manager: EntityManager;
  readonly forUpdate: Sql;
  private readonly pending = new Set<Promise<unknown>>();
  private readonly lasts: ((tx: WriteTx) => Promise<void>)[] = [];
  private readonly afters: (() => void)[] = [];
  private readonly channels = new Set<string>();
  private failure: { readonly error: unknown } | undefined;
  private open = true;

  constructor(
    readonly dialect: Dialect,
    private readonly session: Session,
  ) {
    this.manager = session.manager((query) => this.part(query));
    this.forUpdate = dialect === 'postgres' ? sql`FOR UPDATE` : empty;
  }

  get isOpen(): boolean {
    return this.open;
  }

  rows<R>(statement: Sql): Promise<R[]> {
    return this.part(() => this.session.rows<R>(statement));
  }

  execute(statement: Sql): Promise<number> {
    return this.part(() => this.session.execute(statement));
  }

  async nextSequence(name: string, count = 1): Promise<number> {
    const [row] = await this.rows<{ value: number }>(sql`
      INSERT INTO sequence (name, value) VALUES (${name}, ${count})
      ON CONFLICT (name) DO UPDATE SET value = sequence.value + ${count} RETURNING value`);
    return (row as { value: number }).value;
  }

  beforeCommit(work: (tx: WriteTx) => Promise<void>): void {
    this.mustBeOpen();
    this.lasts.push(work);
  }

  afterCommit(work: () => void): void {
    this.mustBeOpen();
    this.afters.push(work);
  }

  wake(channel: string): void {
    this.mustBeOpen();
    this.channels.add(channel);
  }

  /** Lets a `write` inside this one take part. */
  async join<T>(work: (tx: WriteTx) => Promise<T>): Promise<T> {
    return this.part(() => work(this));
  }

  /** Lets a `read` inside take part; unless one of its statements fails, it may fail alone. */
  async joinReading<T>(work: (tx: WriteTx) => Promise<T>): Promise<T> {
    this.mustBeOpen();
    return this.track(work(this));
  }

  /** The first failure, if anything failed. */
  get failed(): { readonly error: unknown } | undefined {
    return this.failure;
  }

  /** Does what was put off to the end, waits for what was not awaited, and shuts the door. @throws the first failure */
  async finish(): Promise<readonly string[]> {
    for (;;) {
      await this.settled();
      if (this.failure) throw this.failure.error;
      const last = this.lasts.shift();
      if (!last) break;
      await last(this);
    }
    const channels = [...this.channels];
    if (channels.length > 0) await this.session.notify(channels);
    this.shut();
    return channels;
  }

  shut(): void {
    this.open = false;
  }

  runAfterCommit(report: (error: unknown) => void): void {
    for (const work of this.afters) {
      try {
        work();
      } catch (error) {
        report(error);
      }
    }
  }

  /** A statement or a joined `write`: the end waits for it, and its failure is that of the whole. */
  private async part<T>(work: () => Promise<T>): Promise<T> {
    this.mustBeOpen();
    if (this.failure) throw this.failure.error;
    try {
      return await this.track(work());
    } catch (error) {
      this.failure ??= { error };
      throw error;
    }
  }

  private async track<T>(work: Promise<T>): Promise<T> {
    this.pending.add(work);
    try {
      return await work;
    } finally {
      this.pending.delete(work);
    }
  }

  private async settled(): Promise<void> {
    while (this.pending.size > 0) await Promise.allSettled([...this.pending]);
  }

  private mustBeOpen(): void {
    if (!this.open) throw new TransactionOverError();
  }
}
