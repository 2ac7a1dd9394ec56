import pg from 'pg';
import type { Sql } from 'sql-template-tag';
import { DataSource, type QueryRunner } from 'typeorm';
import { type Engine, managerOn, refuseStrays, type Session } from './engine.js';
import { isLostRace } from './failures.js';
import type { Schema } from './migration.js';
import { NOTIFY } from './postgres-listener.js';
import { bindableInPostgres } from './postgres-values.js';
import { rowMaker } from './sql.js';
import { StatementNames } from './statement-names.js';
import { TurnQueue } from './turn-queue.js';

/** Any fixed number: the name of the advisory lock that whoever migrates holds. */
const MIGRATION_LOCK = 7_226_110;
const CONNECT_TIMEOUT = 5000;
/** Beyond this many, writers are refused rather than remembered. */
const MAX_WAITING_WRITERS = 5000;

/** Counts (BIGINT) and sums of them (NUMERIC) come as numbers, as in SQLite, where the driver would give text. */
const NUMBERS = new Set<number>([pg.types.builtins.INT8, pg.types.builtins.NUMERIC]);
const numbers: pg.CustomTypesConfig = {
  getTypeParser: (type, format) => (NUMBERS.has(type) ? Number : pg.types.getTypeParser(type, format)),
};

export interface PostgresOptions {
  readonly url: string;
  /** Connections at most for reading, and as many again for writing. */
  readonly pool: number;
  /** How long one statement may take, in milliseconds. */
  readonly statementTimeout: number;
  /** What this process signs its wake-ups with. */
  readonly self: string;
}

/** PostgreSQL: a pool that writes, in READ COMMITTED transactions, and a pool that cannot write and does all other reading. */
export async function openPostgres(options: PostgresOptions, schema: Schema): Promise<Engine> {
  const limits = { statement_timeout: options.statementTimeout };
  const writer = await connect(options, schema, limits);
  const reader = await connect(options, schema, {
    ...limits,
    options: '-c default_transaction_read_only=on',
  }).catch(async (error: unknown) => {
    await writer.destroy();
    throw error;
  });
  const newRunner = refuseStrays(writer);
  const [writers, readers] = [poolOf(writer), poolOf(reader)];
  const names = new StatementNames();
  // So that to wait for a connection means that the server is away, not that there is much to do.
  const queue = new TurnQueue(options.pool, MAX_WAITING_WRITERS);

  return {
    dialect: 'postgres',
    reader: {
      dialect: 'postgres',
      manager: reader.manager,
      rows: async <R>(statement: Sql) => rowsOf<R>(readers, statement, names.of(statement.text)),
    },
    turn: (work) => queue.run(work),
    begin: async () => begin(await writers.connect(), writer, newRunner(), options.self),
    isTransient: isLostRace,
    migrate: () => migrate(options, schema),
    close: async () => {
      await queue.idle();
      await Promise.all([reader.destroy(), writer.destroy()]);
    },
  };
}

async function connect(options: PostgresOptions, schema: Schema, extra: object): Promise<DataSource> {
  const source = new DataSource({
    type: 'postgres',
    url: options.url,
    applicationName: 'watchfire',
    poolSize: options.pool,
    connectTimeoutMS: CONNECT_TIMEOUT,
    installExtensions: false,
    // Heard only under DEBUG=typeorm:*; else it would write to the console past the hub's log.
    logger: 'debug',
    entities: [...schema.entities],
    migrations: [...schema.migrations],
    migrationsTransactionMode: 'all',
    extra: { keepAlive: true, types: numbers, ...extra },
    // An idle connection that breaks is replaced by the pool; nothing was asked of it.
    poolErrorHandler: () => {},
  });
  return source.initialize();
}

/** @param name where it is prepared */
async function rowsOf<R>(on: pg.Pool | pg.PoolClient, { text, values }: Sql, name?: string): Promise<R[]> {
  const query = { name, text, values: bindableInPostgres(values), rowMode: 'array' } as const;
  const { fields, rows } = await on.query<unknown[]>(query);
  return rows.map(rowMaker(fields.map((field) => field.name))) as R[];
}

const poolOf = (source: DataSource): pg.Pool => (source.driver as unknown as { master: pg.Pool }).master;

async function begin(
  client: pg.PoolClient,
  source: DataSource,
  base: QueryRunner,
  self: string,
): Promise<Session> {
  let broken: Error | undefined;
  // Without a listener, a connection that breaks while it is lent out would end the process.
  const onError = (error: Error) => {
    broken = error;
  };
  client.on('error', onError);
  let open = true;
  const end = async () => {
    if (open) {
      await client.query('ROLLBACK').catch((error: Error) => {
        broken ??= error;
      });
    }
    client.off('error', onError);
    client.release(broken);
  };
  try {
    await client.query('START TRANSACTION ISOLATION LEVEL READ COMMITTED');
  } catch (error) {
    await end();
    throw error;
  }
  return {
    rows: async (statement) => rowsOf(client, statement),
    execute: async (statement) =>
      (await client.query(statement.text, bindableInPostgres(statement.values))).rowCount ?? 0,
    manager: (guard) => managerOn(source, base, guard, { databaseConnection: client }),
    notify: async (channels) => {
      await client.query(NOTIFY, [channels.map((channel) => `${self}:${channel}`)]);
    },
    commit: async () => {
      const { command } = await client.query('COMMIT');
      open = false;
      // PostgreSQL answers the COMMIT of a failed transaction with ROLLBACK, and calls it a success.
      if (command !== 'COMMIT') throw new Error(`The transaction ended in ${command}.`);
    },
    end,
  };
}

/** One process at a time, whichever of several hubs comes first; on connections of its own, which no time limit binds. */
async function migrate(options: PostgresOptions, schema: Schema): Promise<void> {
  const lock = new pg.Client({ connectionString: options.url, application_name: 'watchfire migration' });
  lock.on('error', () => {});
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const source = await connect({ ...options, pool: 1 }, schema, {});
    try {
      await source.runMigrations();
    } finally {
      await source.destroy();
    }
  } finally {
    await lock.end();
  }
}
