import { createHash } from 'node:crypto';
import Fastify from 'fastify';
import { ANALYST_KEY, heldKeys, originKey, type Role, type Viewer } from '#access';
import { hashToken, Keyring, Seal } from '#platform';
import { releaseKeys } from '#publications';
import { RegionTree } from '#regions';
import { type CarrierRow, type FeedRow, openStore } from './reference-store.js';

/*
 * What somebody would write by hand who needs this one answer and nothing else: Fastify, two prepared statements, and the JSON that
 * the hub gives. It takes from the project the rule of who holds which keys, the names of regions and the sealing of cursors.
 */
const PAGE = 20;
const store = openStore(process.env);
const tree = new RegionTree(await store.places());
const seal = new Seal(new Keyring([process.env.WATCHFIRE_SECRET ?? '']));
/** What the hub binds the cursors of an unfiltered feed to. */
const binding = createHash('sha256').update('[{}]').digest('base64url');

function viewerOf({ person, member, kind, jurisdiction, roles, groups }: CarrierRow): Viewer {
  return {
    personId: person,
    active: true,
    since: 0,
    roles: (roles?.split(',') ?? []) as Role[],
    member: {
      id: member,
      kind,
      active: true,
      since: 0,
      jurisdiction: jurisdiction === null ? [] : tree.line(jurisdiction),
    },
    groups: (groups?.split(',') ?? []).map((id) => ({ id, since: 0 })),
  };
}

function line(row: FeedRow, held: ReadonlySet<string>) {
  const gone = row.state === 'WITHDRAWN';
  const content = JSON.parse(row.content);
  const tellsOrigin =
    (!gone && row.attribution === 'NAMED') || held.has(originKey(row.originId)) || held.has(ANALYST_KEY);
  return {
    node: {
      id: row.id,
      kind: row.kind,
      tlp: row.tlp,
      title: gone && (row.tlp === 'AMBER_STRICT' || row.tlp === 'RED') ? null : content.title,
      summary: gone ? null : content.summary,
      severity: gone ? null : content.severity,
      status: row.status,
      updatedAt: row.updatedAt,
      origin: tellsOrigin ? { id: row.originId, name: row.originName, kind: row.originKind } : null,
      audience: gone ? null : { regions: regionsOf(JSON.parse(row.audience).regions) },
      inbox: row.inbox === null ? null : { state: row.inbox, arrivedAt: row.arrivedAt, readAt: row.readAt },
    },
  };
}

const regionsOf = (codes: readonly string[]) =>
  codes.map((code) => ({ code, name: tree.region(code)?.name }));

const server = Fastify();
server.get('/readyz', async () => ({ status: 'ready' }));
server.get('/feed', async (request, reply) => {
  const token = /^Bearer (wft_[\w-]{43})$/.exec(request.headers.authorization ?? '')?.[1];
  const carrier = token && (await store.carrier(hashToken(token)));
  if (
    !carrier ||
    carrier.suspended !== null ||
    carrier.memberSuspended !== null ||
    carrier.era !== carrier.sessionEra ||
    carrier.expires <= new Date().toISOString()
  ) {
    return reply.code(401).send({ error: 'UNAUTHENTICATED' });
  }
  const held = heldKeys(viewerOf(carrier));
  const keys = releaseKeys(held);
  const { member, person } = carrier;
  const rows = await store.feed({ keys, member, person, limit: PAGE + 1 });
  const shown = rows.slice(0, PAGE);
  if (shown.some(({ tlp }) => tlp === 'RED'))
    throw new Error('To read what is red is to be audited; this server does not.');
  const edges = shown.map((row) => line(row, held));
  const last = shown.at(-1);
  const endCursor = last ? seal.seal('feed', binding, Number(last.sequence)) : null;
  reply.type('application/json; charset=utf-8');
  return JSON.stringify({
    data: { publications: { edges, pageInfo: { hasNextPage: rows.length > PAGE, endCursor } } },
  });
});

await server.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
process.once('SIGTERM', () => process.exit(0));
