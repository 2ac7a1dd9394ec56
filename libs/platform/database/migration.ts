import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Dialect } from './sql.js';

/** A class that TypeORM instantiates itself, as it takes entities and migrations. */
export type ClassOf = new (...args: never[]) => object;

/** What the tables look like, from all libraries together. */
export interface Schema {
  readonly entities: readonly ClassOf[];
  readonly migrations: readonly ClassOf[];
}

export interface MigrationSql {
  readonly dialect: Dialect;
  /**
   * The type of a text column that stands in an index read in order: on PostgreSQL it sorts by code points, as SQLite does
   * anyway, whatever the language of the server.
   */
  readonly orderedText: string;
  /** Runs statements one after another, each a text of its own. */
  run(...statements: readonly string[]): Promise<void>;
}

/** For a migration that is not a `ForwardMigration`. */
export const migrationSql = (queryRunner: QueryRunner): MigrationSql => {
  const dialect = queryRunner.dataSource.options.type === 'postgres' ? 'postgres' : 'sqlite';
  return {
    dialect,
    orderedText: dialect === 'postgres' ? 'TEXT COLLATE "C"' : 'TEXT',
    run: async (...statements) => {
      for (const statement of statements) await queryRunner.query(statement);
    },
  };
};

/**
 * A step of the schema, in SQL that both engines take. Columns are TEXT, INTEGER (32 bits) or BIGINT (53 bits are used):
 * booleans are INTEGER 0 or 1, times TEXT (RFC 3339, UTC, milliseconds), JSON is TEXT. The name of the class ends in the
 * milliseconds of the day it was written, which give the order. There is no way back: a hub is restored from its backup.
 *
 * @example
 * export class AddRegions1793404800000 extends ForwardMigration {
 *   override async apply({ run, dialect, orderedText }: MigrationSql): Promise<void> {
 *     await run(
 *       `CREATE TABLE region (
 *         code ${orderedText} PRIMARY KEY,
 *         parent_code ${orderedText} REFERENCES region (code),
 *         name TEXT NOT NULL,
 *         retired INTEGER NOT NULL DEFAULT 0,
 *         created_at TEXT NOT NULL
 *       )`,
 *       'CREATE INDEX region_parent ON region (parent_code, code)',
 *     );
 *     if (dialect === 'sqlite') await run('CREATE VIRTUAL TABLE region_text USING fts5 (name)');
 *   }
 * }
 */
export abstract class ForwardMigration implements MigrationInterface {
  abstract apply(sql: MigrationSql): Promise<void>;

  up(queryRunner: QueryRunner): Promise<void> {
    return this.apply(migrationSql(queryRunner));
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
