import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { packageFolder } from '#platform';

/** What the console may load: its own files, and the hub's answers. Nothing inline, nothing from elsewhere, in no frame. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

const HEADERS = {
  'content-security-policy': POLICY,
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

/** The addresses of the console's pages; which of them shows what, the console decides. */
const PAGES = [
  '/',
  '/sign-in',
  '/invitation',
  '/publications',
  '/publications/*',
  '/compose',
  '/compose/*',
  '/drafts',
  '/map',
  '/map/*',
  '/preferences',
  '/indicators',
  '/import',
  '/subscriptions',
  '/members',
  '/members/*',
  '/groups',
  '/groups/*',
  '/operations',
  '/account',
  '/public',
];

/**
 * Serves the web console from the build. The page itself is kept by nobody; its files are named after what is in them, so a browser
 * keeps them for good. Where the console has not been built, as when a library is tested alone, there is none.
 */
export async function serveConsole(fastify: FastifyInstance): Promise<void> {
  const folder = join(packageFolder, 'dist/console');
  const file = join(folder, 'index.html');
  if (!existsSync(file)) return;
  const page = readFileSync(file);
  const show = (_: unknown, reply: FastifyReply) =>
    reply.headers(HEADERS).type('text/html; charset=utf-8').send(page);
  for (const path of PAGES) fastify.get(path, show);
  await fastify.register(fastifyStatic, {
    root: join(folder, 'console'),
    prefix: '/console/',
    index: false,
    decorateReply: false,
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
  });
}
