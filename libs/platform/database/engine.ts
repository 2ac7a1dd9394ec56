import type { Sql } from 'sql-template-tag';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import type { Dialect, Tx } from './sql.js';

/** One open transaction on a connection of its own. */
export interface Session {
  rows<R>(statement: Sql): Promise<R[]>;
  execute(statement: Sql): Promise<number>;
  /** A manager on this connection, whose every query goes through `guard`. */
  manager(guard: Guard): EntityManager;
  /** Tells other processes; part of the transaction. */
  notify(channels: readonly string[]): Promise<void>;
  commit(): Promise<void>;
  /** Rolls back if the transaction is still open, and gives the connection back. */
  end(): Promise<void>;
}

export type Guard = <T>(query: () => Promise<T>) => Promise<T>;

export interface Engine {
  readonly dialect: Dialect;
  readonly reader: Tx;
  /** Runs `work` when a writer may begin: one after another on SQLite, as many as there are connections on PostgreSQL. */
  turn<T>(work: () => Promise<T>): Promise<T>;
  begin(): Promise<Session>;
  /** Whether the same transaction, tried again, may go through: it lost a race, and nothing of it is left. */
  isTransient(error: unknown): boolean;
  migrate(): Promise<void>;
  close(): Promise<void>;
}

/**
 * A manager inside a transaction that was begun by hand. Its query runner stands before `base` and shares its connection, but
 * knows itself to be in a transaction, sends every query through `guard`, and is never released by TypeORM.
 * @param own further properties of the query runner
 */
export function managerOn(
  source: DataSource,
  base: QueryRunner,
  guard: Guard,
  own: object = {},
): EntityManager {
  const runner: QueryRunner = Object.create(base);
  const manager = source.createEntityManager(runner);
  Object.assign(runner, own, {
    manager,
    isTransactionActive: true,
    transactionDepth: 1,
    release: async () => {},
    query: (...args: Parameters<QueryRunner['query']>) => guard(() => base.query.apply(runner, args)),
  });
  return manager;
}

/**
 * Lets nobody make a query runner of a data source by which everybody could write past the transactions:
 * `tx.manager.dataSource.query(…)`. @returns the way that is left, for the engine
 */
export function refuseStrays(source: DataSource): () => QueryRunner {
  const newRunner = source.createQueryRunner.bind(source);
  source.createQueryRunner = () => {
    throw new Error('Nothing reaches the database but through Database.read and Database.write.');
  };
  return newRunner;
}
