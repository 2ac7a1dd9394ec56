import { errorCodes, type FastifyInstance } from 'fastify';

const UNSUBSCRIBE = '/mail/unsubscribe/';

/** Mail programs may post a one-click unsubscription as a form of several parts (RFC 8058, section 3.1); nothing else comes so. */
export function takeOneClick(fastify: FastifyInstance): void {
  fastify.addContentTypeParser('multipart/form-data', { parseAs: 'buffer' }, (request, _, done) => {
    if (request.url.startsWith(UNSUBSCRIBE)) done(null, undefined);
    else done(new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE(request.headers['content-type']));
  });
}
