import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import type { Config } from '../config/config.js';
import { Refusal, timedOut, unavailable } from '../errors.js';
import { Wakeups } from '../wakeups.js';
import type { Engine, Session } from './engine.js';
import type { Schema } from './migration.js';
import { withPlatform } from './platform-schema.js';
import { openPostgres } from './postgres-engine.js';
import { PostgresListener } from './postgres-listener.js';
import type { Dialect, Tx, WriteTx } from './sql.js';
import { openSqlite } from './sqlite-engine.js';
import { Transaction } from './transaction.js';

const RETRIES = 3;
/** A transaction that takes longer is rolled back, so that it cannot stop all others for good. Milliseconds. */
const WRITE_LIMIT = 30_000;

export interface DatabaseOptions {
  readonly config: Pick<Config, 'database' | 'requestTimeoutSeconds'>;
  readonly entities: Schema['entities'];
  readonly migrations: Schema['migrations'];
  /** Told of what fails where nobody waits: after a commit, or in a listener. */
  readonly report?: (error: unknown) => void;
}

export interface WriteOptions {
  /** How long it may take before it is rolled back with the refusal TIMEOUT. Milliseconds. */
  readonly limit?: number;
}

/** The only way to the database: `read` and `write`. */
export class Database {
  private readonly current = new AsyncLocalStorage<Transaction | undefined>();
  private closing = false;
  /** Transactions under way. */
  private under = 0;

  private constructor(
    private readonly engine: Engine,
    readonly wakeups: Wakeups,
    private readonly schema: Schema,
    private readonly report: (error: unknown) => void,
    private readonly stopListening: () => Promise<void>,
  ) {}

  /** Opens, and makes an SQLite file that is not there; does not migrate. */
  static async open(options: DatabaseOptions): Promise<Database> {
    const { config, report = console.error } = options;
    const schema = withPlatform(options);
    if (config.database.dialect === 'sqlite') {
      const engine = await openSqlite(config.database.file, schema);
      return new Database(engine, new Wakeups(report), schema, report, async () => {});
    }
    const { url, pool } = config.database;
    const self = randomUUID();
    const statementTimeout = config.requestTimeoutSeconds * 1000;
    const engine = await openPostgres({ url, pool, statementTimeout, self }, schema);
    const wakeups: Wakeups = new Wakeups(report, () => listener.start());
    const listener = new PostgresListener(
      { connectionString: url, application_name: 'watchfire wake-ups' },
      self,
      wakeups,
    );
    return new Database(engine, wakeups, schema, report, () => listener.close());
  }

  get dialect(): Dialect {
    return this.engine.dialect;
  }

  /** Reads what is committed, or, inside `write`, also what that transaction has written. It cannot write. */
  async read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const outer = this.current.getStore();
    return outer?.isOpen ? outer.joinReading(work) : work(this.engine.reader);
  }

  /**
   * Runs `work` in one transaction, committed durably when this returns and not at all when it throws. A `write` inside
   * takes part in the outer one; if it fails the whole fails, even if its error is caught.
   *
   * On PostgreSQL `work` is run again, up to 3 times, when it lost a race to another transaction: what is not the
   * database's (mail, files, counters in memory) belongs into `afterCommit`.
   * @throws Refusal UNAVAILABLE if it could not begin, TIMEOUT if it took too long; what `work` throws
   */
  async write<T>(work: (tx: WriteTx) => Promise<T>, options: WriteOptions = {}): Promise<T> {
    const outer = this.current.getStore();
    if (outer?.isOpen) return outer.join(work);
    if (this.closing) throw unavailable('The hub is stopping.');
    const { limit = WRITE_LIMIT } = options;
    return this.engine.turn(async () => {
      for (let attempt = 0; ; attempt += 1) {
        const outcome = await this.attempt(work, limit);
        if ('result' in outcome) return outcome.result;
        if (!outcome.transient || attempt === RETRIES) throw outcome.error;
      }
    });
  }

  /** Brings the schema up to date. Several processes may do so at once. */
  async migrate(): Promise<void> {
    await this.engine.migrate();
  }

  /** Whether the database can be reached and every migration that this process knows is done. Never throws. */
  async ready(): Promise<boolean> {
    try {
      const rows = await this.engine.reader.rows<{ name: string }>(sql`SELECT name FROM migrations`);
      const done = new Set(rows.map((row) => row.name));
      return this.schema.migrations.every((migration) => done.has(migration.name));
    } catch {
      return false;
    }
  }

  /** Takes no new writes, finishes those under way and waiting, and closes. SQLite's log is written back into the file. */
  async close(): Promise<void> {
    if (this.closing) return;
    this.closing = true;
    await this.stopListening();
    await this.engine.close();
  }

  /**
   * Outside of transactions nobody asks which one is current. While it could be asked, Node 20 does more for every promise of the
   * process: a request that only reads takes a twelfth longer.
   */
  private async attempt<T>(work: (tx: WriteTx) => Promise<T>, limit: number): Promise<Outcome<T>> {
    this.under += 1;
    try {
      return await this.carryOut(work, limit);
    } finally {
      this.under -= 1;
      if (this.under === 0) this.current.disable();
    }
  }

  private async carryOut<T>(work: (tx: WriteTx) => Promise<T>, limit: number): Promise<Outcome<T>> {
    const session = await this.begin();
    const transaction = new Transaction(this.engine.dialect, session);
    let result: T;
    let channels: readonly string[];
    try {
      [result, channels] = await within(limit, () =>
        this.current.run(transaction, async (): Promise<[T, readonly string[]]> => {
          const value = await work(transaction);
          return [value, await transaction.finish()];
        }),
      );
      await session.commit();
    } catch (error) {
      transaction.shut();
      return { error, transient: [error, transaction.failed?.error].some((e) => this.engine.isTransient(e)) };
    } finally {
      await session.end();
    }
    transaction.runAfterCommit(this.report);
    for (const channel of channels) this.wakeups.wake(channel);
    return { result };
  }

  private async begin(): Promise<Session> {
    try {
      return await this.engine.begin();
    } catch (cause) {
      throw cause instanceof Refusal
        ? cause
        : unavailable(undefined, { detail: 'no transaction could begin', cause });
    }
  }
}

type Outcome<T> = { readonly result: T } | { readonly error: unknown; readonly transient: boolean };

async function within<T>(limit: number, work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(timedOut(undefined, { detail: `a transaction took more than ${limit} ms` })),
      limit,
    );
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}
