import { UnsupportedMediaTypeException } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

export const takesDocuments = (path: string): boolean => path === '/imports';

/** Documents are read as they arrive instead of being gathered in memory; no other route takes bodies of this type. */
export function rawDocuments(fastify: FastifyInstance): void {
  fastify.addContentTypeParser('application/octet-stream', (request, payload, done) => {
    const { pathname } = new URL(request.url, 'http://hub');
    if (takesDocuments(pathname)) done(null, payload);
    else done(new UnsupportedMediaTypeException());
  });
}
