import { Global, Module, type ModuleMetadata, type Type } from '@nestjs/common';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import sql from 'sql-template-tag';
import { ANONYMOUS, type MemberKind, type Principal, principalOf, type Role } from '#access';
import { AuditModule, auditEntities, auditMigrations } from '#audit';
import type {
  ChangeAudienceInput,
  PublicationContentInput,
  RevisePublicationInput,
  WithdrawPublicationInput,
} from '#contract';
import {
  Members,
  MembersModule,
  membersEntities,
  membersMigrations,
  type NewMember,
  type NewPerson,
  People,
  Viewers,
} from '#members';
import { Clock, CONFIG, Database, Ids, Keyring, ManualClock, RandomIds, Seal, Wakeups } from '#platform';
import {
  ChangeAudience,
  Feed,
  type FeedWish,
  type LogWish,
  type Outcome,
  Publications,
  PublicationsModule,
  type PublicationView,
  Publish,
  publicationsEntities,
  publicationsMigrations,
  Releases,
  RevisePublication,
  WithdrawPublication,
} from '#publications';
import { RegionsModule, regionsEntities, regionsMigrations } from '#regions';
import { openTestDatabase, type TestDatabase } from '../support/database.js';

export const openHubDatabase = (): Promise<TestDatabase> =>
  openTestDatabase({
    entities: [...auditEntities, ...regionsEntities, ...membersEntities, ...publicationsEntities],
    migrations: [...auditMigrations, ...regionsMigrations, ...membersMigrations, ...publicationsMigrations],
  });

/** One process of a hub that publishes, and words to make a community and act in it. */
export class Hub {
  private constructor(
    readonly database: Database,
    readonly clock: ManualClock,
    private readonly app: { get<T>(token: Type<T>): T; close(): Promise<void> },
  ) {}

  static async on(place: TestDatabase, settings: object = {}, more: ModuleMetadata = {}): Promise<Hub> {
    const { database } = place;
    const clock = new ManualClock();
    const keyring = new Keyring(['a secret for this test only, long enough']);
    const provided = [
      { provide: Database, useValue: database },
      { provide: Wakeups, useValue: database.wakeups },
      { provide: Clock, useValue: clock },
      { provide: Ids, useValue: new RandomIds() },
      { provide: CONFIG, useValue: { ...place.config, reviewNational: false, ...settings } },
      { provide: Keyring, useValue: keyring },
      { provide: Seal, useValue: new Seal(keyring) },
    ];
    @Global()
    @Module({ providers: provided, exports: provided.map(({ provide }) => provide) })
    class Platform {}

    const imports = [Platform, AuditModule, RegionsModule, MembersModule, PublicationsModule];
    const imported = [...imports, ...(more.imports ?? [])];
    const testing = await Test.createTestingModule({ ...more, imports: imported }).compile();
    const app = testing.createNestApplication(new FastifyAdapter());
    app.useLogger(false);
    await app.init();
    return new Hub(database, clock, app);
  }

  get<T>(token: Type<T>): T {
    return this.app.get(token);
  }

  close(): Promise<void> {
    return this.app.close();
  }

  async member(
    kind: MemberKind,
    jurisdiction: string | null,
    more: Partial<NewMember> = {},
  ): Promise<string> {
    const member = { name: `${kind} ${jurisdiction}`, kind, jurisdiction, ...more };
    const [id] = await this.database.write((tx) => this.get(Members).insertMany(tx, [member]));
    return id as string;
  }

  async person(memberId: string, roles: Role[], more: Partial<NewPerson> = {}): Promise<string> {
    const person = {
      memberId,
      name: 'A person',
      email: `${crypto.randomUUID()}@example.org`,
      roles,
      ...more,
    };
    const [id] = await this.database.write((tx) => this.get(People).insertMany(tx, [person]));
    return id as string;
  }

  /** A member with one person who may do everything that its kind may. */
  async office(
    kind: MemberKind,
    jurisdiction: string | null,
    more: Partial<NewMember> = {},
  ): Promise<Office> {
    const memberId = await this.member(kind, jurisdiction, more);
    const roles: Role[] = ['VIEWER', 'AUTHOR', 'RELEASER', 'COORDINATOR'];
    const personId = await this.person(memberId, kind === 'HUB' ? [...roles, 'ANALYST'] : roles, {
      contact: true,
    });
    return { memberId, personId };
  }

  async group(ownerId: string, ...memberIds: string[]): Promise<string> {
    const id = crypto.randomUUID();
    await this.database.write(async (tx) => {
      await tx.execute(
        sql`INSERT INTO sharing_group (id, name, sort_name, owner_id) VALUES (${id}, 'A group', 'a group', ${ownerId})`,
      );
    });
    for (const memberId of [ownerId, ...memberIds]) await this.join(id, memberId);
    return id;
  }

  async join(groupId: string, memberId: string): Promise<void> {
    await this.database.write(async (tx) => {
      const [{ since } = { since: 0 }] = await tx.rows<{ since: number }>(
        sql`SELECT COALESCE(MAX(sequence), 0) AS since FROM release`,
      );
      await tx.execute(
        sql`INSERT INTO sharing_group_member (group_id, member_id, since) VALUES (${groupId}, ${memberId}, ${since})`,
      );
    });
  }

  async leave(groupId: string, memberId: string): Promise<void> {
    await this.database.write(async (tx) => {
      await tx.execute(
        sql`DELETE FROM sharing_group_member WHERE group_id = ${groupId} AND member_id = ${memberId}`,
      );
    });
  }

  /** A person as they are at this moment, as for one request. */
  async as(who: string | Office): Promise<Principal> {
    const personId = typeof who === 'string' ? who : who.personId;
    return principalOf(await this.database.read((tx) => this.get(Viewers).load(tx, personId)));
  }

  async tryPublish(who: string | Office, said: Partial<PublicationContentInput> = {}): Promise<Outcome> {
    return this.get(Publish).perform(await this.as(who), { content: alert(said) });
  }

  /** @returns the publication's id */
  async publish(who: string | Office, said: Partial<PublicationContentInput> = {}): Promise<string> {
    const outcome = await this.tryPublish(who, said);
    if (outcome.outcome !== 'RELEASED') throw new Error(`It waits for review: ${outcome.reviewReasons}.`);
    return outcome.publicationId;
  }

  /** Revises with the content given; the rest as it is. */
  async revise(
    who: string | Office,
    id: string,
    said: Partial<RevisePublicationInput> = {},
  ): Promise<Outcome> {
    const input = { id, revisionId: await this.revisionOf(id), note: 'Reworded.', content: alert(), ...said };
    return this.get(RevisePublication).perform(await this.as(who), input);
  }

  async changeAudience(
    who: string | Office,
    id: string,
    said: Omit<ChangeAudienceInput, 'id' | 'revisionId'>,
  ) {
    const input = { id, revisionId: await this.revisionOf(id), ...said };
    return this.get(ChangeAudience).perform(await this.as(who), input);
  }

  async withdraw(who: string | Office, id: string, more: Partial<WithdrawPublicationInput> = {}) {
    return this.get(WithdrawPublication).perform(await this.as(who), {
      id,
      reason: 'It was wrong.',
      ...more,
    });
  }

  /** What somebody sees of a publication now. */
  async see(who: string | Office | null, id: string): Promise<PublicationView | null> {
    return this.get(Publications).one(await this.whoever(who), id);
  }

  /** The ids on somebody's first page of the feed. */
  async feed(who: string | Office | null, wish: FeedWish = {}): Promise<string[]> {
    const page = await this.get(Feed).page(await this.whoever(who), { first: 100, ...wish });
    return page.edges.map(({ node }) => node.id);
  }

  /** The log as somebody may see it: what happened, to what. */
  async log(who: string | Office | null, wish: LogWish = {}): Promise<[what: string, id: string][]> {
    const page = await this.get(Releases).connection(await this.whoever(who), { first: 100, ...wish });
    return page.edges.map(({ node }) => [node.what, node.publicationId]);
  }

  async revisionOf(id: string): Promise<string> {
    const [row] = await this.database.read((tx) =>
      tx.rows<{ id: string }>(sql`SELECT revision_id AS id FROM publication WHERE id = ${id}`),
    );
    return row?.id ?? crypto.randomUUID();
  }

  async audited(action: string) {
    const rows = await this.database.read((tx) =>
      tx.rows<{ personId: string | null; objectId: string | null; detail: string }>(sql`
        SELECT person_id AS "personId", object_id AS "objectId", detail FROM audit_entry
        WHERE action = ${action} ORDER BY sequence`),
    );
    return rows.map((row) => ({ ...row, detail: JSON.parse(row.detail) as object }));
  }

  private async whoever(who: string | Office | null): Promise<Principal> {
    return who === null ? ANONYMOUS : this.as(who);
  }

  async count(
    table: 'revision' | 'release' | 'release_key' | 'publication' | 'draft' | 'audit_entry',
  ): Promise<number> {
    const [row] = await this.database.read((tx) =>
      tx.rows<{ n: number }>(sql([`SELECT COUNT(*) AS n FROM ${table}`])),
    );
    return row?.n ?? 0;
  }
}

/** A refusal as Jest compares it. */
export const refused = (code: string, ...field: string[]) =>
  expect.objectContaining(field.length > 0 ? { code, field } : { code });

export interface Office {
  readonly memberId: string;
  readonly personId: string;
}

/** An amber alert to Wisconsin, with what is said instead. */
export const alert = (said: Partial<PublicationContentInput> = {}): PublicationContentInput => ({
  kind: 'ALERT',
  title: 'Pollbooks down',
  summary: 'Pollbooks in two wards do not start.',
  body: 'They show **no** sign-in page.',
  audience: { regions: ['55'] },
  severity: 'HIGH',
  urgency: 'IMMEDIATE',
  certainty: 'OBSERVED',
  affectedSystems: ['ELECTRONIC_POLLBOOK'],
  ...said,
});
