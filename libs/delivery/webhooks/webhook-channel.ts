import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Principal } from '#access';
import { principalOf } from '#access';
import { amongIds, Viewers } from '#members';
import {
  Clock,
  CONFIG,
  type Config,
  Database,
  Keyring,
  type SealedText,
  type Tx,
  timestamp,
  type WriteTx,
} from '#platform';
import { type LogEntry, Releases, seenAs } from '#publications';
import type { Attempt, Channel, Due, Outcome, Settled, Telling } from '../channels/channel.js';
import { StillTheirs } from '../sending/still-theirs.js';
import { secretsOf, signingSecrets } from './endpoints/secrets.js';
import { ENDPOINT_COLUMNS, type EndpointRow } from './endpoints/stored.js';
import { outcomeOfAnswer, outcomeOfError } from './outgoing/answer.js';
import { EndpointHealth } from './outgoing/endpoint-health.js';
import { NETWORKS, type Networks } from './outgoing/networks.js';
import { payloadOf, testPayload } from './outgoing/payload.js';
import { isForPersonsOnly, neverLeaves, PlanWebhooks } from './outgoing/plan-webhooks.js';
import { signature } from './outgoing/sign.js';
import { WebhookClient } from './outgoing/webhook-client.js';

const AT_ONCE = 256;
const AT_ONCE_TO_ONE = 16;

const settledAs =
  (outcome: Outcome): Attempt =>
  async () =>
    outcome;

/** Posts releases to webhook endpoints. */
@Injectable()
export class WebhookChannel implements Channel, OnApplicationShutdown {
  readonly name = 'WEBHOOK';
  readonly atOnce = AT_ONCE;
  readonly atOnceToOne = AT_ONCE_TO_ONE;
  private readonly client: WebhookClient;
  private readonly secrets: SealedText;

  constructor(
    private readonly planning: PlanWebhooks,
    private readonly health: EndpointHealth,
    private readonly still: StillTheirs,
    private readonly releases: Releases,
    private readonly viewers: Viewers,
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(NETWORKS) networks: Networks,
    keyring: Keyring,
  ) {
    this.client = new WebhookClient(networks);
    this.secrets = secretsOf(keyring);
  }

  plan(tx: Tx, telling: Telling) {
    return this.planning.of(tx, telling);
  }

  settled(tx: WriteTx, settled: readonly Settled[]): Promise<void> {
    return this.health.note(tx, settled);
  }

  async prepare(due: readonly Due[]): Promise<ReadonlyMap<string, Attempt>> {
    const [endpoints, entries, owners] = await Promise.all([
      this.endpoints(due),
      this.still.entries(due.map(({ sequence }) => sequence)),
      this.owners(due),
    ]);
    const bodies = new Map<string, Promise<string>>();
    const body = (entry: LogEntry, principal: Principal): Promise<string> => {
      const key = `${entry.sequence} ${entry.allKeys.filter((one) => principal.held.has(one)).join(' ')}`;
      const known = bodies.get(key) ?? this.body(entry, principal);
      bodies.set(key, known);
      return known;
    };
    const attempts = due.map(async (one): Promise<[string, Attempt]> => {
      const endpoint = endpoints.get(one.address);
      const owner = owners.get(one.personId ?? one.memberId);
      if (!endpoint || !owner) return [one.id, settledAs({ state: 'DROPPED', cause: 'DISABLED' })];
      if (endpoint.state !== 'ACTIVE') return [one.id, settledAs({ state: 'FAILED', cause: 'DISABLED' })];
      if (one.reason === 'TEST') return [one.id, this.attempt(one, endpoint, testPayload(one.plannedAt))];
      const entry = entries.get(one.sequence);
      if (!entry || !mayGo(entry, endpoint, owner)) {
        return [one.id, settledAs({ state: 'DROPPED', cause: 'NOT_VISIBLE' })];
      }
      return [one.id, this.attempt(one, endpoint, await body(entry, owner))];
    });
    return new Map(await Promise.all(attempts));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.client.close();
  }

  private attempt({ id }: Due, endpoint: EndpointRow, body: string): Attempt {
    return async (signal) => {
      const now = this.clock.now();
      const secrets = signingSecrets(this.secrets, endpoint, timestamp(now));
      const seconds = Math.floor(now.getTime() / 1_000);
      const headers = {
        'content-type': 'application/json',
        'user-agent': 'Watchfire',
        'webhook-id': id,
        'webhook-timestamp': `${seconds}`,
        'webhook-signature': signature(secrets, { id, seconds, body }),
      };
      try {
        return outcomeOfAnswer(await this.client.post(new URL(endpoint.url), headers, body, signal), now);
      } catch (error) {
        if (signal.aborted) throw error;
        return outcomeOfError(error);
      }
    };
  }

  private async body(entry: LogEntry, principal: Principal): Promise<string> {
    return payloadOf(await this.releases.release(entry, 'RELEASE', principal), this.config.publicUrl);
  }

  private async endpoints(due: readonly Due[]): Promise<ReadonlyMap<string, EndpointRow>> {
    const ids = [...new Set(due.map(({ address }) => address))];
    const rows = await this.database.read((tx) =>
      tx.rows<EndpointRow>(
        sql`SELECT ${ENDPOINT_COLUMNS} FROM webhook_endpoint e WHERE e.id ${amongIds(tx, ids)}`,
      ),
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Active owners as they are now: by the person's id, or by the member's for what is a member's. */
  private async owners(due: readonly Due[]): Promise<ReadonlyMap<string, Principal>> {
    const members = [...new Set(due.filter(({ personId }) => personId === null).map((one) => one.memberId))];
    const [persons, viewers] = await Promise.all([
      this.still.principals(due.flatMap(({ personId }) => personId ?? [])),
      members.length === 0 ? [] : this.database.read((tx) => this.viewers.asMembers(tx, members)),
    ]);
    const active = [...viewers].filter(([, { member }]) => member.active);
    return new Map([...persons, ...active.map(([id, viewer]) => [id, principalOf(viewer)] as const)]);
  }
}

const mayGo = (entry: LogEntry, { owner }: EndpointRow, principal: Principal): boolean =>
  !neverLeaves(entry) &&
  !(owner === 'MEMBER' && isForPersonsOnly(entry)) &&
  seenAs(principal, entry) === 'RELEASE';
