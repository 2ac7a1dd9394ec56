import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { internal, Refusal, type RefusalCode } from '#platform';
import type { Connection } from './connection.js';
import type { Door } from './door.js';
import { EVENT_STREAM_HEADERS, EventWire } from './event-wire.js';
import type { LiveContract } from './ports.js';
import { errorsOf, type SubscriptionRequest, type Subscriptions } from './subscriptions.js';

export interface EventStreamOptions {
  readonly door: Door;
  readonly contract: Pick<LiveContract, 'present'>;
  readonly subscriptions: Subscriptions;
  /** Bytes of a request's body at most. */
  readonly bodyLimit: number;
  readonly report: (error: unknown) => void;
}

/** Which status a refusal before the stream begins has. */
const STATUS: Partial<Record<RefusalCode, number>> = {
  BAD_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
};

const OPERATION_ID = '';

/**
 * Serves one subscription a request as server-sent events, for networks that do not let WebSockets through: graphql-sse,
 * distinct connections mode. What is wrong with the request is a status; what is wrong with the subscription is told in
 * the stream, as the protocol has it.
 */
export class EventStreamTransport {
  constructor(private readonly options: EventStreamOptions) {}

  register(fastify: FastifyInstance, path: string): void {
    const { bodyLimit } = this.options;
    fastify.post(path, { bodyLimit }, (request, reply) => this.serve(request, reply));
  }

  private async serve(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const { headers } = request;
    if (!accepts(headers.accept)) return this.refuse(reply, 406, 'This is served as text/event-stream only.');
    if (!isJson(headers['content-type']))
      return this.refuse(reply, 415, 'Send the request as application/json.');
    try {
      return await this.open(request, reply);
    } catch (error) {
      const refusal = error instanceof Refusal ? error : internal({ cause: error });
      if (refusal !== error) this.options.report(error);
      return this.refuse(reply, STATUS[refusal.code] ?? 500, refusal.message, refusal.code);
    }
  }

  private async open(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const { door } = this.options;
    const { cookie, authorization, 'user-agent': userAgent = null } = request.headers;
    const address = door.knock(request.raw);
    reply.raw.once('close', () => door.gone(address));
    const wire = new EventWire(reply.raw);
    const connection = await door.enter(wire, { cookie, authorization, address, userAgent });
    reply.raw.once('close', () => door.leave(connection));
    if (reply.raw.destroyed) door.leave(connection);
    reply.hijack();
    begin(request.raw, reply.raw, reply.getHeaders());
    await this.subscribe(connection, wire, request, { address, userAgent });
    return reply;
  }

  private async subscribe(
    connection: Connection,
    wire: EventWire,
    { body }: FastifyRequest,
    client: { readonly address: string; readonly userAgent: string | null },
  ): Promise<void> {
    try {
      await this.options.subscriptions.open(
        connection,
        OPERATION_ID,
        (body ?? {}) as SubscriptionRequest,
        client,
      );
    } catch (error) {
      this.options.door.leave(connection);
      wire.fail(errorsOf(error).map((one) => this.options.contract.present(one)));
    }
  }

  private refuse(
    reply: FastifyReply,
    status: number,
    message: string,
    code: RefusalCode = 'BAD_INPUT',
  ): FastifyReply {
    return reply
      .status(status)
      .header('content-type', 'application/json; charset=utf-8')
      .send({ errors: [{ message, extensions: { code } }] });
  }
}

/** What the client is told first, so that it and whatever lies between know that a stream has begun. */
function begin({ socket }: IncomingMessage, response: ServerResponse, headers: object): void {
  socket.setTimeout(0);
  socket.setNoDelay(true);
  response.writeHead(200, { ...headers, ...EVENT_STREAM_HEADERS });
  response.write(':\n\n');
}

const accepts = (accept = '*/*'): boolean =>
  accept.split(',').some((range) => /^\s*(text\/event-stream|text\/\*|\*\/\*)\s*(;|$)/i.test(range));

const isJson = (contentType = ''): boolean => /^application\/json\s*(;|$)/i.test(contentType.trim());
