import sql from 'sql-template-tag';
import { DataSource } from 'typeorm';
import { persistence } from '../../apps/hub/src/persistence.js';
import { emptyDatabase, openTestDatabase, type Place } from '../support/database.js';

const { entities } = persistence;

const sourceOn = ({ database }: Pick<Place, 'database'>, synchronize: boolean) =>
  new DataSource({
    entities,
    synchronize,
    ...(database.dialect === 'sqlite'
      ? { type: 'better-sqlite3', database: database.file }
      : { type: 'postgres', url: database.url }),
  });

/** TypeORM reads no table with a column that the database works out unless it has one of its own to keep notes on them. */
const NOTES = sql`CREATE TABLE typeorm_metadata (type TEXT, database TEXT, "schema" TEXT, "table" TEXT, name TEXT, value TEXT)`;

/** Each entity's table as the database has it: its columns with their types, those that may be empty and those of its key. */
async function tablesOf(place: Pick<Place, 'database'>, synchronize: boolean) {
  const source = await sourceOn(place, synchronize).initialize();
  try {
    const runner = source.createQueryRunner();
    const tables = await runner.getTables(source.entityMetadatas.map(({ tableName }) => tableName));
    await runner.release();
    return Object.fromEntries(
      tables.map(({ name, columns }) => [
        name.replace(/^public\./, ''),
        columns
          .map((one) => ({
            name: one.name,
            type: one.type.toLowerCase(),
            empty: one.isNullable,
            key: one.isPrimary,
          }))
          .sort((a, b) => (a.name < b.name ? -1 : 1)),
      ]),
    );
  } finally {
    await source.destroy();
  }
}

describe('entities', () => {
  it('describe the tables that the migrations make', async () => {
    const migrated = await openTestDatabase(persistence);
    const described = await emptyDatabase();
    try {
      await migrated.database.write((tx) => tx.execute(NOTES));
      const made = await tablesOf(migrated.config, false);
      expect(Object.keys(made)).toHaveLength(entities.length);
      expect(made).toEqual(await tablesOf(described, true));
    } finally {
      await described.remove();
      await migrated.close();
    }
  });
});
