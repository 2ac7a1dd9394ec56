import { UnsupportedMediaTypeException } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { LINES } from '#indicators';

const LISTS = '/indicators';

export const takesLists = (path: string): boolean => path === LISTS || path.startsWith(`${LISTS}/`);

/**
 * Lets lists of indicators be read as they arrive, instead of gathering them in memory. Bodies of these types are for nothing
 * else here.
 */
export function rawLists(fastify: FastifyInstance): void {
  fastify.removeContentTypeParser(LINES.plain);
  for (const type of Object.values(LINES)) {
    fastify.addContentTypeParser(type, (request, payload, done) => {
      const { pathname } = new URL(request.url, 'http://hub');
      if (takesLists(pathname)) done(null, payload);
      else done(new UnsupportedMediaTypeException());
    });
  }
}
