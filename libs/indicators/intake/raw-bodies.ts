import { UnsupportedMediaTypeException } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

/** Media types of lists, which are read line by line as they arrive. */
export const LINES = { plain: 'text/plain', json: 'application/x-ndjson' } as const;

const LISTS = '/indicators';

/**
 * Lets lists of indicators be read as they arrive, instead of gathering them in memory. Bodies of these types are for nothing
 * else here.
 */
export function rawBodies(fastify: FastifyInstance): void {
  fastify.removeContentTypeParser(LINES.plain);
  for (const type of Object.values(LINES)) {
    fastify.addContentTypeParser(type, (request, payload, done) => {
      const { pathname } = new URL(request.url, 'http://hub');
      if (pathname === LISTS || pathname.startsWith(`${LISTS}/`)) done(null, payload);
      else done(new UnsupportedMediaTypeException());
    });
  }
}
