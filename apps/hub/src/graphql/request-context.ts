import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RequestContext } from '#contract';
import type { Authenticator } from '#identity';

/** Who asks, and where the answer goes, for one HTTP request. */
export async function requestContext(
  authenticator: Authenticator,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<RequestContext> {
  const client = { address: request.ip, userAgent: request.headers['user-agent'] ?? null };
  const cookies: string[] = [];
  const jar = {
    setCookie(header: string) {
      cookies.push(header);
      void reply.header('set-cookie', cookies);
    },
  };
  const { cookie, authorization } = request.headers;
  const principal = await authenticator.authenticate({ cookie, authorization }, jar);
  return { principal, requestId: request.id, loaders: new Map(), reply: jar, client };
}
