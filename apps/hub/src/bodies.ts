import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';

/** What is read as it arrives may take long, as long as it keeps coming; anything else has to be whole in time. */
export type KeepsComing = (path: string) => boolean;

/** Of a body that nobody wants any more. Bytes; what is longer, or takes longer, is ended with its connection. */
const MOST_LEFT = 33_554_432;
const TOO_LATE = 'HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n';

/**
 * Ends requests whose body is late, and reads what is left of a body when its answer is already given: the next request of its
 * connection would else wait behind it without end.
 * @param limit until a body is whole or, of one that may take long, until the next of it comes. Milliseconds
 */
export function guardBodies(fastify: FastifyInstance, limit: number, keepsComing: KeepsComing): void {
  fastify.addHook('onRequest', async ({ raw }, reply) => {
    if (!hasBody(raw)) return;
    const path = (raw.url ?? '').split('?', 1)[0] ?? '';
    const timer = keepsComing(path)
      ? setInterval(endUnlessComing(raw, reply.raw), limit)
      : setTimeout(() => end(raw, reply.raw), limit);
    const stop = () => clearTimeout(timer);
    raw.once('close', stop);
    raw.once('end', stop);
    reply.raw.once('close', stop);
  });
  fastify.addHook('onResponse', async ({ raw }) => leave(raw, limit));
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** Nothing came since the last time, though the hub had taken all that was there. */
function endUnlessComing(request: IncomingMessage, response: ServerResponse): () => void {
  let come = request.socket.bytesRead;
  return () => {
    const { bytesRead } = request.socket;
    if (bytesRead === come && request.readableLength === 0) end(request, response);
    come = bytesRead;
  };
}

function end(request: IncomingMessage, response: ServerResponse): void {
  if (request.complete) return;
  if (!response.headersSent) request.socket.write(TOO_LATE);
  request.destroy();
}

function leave(request: IncomingMessage, limit: number): void {
  if (request.complete || request.readableEnded || request.destroyed) return;
  let left = 0;
  request.removeAllListeners('readable');
  request.on('data', (chunk: Buffer) => {
    left += chunk.length;
    if (left > MOST_LEFT) request.destroy();
  });
  request.on('error', () => {});
  const timer = setTimeout(() => request.destroy(), limit);
  for (const over of ['end', 'close']) request.once(over, () => clearTimeout(timer));
  request.resume();
}
