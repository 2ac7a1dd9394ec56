import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import sql from 'sql-template-tag';
import { Database } from '#platform';
import { FollowReleases } from '#taxii';

/** Until all releases are in the log of objects, whoever is writing them: the hub's own follower may be at it. */
export async function followed(app: NestFastifyApplication): Promise<void> {
  for (;;) {
    await app.get(FollowReleases, { strict: false }).catchUp();
    const [row] = await app.get(Database).read((tx) =>
      tx.rows<{ behind: number }>(sql`
        SELECT (SELECT COALESCE(MAX(sequence), 0) FROM release) - c.sequence AS behind
        FROM taxii_cursor c WHERE c.name = 'releases'`),
    );
    if (row?.behind === 0) return;
  }
}
