import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';
import type { MemberKind, Tlp } from '#access';

/** Who carries a token, in one row. */
export interface CarrierRow {
  readonly person: string;
  readonly suspended: string | null;
  readonly member: string;
  readonly kind: MemberKind;
  readonly memberSuspended: string | null;
  readonly jurisdiction: string | null;
  readonly roles: string | null;
  readonly groups: string | null;
  readonly era: number;
  readonly sessionEra: number;
  readonly expires: string;
}

/** A publication with all that one line of the list shows. */
export interface FeedRow {
  /** A text from PostgreSQL, whose numbers may be larger than JavaScript's. */
  readonly sequence: number | string;
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly tlp: Tlp;
  readonly status: string;
  readonly attribution: string;
  readonly updatedAt: string;
  readonly originId: string;
  readonly content: string;
  readonly audience: string;
  readonly originName: string;
  readonly originKind: string;
  readonly inbox: string | null;
  readonly arrivedAt: string | null;
  readonly readAt: string | null;
}

export interface FeedQuestion {
  readonly keys: readonly string[];
  readonly member: string;
  readonly person: string;
  readonly limit: number;
}

/** The two statements of a request. */
export interface Store {
  carrier(tokenHash: string): Promise<CarrierRow | undefined>;
  feed(question: FeedQuestion): Promise<readonly FeedRow[]>;
  places(): Promise<readonly { readonly code: string; readonly name: string }[]>;
}

const CARRIER = `SELECT s.era AS "sessionEra", s.expires_at AS expires, p.id AS person, p.suspended_at AS suspended, p.era + m.era AS era,
  m.id AS member, m.kind, m.suspended_at AS "memberSuspended", m.jurisdiction,
  (SELECT string_agg(r.role, ',') FROM person_role r WHERE r.person_id = p.id) AS roles,
  (SELECT string_agg(g.group_id, ',') FROM sharing_group_member g WHERE g.member_id = m.id) AS groups
  FROM session s JOIN person p ON p.id = s.person_id JOIN member m ON m.id = p.member_id`;

const PLACES = 'SELECT code, name FROM region_place ORDER BY code';

const LINE = `f.sequence, p.id, p.kind, p.state, p.tlp, p.status, p.attribution, p.updated_at AS "updatedAt", p.origin_id AS "originId",
  r.content, r.audience, o.name AS "originName", o.kind AS "originKind",
  i.state AS inbox, i.arrived_at AS "arrivedAt", i.read_at AS "readAt"`;

const JOINED = `JOIN publication p ON p.id = f.publication_id JOIN revision r ON r.id = p.revision_id
  JOIN member o ON o.id = p.origin_id
  LEFT JOIN inbox_item i ON i.publication_id = p.id`;

/** @param env as the hub takes it */
export const openStore = (env: NodeJS.ProcessEnv): Store =>
  env.WATCHFIRE_DATABASE_URL
    ? postgres(env.WATCHFIRE_DATABASE_URL)
    : sqlite(join(env.WATCHFIRE_DATA_DIR ?? '', 'watchfire.db'));

function sqlite(file: string): Store {
  const handle = new BetterSqlite3(file, { readonly: true });
  const carrier = handle.prepare(
    `${CARRIER} WHERE s.token_hash = ? AND s.ended_at IS NULL AND s.kind = 'TOKEN'`,
  );
  // One statement for each number of keys.
  const feeds = new Map<number, BetterSqlite3.Statement>();
  const feedOf = (keys: number): BetterSqlite3.Statement => {
    const known = feeds.get(keys);
    if (known) return known;
    const part = 'SELECT sequence, publication_id FROM publication_key WHERE key = ?';
    const made = handle.prepare(
      `SELECT ${LINE} FROM (${Array(keys).fill(part).join(' UNION ')} ORDER BY sequence DESC LIMIT ?) f
        ${JOINED} AND i.member_id = ? AND i.person_id = ? ORDER BY f.sequence DESC`,
    );
    feeds.set(keys, made);
    return made;
  };
  return {
    carrier: async (hash) => carrier.get(hash) as CarrierRow | undefined,
    feed: async ({ keys, member, person, limit }) =>
      feedOf(keys.length).all(...keys, limit, member, person) as FeedRow[],
    places: async () => handle.prepare(PLACES).all() as { code: string; name: string }[],
  };
}

function postgres(url: string): Store {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  const rows = async <R>(name: string, text: string, values: unknown[]): Promise<R[]> =>
    (await pool.query({ name, text, values })).rows as R[];
  const feed = `SELECT ${LINE} FROM (SELECT DISTINCT l.sequence, l.publication_id FROM unnest($1::text[]) AS held (key)
      CROSS JOIN LATERAL (SELECT sequence, publication_id FROM publication_key k WHERE k.key = held.key
        ORDER BY sequence DESC LIMIT $2) l ORDER BY l.sequence DESC LIMIT $2) f
    ${JOINED} AND i.member_id = $3 AND i.person_id = $4 ORDER BY f.sequence DESC`;
  return {
    carrier: async (hash) =>
      (
        await rows<CarrierRow>(
          'carrier',
          `${CARRIER} WHERE s.token_hash = $1 AND s.ended_at IS NULL AND s.kind = 'TOKEN'`,
          [hash],
        )
      )[0],
    feed: ({ keys, member, person, limit }) => rows<FeedRow>('feed', feed, [keys, limit, member, person]),
    places: () => rows('places', PLACES, []),
  };
}
