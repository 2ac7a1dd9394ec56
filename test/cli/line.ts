import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';

/** The network between somebody and the hub: it can break, and it may let no WebSocket through. */
export interface Line {
  readonly url: string;
  /** Breaks everything that is connected now. */
  cut(): void;
  close(): Promise<void>;
}

export async function lineTo(hub: string, { noSockets = false } = {}): Promise<Line> {
  const { hostname, port } = new URL(hub);
  const open = new Set<Socket>();
  const keep = (socket: Socket) => {
    open.add(socket);
    socket.on('error', () => socket.destroy()).once('close', () => open.delete(socket));
  };
  const server = createServer((near) => {
    keep(near);
    near.once('data', (head) => {
      if (noSockets && /^upgrade: websocket/im.test(head.toString('latin1'))) {
        near.destroy();
        return;
      }
      const far = connect(Number(port), hostname);
      keep(far);
      far.write(head);
      near.pipe(far).pipe(near);
      near.once('close', () => far.destroy());
      far.once('close', () => near.destroy());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut,
    close: () => {
      cut();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
