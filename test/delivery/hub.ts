import { Global, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import sql from 'sql-template-tag';
import { type MemberKind, type Principal, principalOf, type Role } from '#access';
import { AuditModule, auditEntities, auditMigrations } from '#audit';
import type { PublicationContentInput } from '#contract';
import { DeliveryModule, deliveryEntities, deliveryMigrations, Planner } from '#delivery';
import { Members, MembersModule, membersEntities, membersMigrations, People, Viewers } from '#members';
import { Clock, CONFIG, Database, Ids, Keyring, ManualClock, RandomIds, Seal, Wakeups } from '#platform';
import { PublicationsModule, Publish, publicationsEntities, publicationsMigrations } from '#publications';
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
    ...deliveryEntities,
  ],
  migrations: [
    ...auditMigrations,
    ...regionsMigrations,
    ...membersMigrations,
    ...publicationsMigrations,
    ...subscriptionsMigrations,
    ...deliveryMigrations,
  ],
};

export const openHubDatabase = (): Promise<TestDatabase> => openTestDatabase(SCHEMA);

type Hub = Awaited<ReturnType<typeof hubOn>>;

/** One process of a hub; its planner works only when it is told to. */
export async function hubOn(opened: TestDatabase, database = opened.database) {
  const keyring = new Keyring(['a secret for this test only, long enough']);
  const clock = new ManualClock();
  const provided = [
    { provide: Database, useValue: database },
    { provide: Wakeups, useValue: database.wakeups },
    { provide: Clock, useValue: clock },
    { provide: Ids, useValue: new RandomIds() },
    { provide: CONFIG, useValue: { ...opened.config, reviewNational: false } },
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
  const get: typeof app.get = app.get.bind(app);
  return { app, database, clock, get, planner: app.get(Planner) };
}

/** A community to try things in: members and people made in a word each. */
export class Community {
  constructor(readonly hub: Hub) {}

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
      await tx.execute(sql`INSERT INTO sharing_group (id, name, sort_name, owner_id) VALUES (${id}, 'G', 'g', ${ownerId})`);
    });
    await this.join(id, ownerId);
  }

  async join(groupId: string, memberId: string): Promise<void> {
    await this.hub.database.write(async (tx) => {
      await tx.execute(sql`INSERT INTO sharing_group_member (group_id, member_id, since) VALUES (${groupId}, ${memberId}, 0)`);
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
