import fastifyStatic from '@fastify/static';
import { getDistDirectory, renderAltair } from 'altair-static';
import type { FastifyInstance } from 'fastify';

/** What the explorer's page may load: everything from the hub itself, nothing from elsewhere. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "frame-ancestors 'none'",
].join('; ');

const FIRST_QUERY = `# Sign in first: run SignIn, then look around. The docs are on the right.
mutation SignIn {
  signIn(input: { email: "", password: "" }) { viewer { member { name } roles } }
}

query Feed {
  publications(first: 5) { edges { node { tlpLabel kind title updatedAt } } }
}

subscription Live {
  releases { what publication { tlpLabel title } }
}
`;

/** A page to explore the contract with, at /explorer. It needs nothing but the hub. */
export async function serveExplorer(fastify: FastifyInstance): Promise<void> {
  const page = renderAltair({
    baseURL: '/explorer/',
    endpointURL: '/graphql',
    subscriptionsEndpoint: '/graphql',
    initialSubscriptionRequestHandlerId: 'graphql-ws',
    initialQuery: FIRST_QUERY,
    disableAccount: true,
    initialSettings: { 'banners.disable': true, 'alert.disableUpdateNotification': true },
  });
  await fastify.register(fastifyStatic, { root: getDistDirectory(), prefix: '/explorer/', index: false });
  fastify.get('/explorer', (_, reply) =>
    reply
      .headers({ 'content-security-policy': POLICY, 'referrer-policy': 'no-referrer' })
      .type('text/html; charset=utf-8')
      .send(page),
  );
}
