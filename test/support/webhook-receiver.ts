import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that a receiver got. */
export interface Posted {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** How a receiver answers: a status, with headers if need be, or whatever it does to the response itself. */
export type Answering = (
  posted: Posted,
  response: ServerResponse,
) => number | Record<string, string | number> | undefined;

export interface Receiver {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  readonly port: number;
  readonly posted: Posted[];
  /** All that was posted to a path. */
  at(path: string): Posted[];
  close(): Promise<void>;
}

/** A real HTTP server on loopback that takes webhooks, and answers as it is told, 204 by default. */
export async function startReceiver(answer: Answering = () => 204): Promise<Receiver> {
  const posted: Posted[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('error', () => {});
    request.on('end', () => {
      const one = {
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      };
      posted.push(one);
      const answered = answer(one, response);
      if (answered === undefined) return;
      const { status = answered, ...headers } = typeof answered === 'number' ? {} : answered;
      response.writeHead(Number(status), headers as Record<string, string>).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    posted,
    at: (path) => posted.filter((one) => one.path === path),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
