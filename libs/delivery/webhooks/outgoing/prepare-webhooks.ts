import { Inject, Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { type Principal, principalOf } from '#access';
import { amongIds, Viewers } from '#members';
import { CONFIG, type Config, Database } from '#platform';
import { type LogEntry, Releases, seenAs } from '#publications';
import { Unanswered } from '../../answers/unanswered.js';
import type { Attempt, Due, Outcome } from '../../channels/channel.js';
import { StillTheirs } from '../../sending/still-theirs.js';
import type { Secrets } from '../endpoints/secrets.js';
import type { EndpointRow } from '../endpoints/stored.js';
import { Bodies } from './bodies.js';
import { EndpointHealth } from './endpoint-health.js';
import { testPayload, unavailablePayload } from './payload.js';
import { isForPersonsOnly, neverLeaves } from './plan-webhooks.js';
import { SendWebhook } from './send-webhook.js';

/** What is needed of an endpoint to post to it. */
type Addressee = Secrets & Pick<EndpointRow, 'owner' | 'url' | 'state' | 'failingSince' | 'lastSuccessAt'>;

const ends =
  (outcome: Outcome): Attempt =>
  async () =>
    outcome;

/** Makes ready what is to be posted: endpoints, rights and releases as they are now. */
@Injectable()
export class PrepareWebhooks {
  constructor(
    private readonly still: StillTheirs,
    private readonly releases: Releases,
    private readonly viewers: Viewers,
    private readonly sending: SendWebhook,
    private readonly unanswered: Unanswered,
    private readonly health: EndpointHealth,
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async of(due: readonly Due[]): Promise<ReadonlyMap<string, Attempt>> {
    const asking = due.filter(({ reason }) => reason === 'ESCALATION');
    const [endpoints, entries, owners, silent] = await Promise.all([
      this.endpoints(due),
      this.still.entries(due.map(({ sequence }) => sequence)),
      this.owners(due),
      this.unanswered.of(asking),
    ]);
    const bodies = new Bodies(this.releases, this.config.publicUrl);
    const attemptOf = (one: Due): Attempt => {
      const endpoint = endpoints.get(one.address);
      const owner = owners.get(one.personId ?? one.memberId);
      if (!endpoint || !owner) return ends({ state: 'DROPPED', cause: 'DISABLED' });
      if (endpoint.state !== 'ACTIVE') return ends({ state: 'FAILED', cause: 'DISABLED' });
      if (one.reason === 'TEST')
        return this.sending.attempt(one, endpoint, Buffer.from(testPayload(one.plannedAt)));
      const entry = entries.get(one.sequence);
      const seen = entry ? seenAs(owner, entry) : null;
      if (entry && seen === 'UNAVAILABLE')
        return this.sending.attempt(one, endpoint, Buffer.from(unavailablePayload(entry)));
      if (!entry || seen === null || !mayGo(entry, endpoint))
        return ends({ state: 'DROPPED', cause: 'NOT_VISIBLE' });
      if (one.reason !== 'ESCALATION') return this.sending.attempt(one, endpoint, bodies.of(entry, owner));
      if (entry.presentState === 'WITHDRAWN') return ends({ state: 'DROPPED', cause: 'OVERTAKEN' });
      if (!silent.has(one.id)) return ends({ state: 'DROPPED', cause: 'ANSWERED' });
      return this.sending.attempt(one, endpoint, bodies.of(entry, owner, true));
    };
    const attempts = new Map(due.map((one) => [one.id, attemptOf(one)]));
    await bodies.settled();
    return attempts;
  }

  private async endpoints(due: readonly Due[]): Promise<ReadonlyMap<string, Addressee>> {
    const ids = [...new Set(due.map(({ address }) => address))];
    const rows = await this.database.read((tx) =>
      tx.rows<Addressee>(sql`
        SELECT id, owner, url, state, secret, previous_secret AS "previousSecret", previous_until AS "previousUntil",
          failing_since AS "failingSince", last_success_at AS "lastSuccessAt"
        FROM webhook_endpoint WHERE id ${amongIds(tx, ids)}`),
    );
    this.health.seen(rows);
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

const mayGo = (entry: LogEntry, { owner }: Pick<EndpointRow, 'owner'>): boolean =>
  !neverLeaves(entry) && !(owner === 'MEMBER' && isForPersonsOnly(entry));
