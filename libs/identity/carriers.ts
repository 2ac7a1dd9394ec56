import { Inject, Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { type KeyScope, type Principal, principalOf } from '#access';
import type { SessionKind } from '#contract';
import { type Carried, isId, Viewers } from '#members';
import { Clock, CONFIG, type Config, Database, hashToken, type Tx, timestamp } from '#platform';
import { LastUse } from './last-use.js';

const MINUTE = 60_000;

/** 256 random bits behind a prefix, as `newToken` makes them. */
const SECRET = /^wf[stk]_[A-Za-z0-9_-]{43}$/;

/** What stands behind a request: a browser's session, a program's token, or an API key. */
export interface Carrier {
  readonly id: string;
  readonly person_id: string;
  readonly kind: SessionKind | 'KEY';
  readonly era: number;
  readonly last_used_at: string | null;
  /** JSON: an API key's scopes; null for a session, which is not narrowed. */
  readonly scopes: string | null;
}

/** Who is carried, and until when at most, in RFC 3339. */
export interface Standing {
  readonly principal: Principal;
  readonly expiresAt: string;
}

const session = (where: Sql): Sql => sql`
  SELECT id, person_id, kind, era, last_used_at, expires_at, CAST(NULL AS TEXT) AS scopes FROM session WHERE ended_at IS NULL AND ${where}`;

const key = (where: Sql): Sql => sql`
  SELECT id, person_id, 'KEY' AS kind, era, last_used_at, expires_at, scopes FROM api_key WHERE revoked_at IS NULL AND ${where}`;

/** Finds who is carried by a secret. Every answer is from the present state: nothing is remembered between requests. */
@Injectable()
export class Carriers {
  private readonly idle: number;
  private readonly touch: number;

  constructor(
    private readonly database: Database,
    private readonly viewers: Viewers,
    private readonly lastUse: LastUse,
    private readonly clock: Clock,
    @Inject(CONFIG) config: Pick<Config, 'sessionIdleMinutes'>,
  ) {
    this.idle = config.sessionIdleMinutes * MINUTE;
    this.touch = Math.min(MINUTE, this.idle / 2);
  }

  /** Who is behind a session cookie; `null` for one that is not good, or no longer. One statement. */
  byCookie(secret: string): Promise<Principal | null> {
    if (!SECRET.test(secret)) return Promise.resolve(null);
    return this.use(
      session(sql`token_hash = ${hashToken(secret)} AND kind = 'COOKIE' AND ${this.notExpired()}`),
    );
  }

  /** Who is behind a token or an API key; `null` for one that is not good, or no longer. One statement. */
  byBearer(secret: string): Promise<Principal | null> {
    if (!SECRET.test(secret)) return Promise.resolve(null);
    const hash = hashToken(secret);
    return this.use(
      secret.startsWith('wfk_')
        ? key(sql`secret_hash = ${hash} AND ${this.notExpired()}`)
        : session(sql`token_hash = ${hash} AND kind = 'TOKEN' AND ${this.notExpired()}`),
    );
  }

  /** Who is behind a session, token or API key that was good before; `null` when it is no longer. One statement. */
  async byId(id: string): Promise<Standing | null> {
    if (!isId(id)) return null;
    const known = sql`id = ${id} AND ${this.notExpired()}`;
    return this.find(sql`${session(known)} UNION ALL ${key(known)}`);
  }

  /** Whether what was issued carries its person now: neither suspended since nor left unused. */
  isGood({ viewer, era, carrier }: Carried<Carrier>): boolean {
    if (!viewer.active || !viewer.member.active || carrier.era !== era) return false;
    return carrier.kind !== 'COOKIE' || this.unusedFor(carrier) < this.idle;
  }

  /** The condition that a session or key has not come to its end. */
  notExpired(): Sql {
    return sql`expires_at > ${timestamp(this.clock.now())}`;
  }

  private async use(carriers: Sql): Promise<Principal | null> {
    return (await this.find(carriers))?.principal ?? null;
  }

  private async find(carriers: Sql): Promise<Standing | null> {
    const [found] = await this.database.read((tx: Tx) =>
      this.viewers.carriedBy<Carrier & { readonly expires_at: string }>(tx, carriers),
    );
    if (!found || !this.isGood(found)) return null;
    const { viewer, carrier } = found;
    if (this.unusedFor(carrier) >= this.touch)
      this.lastUse.mark(carrier.kind === 'KEY' ? 'api_key' : 'session', carrier.id);
    const scopes = carrier.scopes === null ? null : (JSON.parse(carrier.scopes) as KeyScope[]);
    return {
      principal: principalOf(viewer, { scopes, sessionId: carrier.id }),
      expiresAt: carrier.expires_at,
    };
  }

  private unusedFor({ last_used_at }: Carrier): number {
    return last_used_at === null
      ? Number.POSITIVE_INFINITY
      : this.clock.now().getTime() - Date.parse(last_used_at);
  }
}
