import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '#platform';
import type { Bench, BenchEngine, BenchOptions } from '../bench.js';
import { type Community, community } from '../data/community.js';
import { fill } from '../data/fill.js';
import { assertSame, type Name, requestsTo, signIn } from './asking.js';
import {
  CONNECTIONS,
  type Measured,
  type OnEngine,
  OPEN_PART,
  type Plan,
  rateOf,
  reportOf,
} from './http-report.js';
import type { LoadJob, LoadResult } from './load.js';
import { LoadProcess, Server } from './processes.js';
import { type ProfileSummary, summarize } from './profile-summary.js';

const PROGRAMS: Readonly<Record<Name, string>> = {
  hub: 'apps/hub/src/main.js',
  reference: 'test/bench/http/reference-server.js',
};

/** Seconds. */
const WARM_LIMIT = 30;

const WHOLE: Plan = { publications: 100_000, members: 10_000, rounds: 7, seconds: 4, warmUp: 4000 };
const QUICK: Plan = { publications: 10_000, members: 10_000, rounds: 2, seconds: 1, warmUp: 1000 };

/** The whole request of a member's first page, beside a server written by hand for it alone. */
export const bench: Bench = async (options) => {
  const plan = options.quick ? QUICK : WHOLE;
  const people = community(plan.members);
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
  const place = await engine.place();
  const load = new LoadProcess();
  try {
    const secret = randomBytes(32).toString('hex');
    const env = { ...place.env, WATCHFIRE_SECRET: secret, WATCHFIRE_TOKEN_MINUTES: '1440' };
    const config = readConfig({ NODE_ENV: 'test', ...env });
    await fill({ config, community: people, publications: plan.publications, whole: true });
    options.say(`${engine.name}: ${plan.publications.toLocaleString('en')} publications are there`);
    const hub = await Server.start(PROGRAMS.hub, env);
    const tokens = await signIn(hub, people.readers).finally(() => hub.stop());
    const sitting: Sitting = { env, tokens, load };
    const measured: Measured = {
      hub: { closed: [], open: [], used: [] },
      reference: { closed: [], open: [], used: [] },
    };
    for (let turn = 1; turn <= plan.rounds; turn += 1) {
      await playRound(sitting, plan, measured, turn);
      const last = (name: Name) => Math.round(rateOf(measured[name].closed.at(-1) as LoadResult));
      const rates = `hub ${last('hub')}/s, by hand ${last('reference')}/s`;
      options.say(`${engine.name}: round ${turn} of ${plan.rounds}: ${rates}`);
    }
    const profile = options.profile ? await profiled(engine.name, sitting, options) : null;
    return { engine: engine.name, measured, profile };
  } finally {
    load.stop();
    await place.remove();
  }
}

interface Sitting {
  readonly env: Readonly<Record<string, string>>;
  readonly tokens: readonly string[];
  readonly load: LoadProcess;
}

/** Both servers anew, warmed, then measured twice in turns; who begins changes from round to round. */
async function playRound({ env, tokens, load }: Sitting, plan: Plan, measured: Measured, turn: number) {
  const servers = {
    hub: await Server.start(PROGRAMS.hub, env),
    reference: await Server.start(PROGRAMS.reference, env),
  };
  try {
    await assertSame(servers, tokens);
    const names: readonly Name[] = turn % 2 === 0 ? ['hub', 'reference'] : ['reference', 'hub'];
    const run = (name: Name, seconds: number, shape: LoadJob['shape']) =>
      load.run({ origin: servers[name].origin, requests: requestsTo(name, tokens), seconds, shape });
    for (const name of names) await warm(plan.warmUp, () => run(name, 1, { connections: CONNECTIONS }));
    for (const name of [...names, ...names]) {
      const before = servers[name].used;
      const result = await run(name, plan.seconds, { connections: CONNECTIONS });
      measured[name].closed.push(result);
      measured[name].used.push((servers[name].used - before) / result.answered);
    }
    const rate = Math.max(1, Math.round(rateOf(measured.hub.closed.at(-1) as LoadResult) * OPEN_PART));
    for (const name of names) measured[name].open.push(await run(name, plan.seconds, { rate }));
  } finally {
    for (const server of Object.values(servers)) await server.stop();
  }
}

/** Lets a server answer so often that its code has been compiled, a second at a time; on a busy machine not without end. */
async function warm(answers: number, run: () => Promise<LoadResult>): Promise<void> {
  let answered = 0;
  for (let second = 0; second < WARM_LIMIT && answered < answers; second += 1)
    answered += (await run()).answered;
}

async function profiled(
  engine: string,
  { env, tokens, load }: Sitting,
  { reports, say }: BenchOptions,
): Promise<ProfileSummary> {
  mkdirSync(reports, { recursive: true });
  const file = join(reports, `hub-${engine.toLowerCase()}.cpuprofile`);
  const hub = await Server.start(PROGRAMS.hub, env, file);
  try {
    const requests = requestsTo('hub', tokens);
    const run = (seconds: number) =>
      load.run({ origin: hub.origin, requests, seconds, shape: { connections: CONNECTIONS } });
    await warm(WHOLE.warmUp, () => run(1));
    await hub.profiled(() => run(8));
    say(`${engine}: the hub's profile is in ${file}`);
    return summarize(file);
  } finally {
    await hub.stop();
  }
}
