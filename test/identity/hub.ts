import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import sql, { raw } from 'sql-template-tag';
import { type MemberKind, type Principal, principalOf, type Role } from '#access';
import { AuditModule, auditEntities, auditMigrations } from '#audit';
import { AccessGuard, contractSources, type RequestContext } from '#contract';
import { Authenticator, Credentials, IdentityModule, identityEntities, identityMigrations } from '#identity';
import { Members, MembersModule, membersEntities, membersMigrations, People, Viewers } from '#members';
import {
  Clock,
  CONFIG,
  Database,
  Ids,
  Keyring,
  ManualClock,
  RandomIds,
  Refusal,
  Seal,
  Wakeups,
} from '#platform';
import { RegionsModule, regionsEntities, regionsMigrations } from '#regions';
import { openTestDatabase, type TestDatabase } from '../support/database.js';

export const openHubDatabase = (): Promise<TestDatabase> =>
  openTestDatabase({
    entities: [...auditEntities, ...regionsEntities, ...membersEntities, ...identityEntities],
    migrations: [...auditMigrations, ...regionsMigrations, ...membersMigrations, ...identityMigrations],
  });

export const PASSWORD = 'kettle juniper marble 71';

interface Fault {
  readonly message: string;
  readonly extensions: { readonly code: string; readonly field?: readonly string[] };
}

/** What an answer holds is known to the test that asked. */
type Data = ReturnType<typeof JSON.parse>;

export interface Answer {
  readonly data: Data | null;
  readonly errors: readonly {
    readonly code: string;
    readonly field?: readonly string[];
    readonly message: string;
  }[];
  /** The answer's `Set-Cookie` headers. */
  readonly cookies: readonly string[];
}

export interface Asker {
  readonly cookie?: string;
  readonly authorization?: string;
  readonly address?: string;
}

export type Hub = Awaited<ReturnType<typeof hubOn>>;

/** One process of a hub with members and identity, asked over GraphQL or through its services. */
export async function hubOn(opened: TestDatabase, settings: object = {}, database = opened.database) {
  const clock = new ManualClock(START);
  const config = {
    ...opened.config,
    publicUrl: 'https://hub.example.org',
    sessionHours: 12,
    sessionIdleMinutes: 60,
    tokenMinutes: 15,
    ...settings,
  };
  const keyring = new Keyring(['a secret for this test only, long enough']);
  const provided = [
    { provide: Database, useValue: database },
    { provide: Wakeups, useValue: database.wakeups },
    { provide: Clock, useValue: clock },
    { provide: Ids, useValue: new RandomIds() },
    { provide: CONFIG, useValue: config },
    { provide: Keyring, useValue: keyring },
    { provide: Seal, useValue: new Seal(keyring) },
  ];
  @Global()
  @Module({ providers: provided, exports: provided.map(({ provide }) => provide) })
  class Platform {}

  const context = async (request: FastifyRequest, reply: FastifyReply): Promise<RequestContext> => {
    const jar = { setCookie: (header: string) => void reply.header('set-cookie', header) };
    const { cookie, authorization } = request.headers;
    const principal = await app.get(Authenticator).authenticate({ cookie, authorization }, jar);
    const client = { address: request.ip, userAgent: request.headers['user-agent'] ?? null };
    return { principal, requestId: request.id, loaders: new Map(), reply: jar, client };
  };
  const graphql = GraphQLModule.forRoot<ApolloDriverConfig>({
    driver: ApolloDriver,
    typeDefs: contractSources().join('\n'),
    context,
    formatError: (_, error) => errorOf(error),
  });
  const module = await Test.createTestingModule({
    imports: [Platform, AuditModule, RegionsModule, MembersModule, IdentityModule, graphql],
    providers: [{ provide: APP_GUARD, useClass: AccessGuard }],
  }).compile();
  const app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
  await app.init();
  const fastify = app.getHttpAdapter().getInstance();

  const ask = async (query: string, variables: object = {}, asker: Asker = {}): Promise<Answer> => {
    const { address: remoteAddress = '192.0.2.1', ...headers } = asker;
    const response = await fastify.inject({
      method: 'POST',
      url: '/graphql',
      remoteAddress,
      headers: { ...headers, 'user-agent': 'a test' },
      payload: { query, variables },
    });
    const cookies = [response.headers['set-cookie'] ?? []].flat();
    const { data = null, errors = [] } = response.json();
    return {
      data,
      errors: errors.map((error: Fault) => ({ ...error.extensions, message: error.message })),
      cookies,
    };
  };
  /** Empties all tables but the audit log's, which cannot be, and sets the clock back. */
  const clear = async () => {
    clock.set(START);
    await database.write(async (tx) => {
      for (const table of TABLES) await tx.execute(sql`DELETE FROM ${raw(table)}`);
      await tx.execute(sql`DELETE FROM sequence WHERE name <> 'audit'`);
    });
  };
  return { app, database, clock, config, ask, clear, get: app.get.bind(app) as typeof app.get };
}

const START = '2026-11-03T12:00:00.000Z';
const TABLES = [
  ...['session', 'api_key', 'credential', 'sign_in_failure', 'first_result'],
  ...[
    'invitation',
    'sharing_group_member',
    'sharing_group',
    'person_role',
    'person',
    'member',
    'access_change',
  ],
];

function errorOf(error: unknown) {
  const fault = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  if (!(fault instanceof Refusal)) return { message: String(fault), extensions: { code: 'INTERNAL' } };
  return { message: fault.message, extensions: { code: fault.code, field: fault.field } };
}

/** A community to try things in. */
export class Community {
  private count = 0;

  constructor(readonly hub: Hub) {}

  async member(
    kind: MemberKind,
    jurisdiction: string | null,
    name = `${kind} ${jurisdiction ?? ''}`.trim(),
  ): Promise<string> {
    const { database, get } = this.hub;
    const ids = await database.write((tx) => get(Members).insertMany(tx, [{ name, kind, jurisdiction }]));
    return ids[0] as string;
  }

  /** Somebody with a password only if they are to sign in, which takes a while. */
  async person(
    memberId: string,
    roles: readonly Role[],
    more: { email?: string; contact?: boolean; password?: string; name?: string } = {},
  ) {
    const { database, get } = this.hub;
    this.count += 1;
    const {
      email = `person${this.count}@example.org`,
      name = `Person ${this.count}`,
      contact = false,
      password,
    } = more;
    return database.write(async (tx) => {
      const [id = ''] = await get(People).insertMany(tx, [{ memberId, name, email, roles, contact }]);
      if (password) await get(Credentials).set(tx, id, password);
      return id;
    });
  }

  /** A person as they are at this moment. */
  async as(personId: string): Promise<Principal> {
    const { database, get } = this.hub;
    return principalOf(await database.read((tx) => get(Viewers).load(tx, personId)));
  }
}
