import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { CloseCode, GRAPHQL_TRANSPORT_WS_PROTOCOL, handleProtocols } from 'graphql-ws';
import { type ServerOptions, WebSocket, WebSocketServer } from 'ws';
import { Refusal } from '#platform';
import { type SessionOptions, SocketSession } from './socket-session.js';
import { CLOSE } from './socket-wire.js';

/** A socket that knows its session: handlers that need no closure of their own are a good part of what a connection costs. */
class SessionSocket extends WebSocket {
  session: SocketSession | undefined;
}

const CLOSE_MS = 5_000;
const LOOK_MS = 10;

/** Serves graphql-transport-ws on the sockets that an HTTP server hands over. */
export class WebSocketTransport {
  private readonly sockets: WebSocketServer;

  constructor(private readonly options: SessionOptions) {
    const settings: ServerOptions & { readonly closeTimeout: number } = {
      noServer: true,
      perMessageDeflate: false,
      maxPayload: options.limits.messageBytes,
      closeTimeout: CLOSE_MS,
      handleProtocols,
      WebSocket: SessionSocket,
    };
    this.sockets = new WebSocketServer(settings);
  }

  /** Takes over a connection that asks for a WebSocket, or refuses it. */
  upgrade(request: IncomingMessage, network: Duplex, head: Buffer): void {
    const { door } = this.options;
    network.on('error', destroy);
    try {
      const address = door.knock(request);
      const gone = () => door.gone(address);
      network.once('close', gone);
      this.sockets.handleUpgrade(request, network, head, (socket) => {
        network.off('error', destroy).off('close', gone);
        this.open(socket as SessionSocket, network, request, address);
      });
    } catch (error) {
      refuse(network, error instanceof Refusal && error.code === 'RATE_LIMITED' ? 429 : 403);
    }
  }

  /** Closes what is still open, and what does not close in time. */
  async close(withinMs: number): Promise<void> {
    for (const socket of this.sockets.clients) socket.close(CLOSE.GOING_AWAY, 'The hub is stopping.');
    const until = Date.now() + withinMs;
    while (this.sockets.clients.size > 0 && Date.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
    for (const socket of this.sockets.clients) socket.terminate();
  }

  private open(socket: SessionSocket, network: Duplex, { headers }: IncomingMessage, address: string): void {
    const { cookie, authorization, 'user-agent': userAgent = null } = headers;
    const credentials = { cookie, authorization, address, userAgent };
    socket.session = new SocketSession(socket, network, this.options, address, credentials);
    socket.on('message', onMessage).on('pong', onPong).on('error', terminate).on('close', onClose);
    if (socket.protocol !== GRAPHQL_TRANSPORT_WS_PROTOCOL)
      socket.close(CloseCode.SubprotocolNotAcceptable, 'Subprotocol not acceptable');
  }
}

const sessionOf = (socket: WebSocket): SocketSession | undefined => (socket as SessionSocket).session;

function onMessage(this: WebSocket, data: WebSocket.RawData): void {
  void sessionOf(this)?.receive(String(data));
}

function onPong(this: WebSocket): void {
  sessionOf(this)?.lives();
}

function onClose(this: WebSocket): void {
  sessionOf(this)?.closed();
}

function terminate(this: WebSocket): void {
  this.terminate();
}

function destroy(this: Duplex): void {
  this.destroy();
}

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
