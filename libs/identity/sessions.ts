import { Inject, Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { may, type Principal } from '#access';
import type { SessionKind } from '#contract';
import { AccessChanges, isId, Viewers } from '#members';
import {
  Clock,
  CONFIG,
  type Config,
  Database,
  hashToken,
  Ids,
  newToken,
  timestamp,
  type WriteTx,
} from '#platform';
import { type Carrier, Carriers, type Standing } from './carriers.js';
import { SessionRow } from './entities/session.entity.js';

const MINUTE = 60_000;
const MOST_OPEN = 100;
const MOST_USER_AGENT = 200;

export interface OpenedSession {
  readonly id: string;
  /** What the cookie or the token says; known nowhere else. */
  readonly secret: string;
  readonly expiresAt: string;
}

/** A session as its person sees it. */
export interface SessionView {
  readonly id: string;
  readonly kind: SessionKind;
  readonly current: boolean;
  readonly createdAt: string;
  readonly lastUsedAt: string;
  readonly expiresAt: string;
  readonly userAgent: string | null;
}

/** The sessions of browsers and the tokens of programs. */
@Injectable()
export class Sessions {
  private readonly lifetime: Record<SessionKind, number>;

  constructor(
    private readonly database: Database,
    private readonly viewers: Viewers,
    private readonly carriers: Carriers,
    private readonly accessChanges: AccessChanges,
    private readonly clock: Clock,
    private readonly ids: Ids,
    @Inject(CONFIG) config: Pick<Config, 'sessionHours' | 'tokenMinutes'>,
  ) {
    this.lifetime = { COOKIE: config.sessionHours * 60 * MINUTE, TOKEN: config.tokenMinutes * MINUTE };
  }

  /**
   * Who is behind a live connection now, and counts it as used; `null` when what carries it has ended, or its person or member is
   * suspended: the connection closes then.
   * @param sessionId a principal's `sessionId`: of a session, a token or an API key
   */
  async principal(sessionId: string): Promise<Principal | null> {
    return (await this.standing(sessionId))?.principal ?? null;
  }

  /** The same, and until when at most it lasts. */
  standing(sessionId: string): Promise<Standing | null> {
    return this.carriers.byId(sessionId);
  }

  async open(
    tx: WriteTx,
    kind: SessionKind,
    of: { readonly personId: string; readonly era: number; readonly userAgent: string | null },
  ): Promise<OpenedSession> {
    await this.makeRoom(tx, of.personId);
    const now = this.clock.now();
    const secret = newToken(kind === 'COOKIE' ? 'wfs_' : 'wft_');
    const session = {
      id: this.ids.id(),
      personId: of.personId,
      kind,
      tokenHash: hashToken(secret),
      era: of.era,
      createdAt: timestamp(now),
      lastUsedAt: timestamp(now),
      expiresAt: timestamp(new Date(now.getTime() + this.lifetime[kind])),
      userAgent: of.userAgent?.replace(/\p{C}/gu, '').slice(0, MOST_USER_AGENT) ?? null,
      endedAt: null,
    };
    await tx.manager.insert(SessionRow, session);
    return { id: session.id, secret, expiresAt: session.expiresAt };
  }

  /** Ends those of the person's sessions that are open and meet the condition. @returns how many */
  async end(tx: WriteTx, personId: string, which: Sql): Promise<number> {
    const ended = await tx.rows<{ id: string }>(sql`
      UPDATE session SET ended_at = ${timestamp(this.clock.now())}
      WHERE person_id = ${personId} AND ended_at IS NULL AND ${this.carriers.notExpired()} AND ${which} RETURNING id`);
    for (const { id } of ended) this.accessChanges.record(tx, 'SESSION', id);
    return ended.length;
  }

  /** Ends one of the person's sessions. @returns whether there was one */
  async endOne(tx: WriteTx, personId: string, id: string): Promise<boolean> {
    return isId(id) && (await this.end(tx, personId, sql`id = ${id}`)) > 0;
  }

  /** The principal's own open sessions, newest first; none for an API key, which does not manage the account. */
  async own({ viewer, scopes, sessionId }: Principal): Promise<SessionView[]> {
    if (!viewer || !may(viewer, 'account.manage', { personId: viewer.personId }, scopes)) return [];
    const rows = await this.database.read((tx) =>
      this.viewers.carriedBy<Carrier & Omit<SessionView, 'current'>>(
        tx,
        sql`SELECT id, person_id, kind, era, last_used_at, CAST(NULL AS TEXT) AS scopes, created_at AS "createdAt",
          last_used_at AS "lastUsedAt", expires_at AS "expiresAt", user_agent AS "userAgent"
          FROM session WHERE person_id = ${viewer.personId} AND ended_at IS NULL AND ${this.carriers.notExpired()}`,
      ),
    );
    return rows
      .filter((row) => this.carriers.isGood(row))
      .map(({ carrier: { id, kind, createdAt, lastUsedAt, expiresAt, userAgent } }) => ({
        id,
        kind,
        current: id === sessionId,
        createdAt,
        lastUsedAt,
        expiresAt,
        userAgent,
      }))
      .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  }

  /** Forgets what has run out, and ends the oldest beyond the most that one person may have. */
  private async makeRoom(tx: WriteTx, personId: string): Promise<void> {
    await tx.execute(
      sql`DELETE FROM session WHERE person_id = ${personId} AND expires_at <= ${timestamp(this.clock.now())}`,
    );
    await this.end(
      tx,
      personId,
      sql`id IN (SELECT s.id FROM session s WHERE s.person_id = ${personId} AND s.ended_at IS NULL
        ORDER BY s.created_at DESC, s.id LIMIT 1000 OFFSET ${MOST_OPEN - 1})`,
    );
  }
}
