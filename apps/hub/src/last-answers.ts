import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * Lets no connection hold up the stop of the hub: each ends with the answer to what was under way, and one on which nothing has been
 * asked yet, as browsers open them in advance, at once. Those in between are idle, and the server ends them itself.
 */
export function endWithLastAnswers(fastify: FastifyInstance): void {
  const { server } = fastify;
  const unused = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  for (const event of ['request', 'upgrade'])
    server.on(event, ({ socket }: { readonly socket: Socket }) => unused.delete(socket));

  let stopping = false;
  fastify.addHook('preClose', async () => {
    stopping = true;
    for (const socket of unused) socket.destroy();
  });
  fastify.addHook('onSend', async (_, reply) => {
    if (stopping) reply.header('connection', 'close');
  });
}
