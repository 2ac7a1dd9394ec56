import { Global, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import sql from 'sql-template-tag';
import { type MemberKind, type Principal, principalOf, type Role } from '#access';
import { AuditModule, auditEntities, auditMigrations } from '#audit';
import type { AcknowledgementResponse, AudienceInput, InboxState, PublicationContentInput } from '#contract';
import {
  Acknowledge,
  DeliveryModule,
  DeliveryWorker,
  deliveryEntities,
  deliveryMigrations,
  type InboxEntry,
  MarkInbox,
  Planner,
  ReadInbox,
} from '#delivery';
import { Members, MembersModule, membersEntities, membersMigrations, People, Viewers } from '#members';
import {
  Clock,
  CONFIG,
  type Config,
  Database,
  Foreground,
  Ids,
  Keyring,
  ManualClock,
  RandomIds,
  Seal,
  Wakeups,
} from '#platform';
import { preferencesEntities, preferencesMigrations } from '#preferences';
import {
  ChangeAudience,
  type Outcome,
  PublicationsModule,
  Publish,
  publicationsEntities,
  publicationsMigrations,
  RevisePublication,
  WithdrawPublication,
} from '#publications';
import { RegionsModule, regionsEntities, regionsMigrations } from '#regions';
import {
  ManageSubscriptions,
  SubscriptionsModule,
  subscriptionsEntities,
  subscriptionsMigrations,
} from '#subscriptions';
import { openTestDatabase, type TestDatabase } from '../support/database.js';

const SCHEMA = {
  entities: [
    ...auditEntities,
    ...regionsEntities,
    ...membersEntities,
    ...publicationsEntities,
    ...subscriptionsEntities,
    ...preferencesEntities,
    ...deliveryEntities,
  ],
  migrations: [
    ...auditMigrations,
    ...regionsMigrations,
    ...membersMigrations,
    ...publicationsMigrations,
    ...subscriptionsMigrations,
    ...preferencesMigrations,
    ...deliveryMigrations,
  ],
};

/** When it is closed, the queue must hold what is open in the ledger, each once, and nothing else. */
export async function openHubDatabase(): Promise<TestDatabase> {
  const opened = await openTestDatabase(SCHEMA);
  const close = async () => {
    const astray = await opened.database.read((tx) =>
      tx.rows(sql`
        SELECT d.id, d.channel, d.state, q.delivery_id AS queued
        FROM delivery d FULL JOIN delivery_queue q ON q.delivery_id = d.id
        WHERE q.delivery_id IS NULL AND d.state IN ('PENDING', 'RETRYING')
          OR q.delivery_id IS NOT NULL AND (d.state IS NULL OR d.state NOT IN ('PENDING', 'RETRYING')
            OR (q.channel, q.urgent, q.address) <> (d.channel, d.urgent, d.address))`),
    );
    await opened.close();
    expect(astray).toEqual([]);
  };
  return { ...opened, close };
}

/** What a community lives in. */
export interface Place {
  readonly database: Database;
  get<T>(service: abstract new (...args: never[]) => T): T;
}

/** One process of a hub; it plans and sends only when it is told to. */
export async function hubOn(opened: TestDatabase, database = opened.database, config: Partial<Config> = {}) {
  const keyring = new Keyring(['a secret for this test only, long enough']);
  const clock = new ManualClock();
  const provided = [
    { provide: Database, useValue: database },
    { provide: Wakeups, useValue: database.wakeups },
    { provide: Foreground, useValue: new Foreground() },
    { provide: Clock, useValue: clock },
    { provide: Ids, useValue: new RandomIds() },
    {
      provide: CONFIG,
      useValue: { ...opened.config, reviewNational: false, webhookNetworks: ['127.0.0.0/8'], ...config },
    },
    { provide: Keyring, useValue: keyring },
    { provide: Seal, useValue: new Seal(keyring) },
  ];
  @Global()
  @Module({ providers: provided, exports: provided.map(({ provide }) => provide) })
  class Platform {}

  const imports = [
    Platform,
    AuditModule,
    RegionsModule,
    MembersModule,
    PublicationsModule,
    SubscriptionsModule,
    DeliveryModule,
  ];
  const app = await Test.createTestingModule({ imports }).compile();
  app.useLogger(false);
  const get: Place['get'] = (service) => app.get(service);
  return { app, database, clock, get, planner: app.get(Planner), worker: app.get(DeliveryWorker) };
}

/** A community to try things in: members and people made in a word each. */
export class Community {
  constructor(readonly hub: Place) {}

  async member(
    kind: MemberKind,
    jurisdiction: string | null,
    name = `${kind} ${jurisdiction}`,
  ): Promise<string> {
    const add = this.hub.get(Members);
    const ids = await this.hub.database.write((tx) => add.insertMany(tx, [{ name, kind, jurisdiction }]));
    return ids[0] as string;
  }

  async person(memberId: string, ...roles: Role[]): Promise<string> {
    const add = this.hub.get(People);
    const email = `${crypto.randomUUID()}@example.org`;
    const ids = await this.hub.database.write((tx) =>
      add.insertMany(tx, [{ memberId, name: 'A person', email, roles, contact: true }]),
    );
    return ids[0] as string;
  }

  async group(id: string, ownerId: string): Promise<void> {
    await this.hub.database.write(async (tx) => {
      await tx.execute(
        sql`INSERT INTO sharing_group (id, name, sort_name, owner_id) VALUES (${id}, 'G', 'g', ${ownerId})`,
      );
    });
    await this.join(id, ownerId);
  }

  async join(groupId: string, memberId: string): Promise<void> {
    await this.hub.database.write(async (tx) => {
      await tx.execute(
        sql`INSERT INTO sharing_group_member (group_id, member_id, since) VALUES (${groupId}, ${memberId}, 0)`,
      );
    });
  }

  /** A person as they are at this moment. */
  async as(personId: string): Promise<Principal> {
    return principalOf(await this.hub.database.read((tx) => this.hub.get(Viewers).load(tx, personId)));
  }

  async subscribe(
    personId: string,
    interest: object = {},
    owner: 'PERSON' | 'MEMBER' = 'PERSON',
  ): Promise<string> {
    const input = { name: 'All', owner, interest: { below: true, above: true, ...interest } };
    return this.hub.get(ManageSubscriptions).create(await this.as(personId), input);
  }

  /** @returns the publication's id */
  async publish(personId: string, content: Partial<PublicationContentInput> = {}): Promise<string> {
    const outcome = await this.hub
      .get(Publish)
      .perform(await this.as(personId), { content: contentOf(content) });
    if (outcome.outcome !== 'RELEASED') throw new Error('It waits for review.');
    return outcome.publicationId;
  }

  async revise(personId: string, id: string, content: Partial<PublicationContentInput> = {}): Promise<void> {
    const me = await this.as(personId);
    const input = {
      id,
      revisionId: await this.revisionOf(id),
      content: contentOf(content),
      note: 'More is known.',
    };
    released(await this.hub.get(RevisePublication).perform(me, input));
  }

  async address(personId: string, id: string, audience: AudienceInput): Promise<void> {
    const input = { id, revisionId: await this.revisionOf(id), audience };
    released(await this.hub.get(ChangeAudience).perform(await this.as(personId), input));
  }

  async withdraw(personId: string, id: string): Promise<void> {
    await this.hub
      .get(WithdrawPublication)
      .perform(await this.as(personId), { id, reason: 'It was a mistake.' });
  }

  /** What is in somebody's inbox, latest first. */
  async inbox(personId: string, states?: InboxState[]): Promise<InboxEntry[]> {
    const { edges } = await this.hub.get(ReadInbox).page(await this.as(personId), { states, first: 100 });
    return edges.map(({ node }) => node);
  }

  /** The publications in somebody's inbox and their states, latest first. */
  async states(personId: string): Promise<[string, InboxState][]> {
    return (await this.inbox(personId)).map(({ publicationId, state }) => [publicationId, state]);
  }

  async mark(personId: string, state: InboxState, ...publicationIds: string[]): Promise<string[]> {
    return this.hub.get(MarkInbox).mark(await this.as(personId), { publicationIds, state });
  }

  async answer(
    personId: string,
    publicationId: string,
    response: AcknowledgementResponse = 'ACTING',
  ): Promise<void> {
    await this.hub.get(Acknowledge).perform(await this.as(personId), { publicationId, response });
  }

  async suspendPerson(id: string, since: string | null = '2026-11-03T12:00:00.000Z'): Promise<void> {
    await this.hub.database.write((tx) =>
      tx.execute(sql`UPDATE person SET suspended_at = ${since} WHERE id = ${id}`),
    );
  }

  async suspendMember(id: string): Promise<void> {
    await this.hub.database.write((tx) =>
      tx.execute(sql`UPDATE member SET suspended_at = '2026-11-03T12:00:00.000Z' WHERE id = ${id}`),
    );
  }

  private async revisionOf(id: string): Promise<string> {
    const [row] = await this.hub.database.read((tx) =>
      tx.rows<{ id: string }>(sql`SELECT revision_id AS id FROM publication WHERE id = ${id}`),
    );
    return row?.id ?? '';
  }
}

function released(outcome: Outcome): string {
  if (outcome.outcome !== 'RELEASED') throw new Error('It waits for review.');
  return outcome.publicationId;
}

/** An amber alert to Wisconsin, with what is said instead. */
export const contentOf = (said: Partial<PublicationContentInput> = {}): PublicationContentInput => ({
  kind: 'ALERT',
  title: 'Pollbooks are down',
  tlp: 'AMBER',
  audience: { regions: ['55'] },
  attribution: 'NAMED',
  status: 'ACTUAL',
  severity: 'HIGH',
  urgency: 'EXPECTED',
  certainty: 'OBSERVED',
  ...said,
});
