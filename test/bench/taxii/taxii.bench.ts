import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '#platform';
import { releaseKeys } from '#publications';
import type { Bench, BenchEngine, BenchOptions, BenchPlace } from '../bench.js';
import { type Community, community, type Reader } from '../data/community.js';
import { fill } from '../data/fill.js';
import { signIn } from '../http/asking.js';
import type { LoadJob, LoadRequest } from '../http/load.js';
import { LoadProcess, Server } from '../http/processes.js';
import { type ProfileSummary, summarize } from '../http/profile-summary.js';
import { fillObjects, momentOf } from './objects.js';
import { type Measured, noneYet, type OnEngine, type Plan, reportOf, type Side } from './taxii-report.js';

const WHOLE: Plan = { sizes: [10_000, 1_000_000], rounds: 4, seconds: 3 };
const QUICK: Plan = { sizes: [10_000, 100_000], rounds: 2, seconds: 1 };
const CONNECTIONS = 8;
/** Seconds before a profile. */
const WARM_UP = 4;
const PROGRAMS = { hub: 'apps/hub/src/main.js', bare: 'test/bench/taxii/bare-server.js' } as const;

/** A page of 100 objects at two sizes of the log, each beside a server written by hand for it alone. */
export const bench: Bench = async (options) => {
  const plan = options.quick ? QUICK : WHOLE;
  const people = community(100);
  const found: OnEngine[] = [];
  for (const engine of options.engines) found.push(await onEngine(engine, people, plan, options));
  return reportOf(found, plan);
};

async function onEngine(
  engine: BenchEngine,
  people: Community,
  plan: Plan,
  options: BenchOptions,
): Promise<OnEngine> {
  const { say } = options;
  const reader = people.readers.find(({ viewer }) => viewer.member.kind === 'LOCAL') as Reader;
  const places = [await engine.place(), await engine.place()];
  const load = new LoadProcess();
  try {
    const asked: Asked[] = [];
    for (const [index, place] of places.entries()) {
      asked.push(await furnish(place, people, reader, plan.sizes[index] as number));
      say(`${engine.name}: ${plan.sizes[index]?.toLocaleString('en')} objects are there`);
    }
    const measured: OnEngine['measured'] = { small: noneYet(), large: noneYet() };
    for (let turn = 1; turn <= plan.rounds; turn += 1) {
      await play(asked as [Asked, Asked], load, plan, turn, measured);
      say(`${engine.name}: round ${turn} of ${plan.rounds}`);
    }
    const profile = options.profile ? await profiled(engine.name, asked[1] as Asked, load, options) : null;
    return { engine: engine.name, measured, profile };
  } finally {
    load.stop();
    for (const place of places) await place.remove();
  }
}

interface Asked {
  readonly env: Readonly<Record<string, string>>;
  readonly requests: readonly LoadRequest[];
}

/** A database with so many objects, and a key by which the reader asks for its first page and for one in its middle. */
async function furnish(place: BenchPlace, people: Community, reader: Reader, size: number): Promise<Asked> {
  const env = {
    ...place.env,
    WATCHFIRE_SECRET: randomBytes(32).toString('hex'),
    WATCHFIRE_BENCH_KEYS: JSON.stringify(releaseKeys(reader.held)),
  };
  const config = readConfig({ NODE_ENV: 'test', ...env });
  await fill({ config, community: people, publications: 10, whole: false });
  await fillObjects(config, people, reader, size);
  const hub = await Server.start(PROGRAMS.hub, env);
  try {
    const [token = ''] = await signIn(hub, [reader]);
    const headers = {
      authorization: `Bearer ${await keyOf(hub, token)}`,
      accept: 'application/taxii+json;version=2.1',
    };
    const list = '/taxii2/community/collections/all/objects/?limit=100';
    const paths = [list, `${list}&added_after=${momentOf(size / 2)}`];
    return { env, requests: paths.map((path) => ({ method: 'GET', path, headers, body: null })) };
  } finally {
    await hub.stop();
  }
}

async function keyOf({ origin }: Server, token: string): Promise<string> {
  const answer = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({
      query: 'mutation { createApiKey(input: { name: "bench", scopes: [READ] }) { secret } }',
    }),
  });
  const { data } = (await answer.json()) as { data: { createApiKey: { secret: string } } };
  return data.createApiKey.secret;
}

/** All four servers anew, and measured in turns; who begins changes from round to round. */
async function play(
  [small, large]: readonly [Asked, Asked],
  load: LoadProcess,
  { seconds }: Plan,
  turn: number,
  measured: OnEngine['measured'],
): Promise<void> {
  const sides: { readonly of: Asked; readonly into: Measured; readonly server: Server }[] = [];
  try {
    for (const [of, into] of [
      [small, measured.small],
      [large, measured.large],
    ] as const) {
      for (const name of ['hub', 'bare'] as const satisfies readonly Side[])
        sides.push({ of, into: into[name], server: await Server.start(PROGRAMS[name], of.env) });
      await assertSame(
        of.requests,
        sides.slice(-2).map(({ server }) => server.origin),
      );
    }
    const run = ({ of, server }: (typeof sides)[number], duration: number) =>
      load.run(jobOf(of, server, duration));
    const order = turn % 2 === 0 ? sides : [...sides].reverse();
    for (const side of order) await run(side, seconds);
    for (const side of [...order, ...order]) {
      const before = side.server.used;
      const { answered, seconds: took } = await run(side, seconds);
      side.into.rates.push(answered / took);
      side.into.used.push((side.server.used - before) / answered);
    }
  } finally {
    for (const { server } of sides) await server.stop();
  }
}

const jobOf = ({ requests }: Asked, { origin }: Server, seconds: number): LoadJob => ({
  origin,
  requests,
  seconds,
  shape: { connections: CONNECTIONS },
});

async function profiled(
  engine: string,
  asked: Asked,
  load: LoadProcess,
  { reports, say }: BenchOptions,
): Promise<ProfileSummary> {
  mkdirSync(reports, { recursive: true });
  const file = join(reports, `taxii-${engine.toLowerCase()}.cpuprofile`);
  const hub = await Server.start(PROGRAMS.hub, asked.env, file);
  try {
    await load.run(jobOf(asked, hub, WARM_UP));
    await hub.profiled(() => load.run(jobOf(asked, hub, WARM_UP * 2)));
    say(`${engine}: the hub's profile is in ${file}`);
    return summarize(file);
  } finally {
    await hub.stop();
  }
}

/** Nothing is compared that does not say the same, but for the seal of where to go on. @throws when two answers differ */
async function assertSame(requests: readonly LoadRequest[], origins: readonly string[]): Promise<void> {
  for (const { path, headers } of requests) {
    const told: string[] = [];
    for (const origin of origins) {
      const answer = await fetch(`${origin}${path}`, { headers });
      const added = ['first', 'last'].map((end) => answer.headers.get(`x-taxii-date-added-${end}`));
      told.push(`${added} ${(await answer.text()).replace(/"next":"[\w-]{48}"/, '"next":"…"')}`);
    }
    if (told[0] !== told[1] || (told[0]?.split('"id":').length ?? 0) !== 101)
      throw new Error(`The two servers differ:\n${told.map((one) => one.slice(0, 500)).join('\n')}`);
  }
}
