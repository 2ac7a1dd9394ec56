import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';
import type { Logged } from '#indicators';

export type BareRow = Logged & { readonly sequence: number | string; readonly added: number | string };

/** The three statements of a request. */
export interface BareStore {
  person(keyHash: string): Promise<{ readonly expires: string } | undefined>;
  placeOf(moment: number): Promise<number>;
  page(keys: readonly string[], after: number, limit: number): Promise<readonly BareRow[]>;
}

const PERSON = `SELECT k.expires_at AS expires FROM api_key k JOIN person p ON p.id = k.person_id JOIN member m ON m.id = p.member_id
  WHERE k.revoked_at IS NULL AND p.suspended_at IS NULL AND m.suspended_at IS NULL AND k.secret_hash = `;
const PLACE = (moment: string) =>
  `SELECT sequence FROM shared_object WHERE added <= ${moment} ORDER BY added DESC LIMIT 1`;
const LINE = `s.sequence, s.added, s.origin_id AS "originId", s.completion, s.attribution, s.tlp, s.markings, s.content`;

/** @param env as the hub takes it */
export const openBareStore = (env: NodeJS.ProcessEnv): BareStore =>
  env.WATCHFIRE_DATABASE_URL
    ? postgres(env.WATCHFIRE_DATABASE_URL)
    : sqlite(join(env.WATCHFIRE_DATA_DIR ?? '', 'watchfire.db'));

/** What the hub says of an entry's publication: none of these is part of one. */
const alone = (rows: readonly object[]): readonly BareRow[] =>
  rows.map(
    (row) =>
      ({
        ...row,
        presentTlp: null,
        presentAttribution: null,
        presentState: null,
        presentStatus: null,
      }) as BareRow,
  );

function sqlite(file: string): BareStore {
  const handle = new BetterSqlite3(file, { readonly: true });
  const person = handle.prepare(`${PERSON} ?`);
  const place = handle.prepare(PLACE('?'));
  const pages = new Map<number, BetterSqlite3.Statement>();
  const pageOf = (keys: number): BetterSqlite3.Statement => {
    const part = 'SELECT sequence FROM shared_object_key WHERE key = ? AND sequence > ? AND superseded = 0';
    const made =
      pages.get(keys) ??
      handle.prepare(`SELECT ${LINE} FROM (${Array(keys).fill(part).join(' UNION ')} ORDER BY sequence LIMIT ?) f
        JOIN shared_object s ON s.sequence = f.sequence ORDER BY s.sequence`);
    pages.set(keys, made);
    return made;
  };
  return {
    person: async (hash) => person.get(hash) as { expires: string } | undefined,
    placeOf: async (moment) => (place.get(moment) as { sequence: number } | undefined)?.sequence ?? 0,
    page: async (keys, after, limit) =>
      alone(pageOf(keys.length).all(...keys.flatMap((key) => [key, after]), limit) as object[]),
  };
}

function postgres(url: string): BareStore {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  const page = `SELECT ${LINE} FROM (SELECT DISTINCT l.sequence FROM unnest($1::text[]) AS held (key)
      CROSS JOIN LATERAL (SELECT sequence FROM shared_object_key k WHERE k.key = held.key AND k.sequence > $2 AND k.superseded = 0
        ORDER BY sequence LIMIT $3) l ORDER BY l.sequence LIMIT $3) f
    JOIN shared_object s ON s.sequence = f.sequence ORDER BY s.sequence`;
  return {
    person: async (hash) =>
      (await pool.query({ name: 'person', text: `${PERSON} $1`, values: [hash] })).rows[0],
    placeOf: async (moment) =>
      Number(
        (await pool.query({ name: 'place', text: PLACE('$1'), values: [moment] })).rows[0]?.sequence ?? 0,
      ),
    page: async (keys, after, limit) =>
      alone((await pool.query({ name: 'page', text: page, values: [keys, after, limit] })).rows),
  };
}
