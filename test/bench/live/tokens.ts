import { randomUUID } from 'node:crypto';
import sql, { join } from 'sql-template-tag';
import { type Config, Database, hashToken, newToken, timestamp } from '#platform';
import { persistence } from '../../../apps/hub/src/persistence.js';
import type { BenchPerson } from '../data/community.js';

const AT_ONCE = 200;
const DAY = 24 * 60 * 60_000;

/** Signs people in with a token each, without their passwords: to check ten thousand of those takes minutes. */
export async function tokensFor(config: Config, people: readonly BenchPerson[]): Promise<string[]> {
  const database = await Database.open({ config, ...persistence });
  const now = timestamp(new Date());
  const ends = timestamp(new Date(Date.now() + DAY));
  const tokens = people.map(() => newToken('wft_'));
  try {
    for (let from = 0; from < people.length; from += AT_ONCE) {
      const rows = people.slice(from, from + AT_ONCE).map(({ id }, place) => {
        const hash = hashToken(tokens[from + place] as string);
        return sql`(${randomUUID()}, ${id}, 'TOKEN', ${hash}, 0, ${now}, ${now}, ${ends})`;
      });
      await database.write((tx) =>
        tx.execute(sql`
          INSERT INTO session (id, person_id, kind, token_hash, era, created_at, last_used_at, expires_at)
          VALUES ${join(rows)}`),
      );
    }
    return tokens;
  } finally {
    await database.close();
  }
}
