import { Logger } from '@nestjs/common';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ANONYMOUS, type Principal } from '#access';
import { type AccessDeclaration, admit } from '#contract';
import type { BasicOrBearer } from '#identity';
import { Refusal, type RefusalCode, refusalOf } from '#platform';
import {
  type Answer,
  accepts,
  DISCOVERY,
  type Endpoint,
  isEnvelopeType,
  MAX_CONTENT_LENGTH,
  READERS,
  refused,
  TaxiiError,
  type TaxiiServer,
} from '#taxii';

/** TAXII 2.1, sections 1.6.9 and 3.2. */
const CHALLENGE = {
  'www-authenticate': 'Basic realm="watchfire", charset="UTF-8", Bearer realm="watchfire"',
};

const STATUS: Record<RefusalCode, number> = {
  BAD_INPUT: 400,
  NOT_FOUND: 404,
  FORBIDDEN: 403,
  UNAUTHENTICATED: 401,
  CONFLICT: 422,
  IDEMPOTENCY_KEY_REUSED: 422,
  RATE_LIMITED: 429,
  TOO_LARGE: 413,
  TOO_COSTLY: 400,
  TIMEOUT: 503,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};

const logger = new Logger('TAXII');

type Caller = FastifyRequest & { taxiiCaller?: Principal };

/** Serves TAXII 2.1 below /taxii2/, beside the hub's other routes and by its own rules for bodies and errors. */
export async function serveTaxii(
  fastify: FastifyInstance,
  server: TaxiiServer,
  callers: BasicOrBearer,
): Promise<void> {
  await fastify.register(async (taxii) => {
    taxii.removeAllContentTypeParsers();
    taxii.addContentTypeParser('*', { parseAs: 'string', bodyLimit: MAX_CONTENT_LENGTH }, (_, body, done) =>
      done(null, body),
    );
    taxii.setErrorHandler((error: FastifyError, request, reply) => send(reply, failed(error, request)));
    // Who asks is known before a body is read.
    taxii.addHook('onRequest', async (request: Caller) => {
      if (!accepts(request.headers.accept))
        throw new TaxiiError(406, 'TAXII 2.1 is spoken here: application/taxii+json;version=2.1');
      request.taxiiCaller = await callers.authenticate(request.headers.authorization, request.ip);
      admit(accessTo(request), request.taxiiCaller);
      if (request.method === 'POST' && !isEnvelopeType(request.headers['content-type']))
        throw new TaxiiError(415, 'Send an envelope: application/taxii+json;version=2.1');
    });
    taxii.get(DISCOVERY, (_, reply) => send(reply, server.discovery()));
    const paths = new Set(server.endpoints.map(({ path }) => path));
    for (const path of paths) {
      const here = server.endpoints.filter((endpoint) => endpoint.path === path);
      const url = `${DISCOVERY}:root${path}`;
      for (const endpoint of here) route(taxii, url, endpoint, server);
      const allow = here.map(({ method }) => method).join(', ');
      const others = (['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const).filter(
        (method) => !here.some((endpoint) => endpoint.method === method),
      );
      taxii.route({ method: others, url, handler: () => notAllowed(allow) });
    }
    taxii.all(`${DISCOVERY}*`, (request, reply) => misplaced(request, reply));
    taxii.all('/taxii2', (request, reply) => misplaced(request, reply));
  });
}

function route(taxii: FastifyInstance, url: string, endpoint: Endpoint, server: TaxiiServer): void {
  taxii.route({
    method: endpoint.method,
    url,
    config: { access: endpoint.access },
    bodyLimit: MAX_CONTENT_LENGTH,
    handler: async (request: Caller, reply) => {
      const { searchParams } = new URL(request.url, 'http://hub');
      const answer = await server.answer(endpoint, {
        caller: request.taxiiCaller ?? ANONYMOUS,
        params: request.params as Record<string, string>,
        query: searchParams,
        body: typeof request.body === 'string' ? request.body : '',
      });
      return send(reply, answer);
    },
  });
}

function notAllowed(allow: string): never {
  throw new TaxiiError(405, `This takes ${allow}.`, { allow });
}

/** A path that only lacks its slash is shown the way; any other leads nowhere. TAXII 2.1, section 3.1. */
function misplaced(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { pathname, search } = new URL(request.url, 'http://hub');
  if (pathname.endsWith('/') || request.method !== 'GET')
    throw new TaxiiError(404, 'There is nothing here by that name.');
  return reply.code(308).header('location', `${pathname}/${search}`).send();
}

/** Where nothing is declared, nothing is to be found: that is told to those alone who may read. */
const accessTo = (request: FastifyRequest): AccessDeclaration =>
  (request.routeOptions.config as { readonly access?: AccessDeclaration }).access ?? READERS;

function failed(error: FastifyError | Error, request: FastifyRequest): Answer {
  if (error instanceof TaxiiError) return refused(error);
  const refusal = error instanceof Refusal ? error : refusalOf(error);
  if (refusal && refusal.code !== 'INTERNAL') {
    const status = STATUS[refusal.code];
    return refused(new TaxiiError(status, refusal.message, status === 401 ? CHALLENGE : {}));
  }
  const { statusCode } = error as FastifyError;
  if (statusCode === 413)
    return refused(new TaxiiError(413, `A body has at most ${MAX_CONTENT_LENGTH} octets.`));
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return refused(new TaxiiError(statusCode));
  logger.error(`request ${request.id}: ${error.stack ?? error.message}`);
  return refused(new TaxiiError(500));
}

/** As bytes, so that nothing is added to the media type. */
const send = (reply: FastifyReply, { status, body, headers }: Answer): FastifyReply =>
  reply.code(status).headers(headers).send(Buffer.from(body));
