import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type Context, handleProtocols, makeServer, type Server } from 'graphql-ws';
import { type ServerOptions, type WebSocket, WebSocketServer } from 'ws';
import { badInput, Refusal, type RefusalCode, rateLimited } from '#platform';
import type { Door, Entered } from './door.js';
import type { LiveLimits } from './limits.js';
import type { Credentials, LiveContract } from './ports.js';
import { CLOSE, SocketWire } from './socket-wire.js';
import { errorsOf, type Subscribed, type SubscriptionRequest, type Subscriptions } from './subscriptions.js';

export interface WebSocketOptions {
  readonly door: Door;
  readonly contract: Pick<LiveContract, 'schema' | 'present'>;
  readonly subscriptions: Subscriptions;
  readonly limits: LiveLimits;
  readonly report: (error: unknown) => void;
}

/** One socket from its handshake to its end. */
interface Session {
  readonly socket: WebSocket;
  readonly wire: SocketWire;
  /** What the handshake said of the client; dropped once it has been used. */
  credentials: Credentials;
  entered: Entered | null;
  closed: boolean;
}

type Init = Record<string, unknown> | undefined;

const LONGEST_OPERATION_ID = 100;
const CLOSE_MS = 5_000;

const TRY_AGAIN = [CLOSE.TRY_AGAIN_LATER, 'The hub cannot do this just now. Try again soon.'] as const;
const TURNED_AWAY: Partial<Record<RefusalCode, readonly [code: number, reason: string]>> = {
  UNAUTHENTICATED: [CLOSE.UNAUTHORIZED, 'What you sign in with is not good, or has ended.'],
  FORBIDDEN: [CLOSE.FORBIDDEN, 'You may not do this.'],
  RATE_LIMITED: [CLOSE.TOO_MANY, 'Too many connections or tries.'],
};

/**
 * Serves graphql-transport-ws. The protocol is graphql-ws's; results do not pass through it but go from the live
 * hub straight to the socket.
 */
export class WebSocketTransport {
  private readonly sockets: WebSocketServer;
  private readonly protocol: Server<Session>;

  constructor(private readonly options: WebSocketOptions) {
    const { limits, contract } = options;
    const settings: ServerOptions & { readonly closeTimeout: number } = {
      noServer: true,
      perMessageDeflate: false,
      maxPayload: limits.messageBytes,
      closeTimeout: CLOSE_MS,
      handleProtocols,
    };
    this.sockets = new WebSocketServer(settings);
    this.protocol = makeServer<Init, Session>({
      connectionInitWaitTimeout: limits.initMs,
      onConnect: (context) => this.connect(context),
      onSubscribe: async (context, id, payload) => {
        const opened = await this.subscribe(context, id, payload);
        if (!('stream' in opened)) return opened;
        const { document, operationName, stream } = opened;
        return {
          schema: contract.schema,
          document,
          operationName: operationName ?? null,
          contextValue: stream,
        };
      },
      subscribe: ({ contextValue }) => contextValue as Subscribed['stream'],
      onError: (_, __, ___, errors) => errors.map((error) => contract.present(error)),
    });
  }

  /** Takes over a connection that asks for a WebSocket, or refuses it. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', destroy);
    try {
      const { address, leave } = this.options.door.knock(request);
      socket.once('close', leave);
      this.sockets.handleUpgrade(request, socket, head, (webSocket) =>
        this.open(webSocket, socket, request, address),
      );
    } catch (error) {
      refuse(socket, error instanceof Refusal && error.code === 'RATE_LIMITED' ? 429 : 403);
    }
  }

  /** Closes what is still open, and what does not close in time. */
  async close(withinMs: number): Promise<void> {
    for (const socket of this.sockets.clients) socket.close(CLOSE.GOING_AWAY, 'The hub is stopping.');
    const until = Date.now() + withinMs;
    while (this.sockets.clients.size > 0 && Date.now() < until)
      await new Promise((resolve) => setTimeout(resolve, 10));
    for (const socket of this.sockets.clients) socket.terminate();
  }

  private open(socket: WebSocket, network: Duplex, { headers }: IncomingMessage, address: string): void {
    const { cookie, authorization, 'user-agent': userAgent = null } = headers;
    const wire = new SocketWire(socket, network);
    const credentials = { cookie, authorization, address, userAgent };
    const session: Session = { socket, wire, credentials, entered: null, closed: false };
    const closed = this.protocol.opened(
      {
        protocol: socket.protocol,
        send: (data) => {
          if (socket.readyState === socket.OPEN) socket.send(data);
        },
        close: (code, reason) => socket.close(code, reason),
        onMessage: (take) => socket.on('message', (data) => void this.receive(session, String(data), take)),
      },
      session,
    );
    socket.on('error', terminate);
    socket.once('close', (code, reason) => {
      session.closed = true;
      session.entered?.leave();
      closed(code, String(reason)).catch(this.options.report);
    });
  }

  private async receive(
    session: Session,
    data: string,
    take: (data: string) => Promise<void>,
  ): Promise<void> {
    const { wire, socket } = session;
    wire.messages += 1;
    if (wire.messages > this.options.limits.messagesPerBeat)
      return socket.close(CLOSE.POLICY, 'Too many messages.');
    try {
      await take(data);
    } catch (error) {
      this.options.report(error);
      socket.close(CLOSE.INTERNAL, 'Something went wrong in the hub.');
    }
  }

  private async connect({ extra: session, connectionParams }: Context<Init, Session>): Promise<boolean> {
    const { wire, socket, credentials } = session;
    const given = connectionParams?.authorization ?? connectionParams?.Authorization;
    const authorization = typeof given === 'string' ? given : credentials.authorization;
    session.credentials = { ...credentials, cookie: undefined, authorization: undefined };
    try {
      const entered = await this.options.door.enter(wire, { ...credentials, authorization });
      session.entered = entered;
      if (session.closed) entered.leave();
      return !session.closed;
    } catch (error) {
      if (!(error instanceof Refusal)) this.options.report(error);
      socket.close(...(TURNED_AWAY[error instanceof Refusal ? error.code : 'INTERNAL'] ?? TRY_AGAIN));
      return false;
    }
  }

  private async subscribe(
    { extra: { entered, socket, credentials }, subscriptions }: Context<Init, Session>,
    id: string,
    request: SubscriptionRequest,
  ): Promise<Subscribed | ReturnType<typeof errorsOf>> {
    if (!entered || id.length > LONGEST_OPERATION_ID) {
      socket.close(CLOSE.BAD_REQUEST, 'The id of the operation is too long.');
      return errorsOf(badInput(['id'], 'The id of the operation is too long.'));
    }
    if (Object.keys(subscriptions).length > this.options.limits.operations) {
      return errorsOf(rateLimited('Too many subscriptions on one connection.'));
    }
    try {
      return await this.options.subscriptions.open(entered.connection, id, request, credentials);
    } catch (error) {
      return errorsOf(error);
    }
  }
}

/** Listeners that keep nothing alive but what they listen to. */
function destroy(this: Duplex): void {
  this.destroy();
}

function terminate(this: WebSocket): void {
  this.terminate();
}

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
