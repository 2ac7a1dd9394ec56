import type { AddressInfo } from 'node:net';
import fastify, { type FastifyInstance } from 'fastify';
import {
  buildSchema,
  execute,
  type GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  parse,
  validate,
} from 'graphql';
import type { Viewer } from '#access';
import { contractSources, type RequestContext, sharedFields } from '#contract';
import { Keyring, Refusal, Seal, unauthenticated } from '#platform';
import type { LiveLimits } from './limits.js';
import { LiveHub } from './live-hub.js';
import { LiveServer } from './live-server.js';
import type { Authority, Executed, Execution, LiveContract, Outcome, ReleaseSource } from './ports.js';
import { LOG_CURSOR, ReleasesSubscription } from './releases.subscription.js';
import { authorityOf, World } from './world.fixture.js';

/** 5,000 characters. */
const LONG = 'long '.repeat(1_000);
const newId = () => 'an-id';

function present(error: GraphQLError): GraphQLFormattedError {
  const { originalError } = error;
  if (!(originalError instanceof Refusal)) return error.toJSON();
  const { message, code, field } = originalError;
  return { message, extensions: { code, ...(field ? { field } : {}) } };
}

function schemaWith(subscription: ReleasesSubscription): GraphQLSchema {
  const schema = buildSchema(contractSources().join('\n'));
  const field = schema.getSubscriptionType()?.getFields().releases;
  if (field)
    field.subscribe = (_, { after, filter }, context) => subscription.releases(after, filter, context);
  return schema;
}

async function executed(schema: GraphQLSchema, execution: Execution): Promise<Executed> {
  const { selection, principal, rootValue } = execution;
  const client = { address: '', userAgent: null };
  const contextValue: RequestContext = { principal, requestId: newId(), loaders: new Map(), client };
  const { document, operationName, variables } = selection;
  const operation = { document, operationName: operationName ?? null, variableValues: variables };
  const { data, errors } = await execute({ schema, rootValue, contextValue, ...operation });
  return errors ? { errors: errors.map(present), data } : { data };
}

function contractOf(schema: GraphQLSchema): LiveContract {
  return {
    schema,
    sharedFields: sharedFields(contractSources()),
    parse: (query) => {
      const document = parse(query, { maxTokens: 500 });
      const errors = validate(schema, document);
      if (errors.length > 0) throw errors;
      return document;
    },
    check: () => {},
    execute: (execution) => executed(schema, execution),
    present,
  };
}

/** The world's entries as a `Release` resolves from them. */
function releasesOf(world: World, seal: Seal): ReleaseSource {
  const released = (release: unknown) => {
    const { sequence, publication, outcome } = release as {
      sequence: number;
      publication: number;
      outcome: Outcome;
    };
    return {
      cursor: seal.seal(LOG_CURSOR.purpose, LOG_CURSOR.binding, sequence),
      what: outcome === 'RELEASE' ? 'PUBLISHED' : 'UNAVAILABLE',
      at: '2026-11-03T12:00:00.000Z',
      publicationId: String(publication),
      publication:
        outcome === 'RELEASE'
          ? { id: String(publication), title: `Number ${sequence}`, summary: LONG }
          : null,
      revision: null,
    };
  };
  return {
    head: () => world.head(),
    since: (sequence, limit) => world.since(sequence, limit),
    matches: (entry, filter, held) => world.matches(entry as never, filter, held),
    release: async (...asked) => released(await world.release(...(asked as Parameters<World['release']>))),
    page: async (principal, asked) => {
      const page = await world.page(principal, asked);
      return { ...page, releases: page.releases.map((one) => ({ ...one, release: released(one.release) })) };
    },
  };
}

/** `Bearer p1` is person p1; nothing is nobody; anything else is not good. */
function bearers(world: World): Authority {
  const authority = authorityOf(world);
  return {
    ...authority,
    authenticate: (credentials) => {
      const person = credentials.authorization?.replace('Bearer ', '');
      if (person !== undefined && !world.people.has(person)) throw unauthenticated();
      return authority.authenticate({ ...credentials, authorization: person });
    },
  };
}

/** A live server over a world in memory, with the real contract, on a port of its own. */
export class TestServer {
  readonly world = new World();
  readonly seal = new Seal(new Keyring(['a secret for nothing but tests, long enough']));
  readonly hub: LiveHub;
  readonly reports: unknown[] = [];
  url = '';
  private readonly fastify: FastifyInstance = fastify({ forceCloseConnections: true });
  private readonly live: LiveServer;

  constructor(limits: Partial<LiveLimits> = {}) {
    const contract = contractOf(schemaWith(new ReleasesSubscription(this.seal)));
    const report = (error: unknown) => this.reports.push(error);
    this.hub = new LiveHub({
      source: releasesOf(this.world, this.seal),
      authority: bearers(this.world),
      contract,
      onWake: () => () => undefined,
      cursorOf: (sequence) => this.cursor(sequence),
      limits,
      report,
    });
    this.live = new LiveServer({
      hub: this.hub,
      contract,
      allowedOrigins: ['https://hub.example'],
      newId,
      report,
    });
  }

  cursor(sequence: number): string {
    return this.seal.seal(LOG_CURSOR.purpose, LOG_CURSOR.binding, sequence);
  }

  async start(people: readonly Viewer[] = []): Promise<this> {
    this.world.people = new Map(people.map((viewer) => [viewer.personId, viewer]));
    await this.hub.start();
    this.live.register(this.fastify);
    this.live.attach(this.fastify.server);
    await this.fastify.listen({ port: 0, host: '127.0.0.1' });
    this.url = `127.0.0.1:${(this.fastify.server.address() as AddressInfo).port}`;
    return this;
  }

  publish(publication: number, keys: readonly string[]): void {
    this.world.publish(publication, keys);
    this.hub.wakeReleases();
  }

  async stop(): Promise<void> {
    await this.live.close();
    await this.fastify.close();
  }
}

export const RELEASES =
  'subscription R($after: Cursor) { releases(after: $after) { cursor what publication { id title } } }';
