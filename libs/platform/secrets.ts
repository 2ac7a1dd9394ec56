import { randomBytes } from 'node:crypto';
import sql from 'sql-template-tag';
import type { Config } from './config/config.js';
import type { Database } from './database/database.js';
import { Keyring } from './keyring.js';

const SETTING = 'development-secret';

/**
 * The keyring of the configured secrets; or, where none is given, of one made at random and kept in the database, so that
 * several hubs on one database share it. `readConfig` allows that outside production only.
 */
export async function openKeyring(config: Pick<Config, 'secrets'>, database: Database): Promise<Keyring> {
  if (config.secrets.length > 0) return new Keyring(config.secrets);
  const secret = await database.write(async (tx) => {
    const made = randomBytes(32).toString('base64url');
    await tx.execute(
      sql`INSERT INTO setting (name, value) VALUES (${SETTING}, ${made}) ON CONFLICT (name) DO NOTHING`,
    );
    const [kept] = await tx.rows<{ value: string }>(sql`SELECT value FROM setting WHERE name = ${SETTING}`);
    return kept?.value ?? made;
  });
  return new Keyring([secret]);
}
