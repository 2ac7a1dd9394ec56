import type { INestApplicationContext } from '@nestjs/common';
import sql from 'sql-template-tag';
import { type Config, ConfigError, Database } from '#platform';
import { DEMO_SETTING } from './demo-setting.js';

/**
 * Lets no hub run in production on a database that holds the demo community: its accounts' passwords lie in a file.
 * @throws ConfigError naming the variable that leads to the database
 */
export async function refuseDemoInProduction(
  hub: INestApplicationContext,
  { production, database }: Pick<Config, 'production' | 'database'>,
): Promise<void> {
  if (!production) return;
  const rows = await hub
    .get(Database)
    .read((tx) => tx.rows(sql`SELECT 1 AS one FROM setting WHERE name = ${DEMO_SETTING}`));
  if (rows.length === 0) return;
  const variable = database.dialect === 'postgres' ? 'WATCHFIRE_DATABASE_URL' : 'WATCHFIRE_DATA_DIR';
  throw new ConfigError([
    { variable, reason: 'leads to a database that holds the demo community, which is not for production' },
  ]);
}
