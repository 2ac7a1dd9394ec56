import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buildSchema, type ExecutionResult, GraphQLError, type GraphQLSchema, graphql, parse } from 'graphql';
import { createHandler } from 'graphql-sse/lib/use/http';
import { useServer } from 'graphql-ws/use/ws';
import { type WebSocket, WebSocketServer } from 'ws';

const folder = join(process.cwd(), 'schema');

/** The contract itself, from schema/. */
export const contract = (): GraphQLSchema =>
  buildSchema(
    readdirSync(folder)
      .filter((file) => file.endsWith('.graphql'))
      .sort()
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .join('\n'),
  );

/** What each root field answers: a value, or a function of its arguments and the bearer that came along. */
export type Roots = Readonly<Record<string, unknown>>;

export interface Asked {
  readonly operation: string;
  readonly variables: Record<string, unknown>;
  readonly bearer: string | null;
}

export interface TestHub {
  readonly url: string;
  /** What was asked over HTTP, in order. */
  readonly asked: Asked[];
  /** Live connections that are open. */
  readonly sockets: Set<WebSocket>;
  readonly streams: Set<ServerResponse>;
  close(): Promise<void>;
}

export interface TestHubOptions {
  readonly noSockets?: boolean;
  /** May answer instead of the hub: a proxy in between, or a broken connection. */
  readonly between?: (request: IncomingMessage, response: ServerResponse, nth: number) => boolean;
}

/** A refusal as the hub makes them. */
export const refusal = (code: string, message = 'No.', field?: string[]): GraphQLError =>
  new GraphQLError(message, { extensions: { code, ...(field && { field }) } });

/** A real GraphQL server of the contract over HTTP, WebSocket and server-sent events, whose answers the test gives. */
export async function startTestHub(roots: Roots, options: TestHubOptions = {}): Promise<TestHub> {
  const schema = contract();
  const asked: Asked[] = [];
  const streams = new Set<ServerResponse>();
  let requests = 0;
  const stream = createHandler({
    onSubscribe: (request, { query, variables }) => ({
      schema,
      document: parse(query),
      variableValues: variables as Record<string, unknown>,
      rootValue: roots,
      contextValue: { bearer: bearerOf(request.raw) },
    }),
  });
  const server = createServer(async (request, response) => {
    requests += 1;
    if (options.between?.(request, response, requests)) return;
    if (request.url === '/graphql/stream') {
      streams.add(response);
      response.once('close', () => streams.delete(response));
      await stream(request, response).catch(() => response.destroy());
      return;
    }
    const { query, variables } = JSON.parse(await bodyOf(request)) as {
      query: string;
      variables: Record<string, unknown>;
    };
    const bearer = bearerOf(request);
    asked.push({ operation: /(?:query|mutation) (\w+)/.exec(query)?.[1] ?? '', variables, bearer });
    const result = await graphql({
      schema,
      source: query,
      variableValues: variables,
      rootValue: roots,
      contextValue: { bearer },
    });
    answer(response, result);
  });
  const sockets = new WebSocketServer({ noServer: true });
  useServer(
    {
      schema,
      roots: { subscription: roots as Record<string, object> },
      context: ({ extra }) => ({ bearer: bearerOf(extra.request) }),
    },
    sockets,
  );
  server.on('upgrade', (request, socket, head) => {
    if (options.noSockets)
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    else
      sockets.handleUpgrade(request, socket, head, (opened) => sockets.emit('connection', opened, request));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    streams,
    sockets: sockets.clients as Set<WebSocket>,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets.clients) socket.terminate();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const bearerOf = ({ headers }: IncomingMessage): string | null =>
  headers.authorization?.replace('Bearer ', '') ?? null;

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

function answer(response: ServerResponse, result: ExecutionResult): void {
  response
    .writeHead(200, { 'content-type': 'application/graphql-response+json' })
    .end(JSON.stringify(result));
}
