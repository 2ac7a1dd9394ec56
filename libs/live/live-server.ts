import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { Door } from './door.js';
import { EventStreamTransport } from './event-stream.js';
import type { LiveHub } from './live-hub.js';
import type { LiveContract } from './ports.js';
import { Subscriptions } from './subscriptions.js';
import { WebSocketTransport } from './websocket.js';

export interface LiveServerOptions {
  readonly hub: LiveHub;
  readonly contract: LiveContract;
  /** Lower-case origins of the pages that may connect. */
  readonly allowedOrigins: readonly string[];
  /** Who is at the other end, past trusted proxies. */
  readonly addressOf?: (request: IncomingMessage) => string;
  readonly newId: () => string;
  readonly report: (error: unknown) => void;
}

export const WEBSOCKET_PATH = '/graphql';
export const EVENT_STREAM_PATH = '/graphql/stream';

const CLOSE_MS = 2_000;

/** Live delivery on an HTTP server: WebSocket at `/graphql`, server-sent events at `/graphql/stream`. */
export class LiveServer {
  private readonly webSocket: WebSocketTransport;
  private readonly eventStream: EventStreamTransport;

  constructor(private readonly options: LiveServerOptions) {
    const { hub, contract, report } = options;
    const { limits } = hub;
    const addressOf = options.addressOf ?? (({ socket }) => socket.remoteAddress ?? '');
    const door = new Door(hub, options.allowedOrigins, addressOf);
    const subscriptions = new Subscriptions(hub, contract, options.newId);
    this.webSocket = new WebSocketTransport({ door, contract, subscriptions, limits, report });
    this.eventStream = new EventStreamTransport({
      door,
      contract,
      subscriptions,
      report,
      bodyLimit: limits.messageBytes,
    });
  }

  /** Before the server listens: Fastify takes no routes after. */
  register(fastify: FastifyInstance): void {
    this.eventStream.register(fastify, EVENT_STREAM_PATH);
  }

  attach(server: Server): void {
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      const [path] = (request.url ?? '').split('?');
      if (path === WEBSOCKET_PATH) this.webSocket.upgrade(request, socket, head);
      else socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    });
  }

  /** Ends every connection with a code, and is done when they have closed. */
  async close(): Promise<void> {
    this.options.hub.stop();
    await this.webSocket.close(CLOSE_MS);
  }
}
