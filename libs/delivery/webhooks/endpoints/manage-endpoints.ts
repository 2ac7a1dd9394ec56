import { Inject, Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Principal, Viewer } from '#access';
import { Acting } from '#audit';
import type {
  CreateWebhookEndpointInput,
  DeleteWebhookEndpointInput,
  InterestInput,
  UpdateWebhookEndpointInput,
} from '#contract';
import {
  badInput,
  Clock,
  cleanLine,
  forbidden,
  Ids,
  Keyring,
  NETWORKS,
  type Networks,
  readOutgoingUrl,
  timestamp,
  type WriteTx,
} from '#platform';
import { RegionsService } from '#regions';
import { MOST_REGIONS, readInterest } from '#subscriptions';
import { newWebhookSecret } from '../posting/sign.js';
import { WebhookEndpoint } from './endpoint.entity.js';
import { OnEndpoint } from './on-endpoint.js';
import { secretsOf } from './secrets.js';
import { actionOn, type EndpointRow, runs } from './stored.js';

const MOST_OF_ONE_OWNER = 20;
const LONGEST_NAME = 100;

/** Makes, changes and ends webhook endpoints: one's own, and as coordinator one's member's. */
@Injectable()
export class ManageEndpoints {
  constructor(
    private readonly acting: Acting,
    private readonly on: OnEndpoint,
    private readonly regions: RegionsService,
    private readonly keyring: Keyring,
    private readonly ids: Ids,
    private readonly clock: Clock,
    @Inject(NETWORKS) private readonly networks: Networks,
  ) {}

  /**
   * @returns its id and its secret, which a repetition does not get again
   * @throws Refusal BAD_INPUT naming the field; FORBIDDEN for a member's without being its coordinator
   */
  async create(
    principal: Principal,
    input: CreateWebhookEndpointInput,
  ): Promise<{ id: string; secret: string | null }> {
    const owner = input.owner ?? 'PERSON';
    const deed = { principal, action: actionOn(owner), operation: 'createWebhookEndpoint', input } as const;
    let secret: string | null = null;
    const id = await this.acting.perform(deed, async (tx, tell) => {
      const viewer = principal.viewer as Viewer;
      const held = {
        owner,
        personId: owner === 'PERSON' ? viewer.personId : null,
        memberId: viewer.member.id,
      };
      if (!runs(principal, held)) throw forbidden();
      const named = {
        name: readName(input.name),
        url: readOutgoingUrl(input.url, this.networks, ['input', 'url']),
      };
      const interest = await this.interest(tx, input.interest);
      await makeRoom(tx, held);
      const made = this.ids.id();
      const now = timestamp(this.clock.now());
      secret = newWebhookSecret();
      const sealed = secretsOf(this.keyring).seal(made, secret);
      const times = { createdAt: now, updatedAt: now };
      await tx.manager.insert(WebhookEndpoint, {
        id: made,
        ...held,
        ...named,
        interest,
        secret: sealed,
        ...FRESH,
        ...times,
      });
      tell({
        objectType: 'webhookEndpoint',
        objectId: made,
        detail: { owner, host: new URL(named.url).host },
      });
      return made;
    });
    return { id, secret };
  }

  /** @throws Refusal NOT_FOUND for one that is not there or not the principal's to run; BAD_INPUT naming the field */
  update(principal: Principal, input: UpdateWebhookEndpointInput): Promise<string> {
    return this.on.perform(principal, 'updateWebhookEndpoint', input, async (tx, endpoint) => {
      const url =
        input.url == null ? endpoint.url : readOutgoingUrl(input.url, this.networks, ['input', 'url']);
      if (input.interest != null && input.everything === true) {
        throw badInput(['input', 'everything'], 'Give an interest, or ask for everything, and not both.');
      }
      const interest = input.everything === true ? null : await this.interest(tx, input.interest);
      await tx.manager.update(WebhookEndpoint, endpoint.id, {
        url,
        ...(input.name == null ? {} : { name: readName(input.name) }),
        ...(interest !== null || input.everything === true ? { interest } : {}),
        ...this.switched(endpoint, input.enabled),
        updatedAt: timestamp(this.clock.now()),
      });
      const detail = {
        host: new URL(url).host,
        ...(input.enabled == null ? {} : { enabled: input.enabled }),
      };
      return { result: endpoint.id, detail };
    });
  }

  /** @throws Refusal NOT_FOUND for one that is not there or not the principal's to run */
  delete(principal: Principal, input: DeleteWebhookEndpointInput): Promise<string> {
    return this.on.perform(principal, 'deleteWebhookEndpoint', input, async (tx, { id }) => {
      await tx.execute(sql`DELETE FROM webhook_endpoint WHERE id = ${id}`);
      return { result: id };
    });
  }

  /** An endpoint that is switched on is not held against what it did before. */
  private switched({ state }: EndpointRow, enabled: boolean | null | undefined): Partial<WebhookEndpoint> {
    if (enabled == null || enabled === (state === 'ACTIVE')) return {};
    if (enabled) return FRESH;
    return { state: 'DISABLED', disabledBecause: 'OWNER', disabledAt: timestamp(this.clock.now()) };
  }

  private async interest(tx: WriteTx, input: InterestInput | null | undefined): Promise<string | null> {
    if (input == null) return null;
    const tree = await this.regions.treeKnowing(input.regions?.slice(0, MOST_REGIONS) ?? [], tx);
    return JSON.stringify(readInterest(input, tree));
  }
}

const FRESH = {
  state: 'ACTIVE',
  disabledBecause: null,
  disabledAt: null,
  failingSince: null,
  failures: 0,
  lastFailure: null,
  heldUntil: null,
} as const;

/** Refuses one too many; parallel creations of one owner wait for each other. */
async function makeRoom(
  tx: WriteTx,
  { personId, memberId }: Pick<EndpointRow, 'personId' | 'memberId'>,
): Promise<void> {
  if (tx.dialect === 'postgres') {
    const lock = `webhook/${personId ?? memberId}`;
    await tx.rows(sql`SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 0))`);
  }
  const whose = personId === null ? sql`person_id IS NULL` : sql`person_id = ${personId}`;
  const [row] = await tx.rows<{ count: number }>(sql`
    SELECT count(*) AS count FROM webhook_endpoint WHERE member_id = ${memberId} AND ${whose}`);
  if ((row?.count ?? 0) >= MOST_OF_ONE_OWNER) {
    throw badInput(['input', 'owner'], `There can be at most ${MOST_OF_ONE_OWNER} endpoints; end one first.`);
  }
}

const readName = (name: string): string =>
  cleanLine(name, { field: ['input', 'name'], min: 1, max: LONGEST_NAME });
