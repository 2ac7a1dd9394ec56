import type { Duplex } from 'node:stream';
import { CloseCode, type Message, MessageType, parseMessage } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { Refusal, type RefusalCode, rateLimited } from '#platform';
import type { Connection, Listener, Watcher } from './connection.js';
import type { Door } from './door.js';
import type { LiveLimits } from './limits.js';
import type { Credentials, LiveContract } from './ports.js';
import { CLOSE, SocketWire } from './socket-wire.js';
import { errorsOf, type SubscriptionRequest, type Subscriptions } from './subscriptions.js';

export interface SessionOptions {
  readonly door: Door;
  readonly contract: Pick<LiveContract, 'present'>;
  readonly subscriptions: Subscriptions;
  readonly limits: LiveLimits;
  readonly report: (error: unknown) => void;
}

/** A subscription of a session: asked for, and then listened to. */
interface Operation {
  readonly id: string;
  listener: Listener | Watcher | null;
}

const LONGEST_OPERATION_ID = 100;

const TRY_AGAIN = [CLOSE.TRY_AGAIN_LATER, 'The hub cannot do this just now. Try again soon.'] as const;
const TURNED_AWAY: Partial<Record<RefusalCode, readonly [code: number, reason: string]>> = {
  UNAUTHENTICATED: [CLOSE.UNAUTHORIZED, 'What you sign in with is not good, or has ended.'],
  FORBIDDEN: [CLOSE.FORBIDDEN, 'You may not do this.'],
  RATE_LIMITED: [CLOSE.TOO_MANY, 'Too many connections or tries.'],
};

/**
 * The server's side of graphql-transport-ws on one socket, by the headings of graphql-ws's PROTOCOL.md. That library's own server
 * takes as much memory for a silent subscription as all the rest of the connection; its parser and its names are used.
 */
export class SocketSession extends SocketWire {
  private stage: 'OPENED' | 'INTRODUCED' | 'ACKNOWLEDGED' | 'CLOSED' = 'OPENED';
  private connection: Connection | null = null;
  /** Few; an array that has grown by itself keeps room for many. */
  private operations: readonly Operation[] = [];
  private waiting: NodeJS.Timeout | undefined;
  private received = 0;

  /** @param credentials what the handshake said; dropped once it has been used */
  constructor(
    socket: WebSocket,
    network: Duplex,
    private readonly options: SessionOptions,
    readonly address: string,
    private credentials: Credentials | null,
  ) {
    super(socket, network);
    this.waiting = setTimeout(() => {
      this.close(CloseCode.ConnectionInitialisationTimeout, 'Connection initialisation timeout');
    }, options.limits.initMs);
  }

  override beat(): boolean {
    this.received = 0;
    return super.beat();
  }

  async receive(data: string): Promise<void> {
    this.received += 1;
    if (this.received > this.options.limits.messagesPerBeat)
      return this.close(CLOSE.POLICY, 'Too many messages.');
    let message: Message;
    try {
      message = parseMessage(data);
    } catch {
      return this.invalid();
    }
    try {
      await this.take(message);
    } catch (error) {
      this.options.report(error);
      this.close(CloseCode.InternalServerError, 'Something went wrong in the hub.');
    }
  }

  /** The socket is closed, by whichever side. */
  closed(): void {
    this.stage = 'CLOSED';
    clearTimeout(this.waiting);
    this.operations = [];
    this.options.door.gone(this.address);
    if (this.connection) this.options.door.leave(this.connection);
  }

  private async take(message: Message): Promise<void> {
    switch (message.type) {
      case MessageType.ConnectionInit:
        return this.introduce(message.payload ?? {});
      case MessageType.Ping:
        return this.send({
          type: MessageType.Pong,
          ...(message.payload ? { payload: message.payload } : {}),
        });
      case MessageType.Pong:
        return;
      case MessageType.Subscribe:
        return this.subscribe(message.id, message.payload);
      case MessageType.Complete:
        return this.complete(message.id);
      default:
        return this.invalid();
    }
  }

  /** ConnectionInit, answered by ConnectionAck. */
  private async introduce({ authorization, Authorization }: Record<string, unknown>): Promise<void> {
    const { credentials } = this;
    if (this.stage !== 'OPENED' || !credentials) {
      return this.close(CloseCode.TooManyInitialisationRequests, 'Too many initialisation requests');
    }
    this.stage = 'INTRODUCED';
    this.credentials = null;
    clearTimeout(this.waiting);
    this.waiting = undefined;
    const given = authorization ?? Authorization;
    try {
      const presented = typeof given === 'string' ? { ...credentials, authorization: given } : credentials;
      this.connection = await this.options.door.enter(this, presented);
    } catch (error) {
      if (!(error instanceof Refusal)) this.options.report(error);
      return this.close(...(TURNED_AWAY[error instanceof Refusal ? error.code : 'INTERNAL'] ?? TRY_AGAIN));
    }
    if (this.isClosed()) return this.options.door.leave(this.connection);
    this.stage = 'ACKNOWLEDGED';
    this.send({ type: MessageType.ConnectionAck });
  }

  /** Subscribe; an Error ends it before it begins. */
  private async subscribe(id: string, request: SubscriptionRequest): Promise<void> {
    if (this.stage !== 'ACKNOWLEDGED' || !this.connection)
      return this.close(CloseCode.Unauthorized, 'Unauthorized');
    if (id.length > LONGEST_OPERATION_ID) return this.invalid();
    if (this.operations.some((known) => known.id === id)) {
      return this.close(CloseCode.SubscriberAlreadyExists, `Subscriber for ${id} already exists`);
    }
    const operation: Operation = { id, listener: null };
    this.operations = this.operations.concat(operation);
    try {
      if (this.operations.length > this.options.limits.operations) {
        throw rateLimited('Too many subscriptions on one connection.');
      }
      const client = { address: this.address, userAgent: null };
      operation.listener = await this.options.subscriptions.open(this.connection, id, request, client);
      if (!this.operations.includes(operation)) this.options.subscriptions.close(operation.listener);
    } catch (error) {
      const errors = errorsOf(error).map((one) => this.options.contract.present(one));
      if (this.forget(operation)) this.send({ id, type: MessageType.Error, payload: errors });
    }
  }

  /** Complete, of what is known; of anything else it is no fault. */
  private complete(id: string): void {
    const operation = this.operations.find((known) => known.id === id);
    if (!operation) return;
    this.forget(operation);
    if (operation.listener) this.options.subscriptions.close(operation.listener);
  }

  private forget(operation: Operation): boolean {
    const known = this.operations.includes(operation);
    this.operations = this.operations.filter((one) => one !== operation);
    return known;
  }

  /** Invalid message. */
  private invalid(): void {
    this.close(CloseCode.BadRequest, 'Invalid message received');
  }

  private isClosed(): boolean {
    return this.stage === 'CLOSED';
  }
}
