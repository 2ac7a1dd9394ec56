import {
  createSourceEventStream,
  type DocumentNode,
  GraphQLError,
  getOperationAST,
  OperationTypeNode,
} from 'graphql';
import type { Client, PublicationFilter, RequestContext } from '#contract';
import { badInput, forbidden, Refusal } from '#platform';
import type { Connection, Listener, Watcher } from './connection.js';
import type { LiveHub } from './live-hub.js';
import { Lru } from './lru.js';
import type { LiveContract, Selection, Watched } from './ports.js';
import { Selections } from './selection.js';
import { SilentStream } from './silent-stream.js';

/** What a client asks for, as it came: GraphQL over HTTP, section 5.1. */
export interface SubscriptionRequest {
  readonly query?: unknown;
  readonly operationName?: unknown;
  readonly variables?: unknown;
}

/** What a resolver of a live operation is given besides what every resolver is given. */
export interface LiveContext extends RequestContext {
  readonly live: {
    releases(after: number | null, filter: PublicationFilter | null): Promise<SilentStream>;
    watch(watched: Watched): SilentStream;
  };
}

interface Asked {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** How many checked queries are remembered, so that listeners with the same one share it. */
const MOST_DOCUMENTS = 100;

/** Opens the subscriptions that clients ask for, whatever carries them. */
export class Subscriptions {
  private readonly selections: Selections;
  private readonly documents = new Lru<DocumentNode>(MOST_DOCUMENTS);

  constructor(
    private readonly hub: LiveHub,
    private readonly contract: LiveContract,
    private readonly newId: () => string,
  ) {
    this.selections = new Selections(contract);
  }

  /** @throws GraphQLError or an array of them, not yet fit for outsiders */
  async open(
    connection: Connection,
    operationId: string,
    request: SubscriptionRequest,
    client: Client,
  ): Promise<Listener | Watcher> {
    const { query, operationName, variables } = askedFor(request);
    const document = this.documents.get(query, () => this.contract.parse(query));
    requireSubscription(document, operationName);
    this.contract.check(document, operationName ?? null, variables);
    const selection = this.selections.of(document, operationName, variables);
    const result = await createSourceEventStream({
      schema: this.contract.schema,
      document,
      operationName: operationName ?? null,
      variableValues: variables,
      contextValue: this.context(connection, operationId, selection, client),
    });
    if (result instanceof SilentStream) return result.listener;
    throw 'errors' in result
      ? result.errors?.map(ofTheRequest)
      : new GraphQLError('The subscription has no stream.');
  }

  close(listener: Listener | Watcher): void {
    this.hub.close(listener);
  }

  private context(
    connection: Connection,
    operationId: string,
    selection: Selection,
    client: Client,
  ): LiveContext {
    const { principal } = connection.standing;
    const mayRead = principal.scopes === null || principal.scopes.includes('READ');
    const releases = async (after: number | null, filter: PublicationFilter | null) => {
      if (!mayRead) throw forbidden();
      return new SilentStream(await this.hub.listen(connection, operationId, selection, { after, filter }));
    };
    const watch = (watched: Watched) => {
      if (!mayRead) throw forbidden();
      return new SilentStream(this.hub.watch(connection, operationId, selection, watched));
    };
    return { principal, requestId: this.newId(), loaders: new Map(), client, live: { releases, watch } };
  }
}

/** What graphql-js itself finds wrong with the variables is the client's fault; it gives it no code. */
function ofTheRequest(error: GraphQLError): GraphQLError {
  const { originalError: cause, extensions } = error;
  if ((cause && !(cause instanceof GraphQLError)) || extensions.code) return error;
  const { message, nodes } = error;
  return new GraphQLError(message, { nodes: nodes ?? null, extensions: { code: 'BAD_USER_INPUT' } });
}

function askedFor({ query, operationName, variables }: SubscriptionRequest): Asked {
  if (typeof query !== 'string') throw graphqlError(badInput(['query'], 'Give the query as text.'));
  if (operationName != null && typeof operationName !== 'string') {
    throw graphqlError(badInput(['operationName'], 'Give the name of the operation as text.'));
  }
  if (variables != null && (typeof variables !== 'object' || Array.isArray(variables))) {
    throw graphqlError(badInput(['variables'], 'Give the variables as an object.'));
  }
  return {
    query,
    operationName: operationName ?? undefined,
    variables: (variables ?? {}) as Readonly<Record<string, unknown>>,
  };
}

function requireSubscription(document: DocumentNode, operationName: string | undefined): void {
  const operation = getOperationAST(document, operationName);
  if (!operation) {
    throw graphqlError(
      badInput(['operationName'], 'The query has no such operation, or several and none is named.'),
    );
  }
  if (operation.operation !== OperationTypeNode.SUBSCRIPTION) {
    throw graphqlError(
      badInput(['query'], 'Only subscriptions are served here. Send queries and mutations to /graphql.'),
    );
  }
}

const graphqlError = (refusal: Refusal): GraphQLError =>
  new GraphQLError(refusal.message, { originalError: refusal });

/** What was thrown, as errors of an operation. */
export function errorsOf(thrown: unknown): readonly GraphQLError[] {
  const all: readonly unknown[] = Array.isArray(thrown) ? thrown : [thrown];
  return all.map((error) => {
    if (error instanceof GraphQLError) return error;
    const original = error instanceof Error ? error : new Error(String(error));
    return new GraphQLError(original.message, { originalError: original });
  });
}
