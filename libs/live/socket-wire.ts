import type { Duplex } from 'node:stream';
import { type Message, stringifyMessage } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { Ending, Wire } from './connection.js';
import type { Payload } from './payload.js';

/** Codes of RFC 6455, section 7.4.1, its registry (1013), and of graphql-transport-ws. */
export const CLOSE = {
  GOING_AWAY: 1001,
  POLICY: 1008,
  TRY_AGAIN_LATER: 1013,
  UNAUTHORIZED: 4401,
  FORBIDDEN: 4403,
  TOO_MANY: 4429,
} as const;

const resume = (after: string | null): string => (after === null ? '' : ` Resume after ${after}`);

/** At most 123 bytes long, as RFC 6455, section 5.5, has it: a cursor has 48. */
const endings: Record<
  Exclude<Ending, 'SILENT'>,
  (resumeAfter: string | null) => [code: number, reason: string]
> = {
  REVOKED: () => [CLOSE.FORBIDDEN, 'What you signed in with has ended.'],
  TOO_SLOW: (after) => [CLOSE.TRY_AGAIN_LATER, `You read too slowly.${resume(after)}`],
  FAILED: (after) => [CLOSE.TRY_AGAIN_LATER, `The hub cannot go on just now.${resume(after)}`],
  GOING_AWAY: (after) => [CLOSE.GOING_AWAY, `The hub is stopping.${resume(after)}`],
};

/**
 * A connection's WebSocket. Payloads are written to the network under it, as two buffers of which the longer is the same for
 * all: the library would have them copied for each. It writes frames whole and at once, so nothing comes in between.
 */
export class SocketWire implements Wire {
  private alive = true;

  constructor(
    private readonly socket: WebSocket,
    private readonly network: Duplex,
  ) {}

  /** The other side has given a sign of life. */
  lives(): void {
    this.alive = true;
  }

  next(operationId: string, payload: Payload): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    this.network.cork();
    this.network.write(payload.messageHead(operationId));
    this.network.write(payload.messageTail);
    this.network.uncork();
  }

  buffered(): number {
    return this.socket.bufferedAmount;
  }

  whenDrained(then: () => void): void {
    this.socket.ping('', false, () => then());
  }

  beat(): boolean {
    if (!this.alive) return false;
    this.alive = false;
    this.socket.ping();
    return true;
  }

  end(ending: Ending, resumeAfter: string | null): void {
    if (ending === 'SILENT') this.socket.terminate();
    else this.close(...endings[ending](resumeAfter));
  }

  protected send(message: Message): void {
    if (this.socket.readyState === this.socket.OPEN) this.socket.send(stringifyMessage(message));
  }

  protected close(code: number, reason: string): void {
    this.socket.close(code, reason);
  }
}
