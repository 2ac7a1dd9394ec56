import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import WebSocket from 'ws';
import { readConfig } from '#platform';
import type { Bench, BenchEngine, BenchOptions } from '../bench.js';
import { community } from '../data/community.js';
import { fill } from '../data/fill.js';
import { Server } from '../http/processes.js';
import { tokensFor } from '../live/tokens.js';
import type { Report } from '../report/report.js';
import { median, round } from '../report/statistics.js';

const HUB = 'apps/hub/src/main.js';
const MEMBERS = 4_000;
const WHOLE = 60;
const QUICK = 10;
/** Within which nothing is sent any more once a right has ended. Milliseconds. */
const PROMISE = 1_000;

const SUBSCRIBE = 'subscription { releases { cursor } }';
const SIGN_OUT = 'mutation { signOut { __typename } }';

interface Found {
  readonly where: string;
  /** Milliseconds, one a listener. */
  readonly times: readonly number[];
}

/** How long somebody who listens goes on listening after they have signed out: at the same hub, and at another on the same database. */
export const bench: Bench = async (options) => {
  const found: Found[] = [];
  for (const engine of options.engines) found.push(...(await onEngine(engine, options)));
  return reportOf(found);
};

async function onEngine(engine: BenchEngine, { quick, say }: BenchOptions): Promise<Found[]> {
  const place = await engine.place();
  const servers: Server[] = [];
  try {
    const env = { ...place.env, WATCHFIRE_SECRET: randomBytes(32).toString('hex') };
    const config = readConfig({ NODE_ENV: 'test', ...env });
    const people = community(MEMBERS);
    await fill({ config, community: people, publications: 100, whole: false });
    const count = quick ? QUICK : WHOLE;
    const listeners = people.members.flatMap((member) => member.people).slice(0, 2 * count);
    const tokens = await tokensFor(config, listeners);
    servers.push(await Server.start(HUB, env));
    if (engine.name === 'PostgreSQL') servers.push(await Server.start(HUB, env));
    const [signingOut] = servers;
    const found: Found[] = [];
    for (const [place, server] of servers.entries()) {
      const times: number[] = [];
      for (const token of tokens.slice(place * count, (place + 1) * count))
        times.push(await cutOff(server.origin, signingOut?.origin ?? '', token));
      found.push({ where: `${engine.name}, ${place === 0 ? 'the same hub' : 'another hub'}`, times });
      say(`${found.at(-1)?.where}: ${count} cut off`);
    }
    return found;
  } finally {
    for (const server of servers) await server.stop();
    await place.remove();
  }
}

/** @returns milliseconds from the answer to signing out until the socket is closed */
async function cutOff(listening: string, signingOut: string, token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` };
  const socket = new WebSocket(`${listening.replace('http', 'ws')}/graphql`, ['graphql-transport-ws']);
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init', payload: headers }));
  await once(socket, 'message');
  socket.send(JSON.stringify({ id: randomUUID(), type: 'subscribe', payload: { query: SUBSCRIBE } }));
  await new Promise((resolve) => setTimeout(resolve, 50));
  const closed = once(socket, 'close').then(() => performance.now());
  const answer = await fetch(`${signingOut}/graphql`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ query: SIGN_OUT }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  const out = performance.now();
  return Math.max(0, (await closed) - out);
}

function reportOf(found: readonly Found[]): Report {
  return {
    name: 'cut-off',
    title: 'Cutting off who listens and has signed out',
    notes: [
      'Milliseconds from the answer to signing out until the socket is closed; 0 where it was closed before the answer came.',
    ],
    tables: [
      {
        title: 'Milliseconds',
        columns: ['where they listen', 'median', 'last'],
        rows: found.map(({ where, times }) => [where, round(median(times)), round(Math.max(...times))]),
      },
    ],
    promises: found.map(({ where, times }) => {
      const measured = round(Math.max(...times));
      return {
        what: `${where}: last, in ms`,
        promise: `at most ${PROMISE}`,
        measured,
        kept: measured <= PROMISE,
      };
    }),
    charts: [],
    raw: found,
  };
}
