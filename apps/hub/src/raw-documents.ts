import { UnsupportedMediaTypeException } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

/** Documents are read as they arrive instead of being gathered in memory; no other route takes bodies of this type. */
export function rawDocuments(fastify: FastifyInstance): void {
  fastify.addContentTypeParser('application/octet-stream', (request, payload, done) => {
    const { pathname } = new URL(request.url, 'http://hub');
    if (pathname === '/imports') done(null, payload);
    else done(new UnsupportedMediaTypeException());
  });
}
