import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { KEY_SCOPES, type KeyScope, may, type Principal } from '#access';
import { Acting } from '#audit';
import type { CreateApiKeyInput, RevokeApiKeyInput } from '#contract';
import { AccessChanges, isId, People, Viewers } from '#members';
import {
  badInput,
  Clock,
  cleanLine,
  conflict,
  Database,
  hashToken,
  Ids,
  newToken,
  notFound,
  type Tx,
  timestamp,
  type WriteTx,
} from '#platform';
import { type Carrier, Carriers } from './carriers.js';
import { ApiKeyRow } from './entities/api-key.entity.js';

const DAY = 24 * 60 * 60_000;
const MOST_NAME = 100;
const USUAL_DAYS = 90;
const MOST_DAYS = 365;
const MOST_KEYS = 20;
const MOST_LISTED = 100;
/** `wfk_` and eight more of 43 characters: enough to tell keys apart, far too little to guess one. */
const SHOWN = 12;

/** An API key as its person sees it. */
export interface ApiKeyView {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: readonly KeyScope[];
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly lastUsedAt: string | null;
}

/** Keys for programs: within what their person may do, narrowed to their scopes, and shown once. */
@Injectable()
export class ApiKeys {
  constructor(
    private readonly database: Database,
    private readonly acting: Acting,
    private readonly viewers: Viewers,
    private readonly people: People,
    private readonly carriers: Carriers,
    private readonly accessChanges: AccessChanges,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @throws Refusal BAD_INPUT, CONFLICT for too many */
  async create(
    principal: Principal,
    input: CreateApiKeyInput,
  ): Promise<{ apiKey: ApiKeyView; secret: string }> {
    const name = cleanLine(input.name, { field: ['input', 'name'], min: 1, max: MOST_NAME });
    const scopes = KEY_SCOPES.filter((scope) => input.scopes.includes(scope));
    if (scopes.length === 0) throw badInput(['input', 'scopes'], 'Give at least one scope.');
    const days = input.expiresInDays ?? USUAL_DAYS;
    if (days < 1 || days > MOST_DAYS)
      throw badInput(['input', 'expiresInDays'], `Give 1 to ${MOST_DAYS} days.`);
    const secret = newToken('wfk_');
    const deed = { principal, action: 'account.manage', operation: 'createApiKey', input } as const;
    const apiKey = await this.acting.perform(deed, async (tx, tell) => {
      const now = this.clock.now();
      const times = {
        createdAt: timestamp(now),
        expiresAt: timestamp(new Date(now.getTime() + days * DAY)),
        lastUsedAt: null,
      };
      const made = { id: this.ids.id(), name, prefix: secret.slice(0, SHOWN), scopes, ...times };
      await this.insert(tx, principal.viewer?.personId ?? '', made, hashToken(secret));
      tell({ objectType: 'apiKey', objectId: made.id, detail: { scopes, expiresAt: made.expiresAt } });
      return made;
    });
    return { apiKey, secret };
  }

  /** One's own, or as coordinator or operator one of the people's. @throws Refusal NOT_FOUND for any other */
  async revoke(principal: Principal, input: RevokeApiKeyInput): Promise<{ id: string }> {
    const owner = await this.database.read((tx) => this.ownerOf(tx, input.id));
    const manages =
      owner !== null && owner.id !== principal.viewer?.personId && this.manages(principal, owner.memberId);
    const action = manages ? 'person.manage' : 'account.manage';
    return this.acting.perform({ principal, action, operation: 'revokeApiKey', input }, async (tx, tell) => {
      if (owner === null || (!manages && owner.id !== principal.viewer?.personId)) throw notFound();
      const revoked = await tx.execute(sql`
        UPDATE api_key SET revoked_at = ${timestamp(this.clock.now())} WHERE id = ${input.id} AND revoked_at IS NULL`);
      if (revoked === 0) throw notFound();
      this.accessChanges.record(tx, 'SESSION', input.id);
      tell({ objectType: 'apiKey', objectId: input.id, detail: { personId: owner.id } });
      return { id: input.id };
    });
  }

  /** The principal's own keys that are not revoked, newest first; none for an API key, which does not manage the account. */
  async own({ viewer, scopes }: Principal): Promise<ApiKeyView[]> {
    if (!viewer || !may(viewer, 'account.manage', { personId: viewer.personId }, scopes)) return [];
    const keys = await this.database.read((tx) => this.unrevoked(tx, viewer.personId));
    return keys.sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  }

  private manages({ viewer, scopes }: Principal, memberId: string): boolean {
    return may(viewer, 'person.manage', { memberId }, scopes);
  }

  private async ownerOf(tx: Tx, keyId: string): Promise<{ id: string; memberId: string } | null> {
    if (!isId(keyId)) return null;
    const [key] = await tx.rows<{ person_id: string }>(
      sql`SELECT person_id FROM api_key WHERE id = ${keyId}`,
    );
    return key ? this.people.get(tx, key.person_id) : null;
  }

  private async unrevoked(tx: Tx, personId: string): Promise<ApiKeyView[]> {
    const rows = await this.viewers.carriedBy<Carrier & Omit<ApiKeyView, 'scopes'>>(
      tx,
      sql`SELECT id, person_id, 'KEY' AS kind, era, last_used_at, scopes, name, prefix, created_at AS "createdAt",
        expires_at AS "expiresAt", last_used_at AS "lastUsedAt"
        FROM api_key WHERE person_id = ${personId} AND revoked_at IS NULL ORDER BY created_at DESC, id LIMIT ${MOST_LISTED}`,
    );
    return rows
      .filter((row) => this.carriers.isGood(row))
      .map(({ carrier: { id, name, prefix, scopes, createdAt, expiresAt, lastUsedAt } }) => ({
        id,
        name,
        prefix,
        scopes: JSON.parse(scopes ?? '[]') as KeyScope[],
        createdAt,
        expiresAt,
        lastUsedAt,
      }));
  }

  private async insert(tx: WriteTx, personId: string, key: ApiKeyView, secretHash: string): Promise<void> {
    const [carried] = await this.viewers.carriedBy(tx, sql`SELECT CAST(${personId} AS TEXT) AS person_id`);
    if (!carried) throw notFound();
    const good = (await this.unrevoked(tx, personId)).filter(({ expiresAt }) => expiresAt > key.createdAt);
    if (good.length >= MOST_KEYS) {
      throw conflict(`You have ${MOST_KEYS} keys. Revoke one first.`);
    }
    const { era } = carried;
    const row = { ...key, personId, secretHash, era, scopes: JSON.stringify(key.scopes), revokedAt: null };
    await tx.manager.insert(ApiKeyRow, row);
  }
}
