import sql from 'sql-template-tag';
import { Database, readConfig } from '#platform';
import { persistence } from '../../../apps/hub/src/persistence.js';
import { Hub } from '../../publications/hub.js';
import { emptyDatabase, type Place } from '../../support/database.js';
import { community } from './community.js';
import { fill } from './fill.js';
import type { BenchAudience, BenchContent } from './publications.js';

interface Made {
  readonly id: string;
  readonly at: string;
  readonly tlp: 'AMBER';
  readonly content: string;
  readonly audience: string;
  readonly releaser: string;
}

describe('the data of the benches', () => {
  let place: Place;
  let database: Database;
  let hub: Hub;

  beforeAll(async () => {
    place = await emptyDatabase();
    const config = { ...readConfig({ NODE_ENV: 'test', WATCHFIRE_DEMO: 'off' }), database: place.database };
    await fill({ config, community: community(0), publications: 150, whole: true });
    database = await Database.open({ config, ...persistence });
    const again = async () => database;
    hub = await Hub.on({ config, database, again, close: async () => {} });
  }, 120_000);
  afterAll(async () => {
    await hub?.close();
    await database?.close();
    await place?.remove();
  });

  const rows = <R>(statement: ReturnType<typeof sql>) => database.read((tx) => tx.rows<R>(statement));

  /** All that a publication's latest release left behind, but for ids, numbers and times. */
  async function traces(id: string) {
    const of = async (statement: ReturnType<typeof sql>) =>
      (await rows(statement)).map((row) => JSON.stringify(row)).sort();
    const [revision] = await rows<{ content: string; audience: string }>(sql`
      SELECT r.number, r.what, r.tlp, r.content, r.audience, r.note, r.author_id, r.released_by_id
      FROM revision r WHERE r.publication_id = ${id}`);
    return {
      publication: await of(sql`
        SELECT kind, origin_id, on_behalf_of_id, attribution, state, tlp, status, severity, expires_at, audience_changed,
          superseded_by_id, withdrawn_at, withdrawal_reason FROM publication WHERE id = ${id}`),
      revision: {
        ...revision,
        content: JSON.parse(revision?.content ?? ''),
        audience: JSON.parse(revision?.audience ?? ''),
      },
      log: await of(sql`
        SELECT l.what, k.key, k.lost FROM release l JOIN release_key k ON k.sequence = l.sequence WHERE l.publication_id = ${id}`),
      keys: await of(sql`
        SELECT key, kind, tlp, severity, status, state, expires_at FROM publication_key WHERE publication_id = ${id}`),
      regions: await of(sql`SELECT code, direct FROM publication_region WHERE publication_id = ${id}`),
      systems: await of(sql`SELECT system FROM publication_system WHERE publication_id = ${id}`),
      cves: await of(sql`SELECT cve FROM publication_cve WHERE publication_id = ${id}`),
    };
  }

  it('are the rows that releases leave behind', async () => {
    const made = await rows<Made>(sql`
      SELECT p.id, r.at, r.tlp, r.content, r.audience, r.released_by_id AS releaser
      FROM publication p JOIN revision r ON r.id = p.revision_id JOIN member m ON m.id = p.origin_id
      WHERE r.number = 1 AND m.kind IN ('LOCAL', 'STATE', 'FEDERAL') ORDER BY p.sequence`);
    const kinds = new Set<string>();
    for (const { id, at, tlp, content, audience, releaser } of made) {
      const addressed = JSON.parse(audience) as BenchAudience;
      // Only who belongs to a group may name it; the data do not mind.
      if (addressed.groupIds.length > 0) continue;
      hub.clock.set(at);
      const said = JSON.parse(content) as BenchContent;
      const released = await hub.publish(releaser, { ...said, tlp, audience: addressed } as never);
      expect(await traces(released)).toEqual(await traces(id));
      kinds.add(`${said.kind} ${tlp}`);
    }
    expect(kinds.size).toBeGreaterThan(5);
  }, 120_000);

  it('hold together: nothing refers to what is not there', async () => {
    const [counted] = await rows<Record<string, number>>(sql`
      SELECT (SELECT count(*) FROM release) AS entries, (SELECT max(sequence) FROM release) AS last,
        (SELECT value FROM sequence WHERE name = 'release') AS given,
        (SELECT count(*) FROM publication p WHERE NOT EXISTS
          (SELECT 1 FROM release l WHERE l.sequence = p.sequence AND l.publication_id = p.id AND l.revision_id = p.revision_id)) AS torn,
        (SELECT count(*) FROM publication_text) - (SELECT count(*) FROM publication) AS unsaid`);
    expect(counted).toMatchObject({ torn: 0, unsaid: 0 });
    expect(counted?.entries).toBe(counted?.last);
    expect(counted?.given).toBe(counted?.last);
  });
});
