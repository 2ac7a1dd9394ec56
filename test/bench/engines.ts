import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { BenchEngine } from './bench.js';

/** @param folder where SQLite's files lie */
const sqlite = (folder: string): BenchEngine => ({
  name: 'SQLite',
  async place() {
    const own = await mkdtemp(join(folder, 'sqlite-'));
    return { env: { WATCHFIRE_DATA_DIR: own }, remove: () => rm(own, { recursive: true }) };
  },
});

/** @param admin a URL whose user may create databases */
const postgres = (admin: string): BenchEngine => {
  let made = 0;
  return {
    name: 'PostgreSQL',
    async place() {
      made += 1;
      const name = `bench_${made}`;
      await run(admin, `CREATE DATABASE ${name}`);
      const url = new URL(admin);
      url.pathname = `/${name}`;
      return {
        env: { WATCHFIRE_DATABASE_URL: url.href },
        remove: () => run(admin, `DROP DATABASE ${name} WITH (FORCE)`),
      };
    },
  };
};

/** @param where the engines that there are */
export const enginesOf = (where: {
  readonly folder?: string | undefined;
  readonly postgresUrl?: string | undefined;
}) => [
  ...(where.folder ? [sqlite(where.folder)] : []),
  ...(where.postgresUrl ? [postgres(where.postgresUrl)] : []),
];

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
