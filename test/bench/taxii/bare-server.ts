import Fastify from 'fastify';
import { completed } from '#indicators';
import { hashToken, Keyring, Seal } from '#platform';
import { openBareStore } from './bare-store.js';

/*
 * What somebody would write by hand who needs a page of objects and nothing else: Fastify, a look at the API key, the rows by SQL,
 * and the bytes that the hub sends. Which keys its one reader holds it is told, where the hub works them out.
 */
const LIMIT = 100;
const TYPE = 'application/taxii+json;version=2.1';
const store = openBareStore(process.env);
const seal = new Seal(new Keyring([process.env.WATCHFIRE_SECRET ?? '']));
const keys = JSON.parse(process.env.WATCHFIRE_BENCH_KEYS ?? '[]') as string[];

const written = (added: number): string =>
  `${new Date(Math.floor(added / 1_000)).toISOString().slice(0, -1)}${String(added % 1_000).padStart(3, '0')}Z`;

const server = Fastify();
server.get('/readyz', async () => ({ status: 'ready' }));
server.get('/taxii2/community/collections/all/objects/', async (request, reply) => {
  const token = /^Bearer (wfk_[\w-]{43})$/.exec(request.headers.authorization ?? '')?.[1];
  const person = token && (await store.person(hashToken(token)));
  if (!person || person.expires <= new Date().toISOString()) return reply.code(401).send();
  const { added_after: moment } = request.query as { added_after?: string };
  const after = moment === undefined ? 0 : await store.placeOf(Date.parse(moment) * 1_000);
  const rows = await store.page(keys, after, LIMIT + 1);
  const shown = rows.slice(0, LIMIT);
  const [first, last] = [shown[0], shown.at(-1)];
  if (first && last) {
    reply.header('x-taxii-date-added-first', written(Number(first.added)));
    reply.header('x-taxii-date-added-last', written(Number(last.added)));
  }
  const next = rows.length > LIMIT && last ? seal.seal('taxii', moment ?? '', Number(last.sequence)) : null;
  const objects = shown.map((row) => completed(row, ''));
  const more = next === null ? '' : `"more":true,"next":"${next}",`;
  reply.header('content-type', TYPE);
  return reply.send(Buffer.from(`{${more}"objects":[${objects.join(',')}]}`));
});

await server.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
process.once('SIGTERM', () => process.exit(0));
