import { randomUUID } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { BasicOrBearer } from '#identity';
import { loggerOf } from '#platform';
import { TaxiiServer } from '#taxii';
import { guardBodies } from './bodies.js';
import { serveConsole } from './console.js';
import { serveExplorer } from './explorer.js';
import { HubModule, type HubOptions } from './hub.module.js';
import { endWithLastAnswers } from './last-answers.js';
import { takeOneClick } from './one-click.js';
import { rawDocuments, takesDocuments } from './raw-documents.js';
import { rawLists, takesLists } from './raw-lists.js';
import { serveTaxii } from './taxii.js';

/** Headers of every answer: nothing of the hub is to be framed, guessed at or kept by what stands between. */
const HEADERS = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** Builds the hub, without listening yet. */
export async function createHub(options: HubOptions): Promise<NestFastifyApplication> {
  const { config } = options;
  const limit = (config.requestTimeoutSeconds + 5) * 1_000;
  const adapter = new FastifyAdapter({
    bodyLimit: config.bodyLimitKb * 1024,
    trustProxy: config.trustProxy > 0 && ((_: string, hop: number) => hop < config.trustProxy),
    genReqId: () => randomUUID(),
    // Bodies have a limit of their own: see `guardBodies`.
    http: { headersTimeout: limit, requestTimeout: 0 },
    forceCloseConnections: 'idle',
  });
  const app = await NestFactory.create<NestFastifyApplication>(HubModule.forRoot(options), adapter, {
    logger: loggerOf(config),
    abortOnError: false,
  });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onSend', async (_, reply) => {
    for (const [name, value] of Object.entries(HEADERS))
      if (!reply.hasHeader(name)) reply.header(name, value);
  });
  endWithLastAnswers(fastify);
  guardBodies(fastify, limit, (path) => takesLists(path) || takesDocuments(path));
  rawLists(fastify);
  takeOneClick(fastify);
  rawDocuments(fastify);
  await serveTaxii(
    fastify,
    app.get(TaxiiServer, { strict: false }),
    app.get(BasicOrBearer, { strict: false }),
  );
  await serveExplorer(fastify);
  await serveConsole(fastify);
  return app;
}
