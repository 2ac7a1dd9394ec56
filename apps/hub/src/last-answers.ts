import type { FastifyInstance } from 'fastify';

/** Ends each connection with the answer to what was under way when the hub began to stop: one kept open would hold up the stop. */
export function endWithLastAnswers(fastify: FastifyInstance): void {
  let stopping = false;
  fastify.addHook('preClose', async () => {
    stopping = true;
  });
  fastify.addHook('onSend', async (_, reply) => {
    if (stopping) reply.header('connection', 'close');
  });
}
