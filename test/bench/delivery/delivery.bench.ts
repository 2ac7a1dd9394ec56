import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readConfig } from '#platform';
import { createHub } from '../../../apps/hub/src/server.js';
import type { Bench, BenchEngine, BenchOptions } from '../bench.js';
import { Server } from '../http/processes.js';
import { median, quantile } from '../report/statistics.js';
import { type OnEngine, type Plan, type Round, reportOf, type Timely } from './delivery-report.js';
import { furnish } from './furnish.js';
import { CONTENT, Rounds } from './in-process.js';

const WHOLE: Plan = { deliveries: 10_000, rounds: 7, timely: 2_000, releases: 7, memory: [5_000, 50_000] };
const QUICK: Plan = { deliveries: 2_000, rounds: 2, timely: 500, releases: 2, memory: [1_000, 4_000] };
/** Rounds that are not counted. */
const WARM_UP = 1;
/** With all the room that there is, Node lets garbage lie for as long as work goes on; what is kept would not fit into this. */
const HEAP = '--max-old-space-size=160 --max-semi-space-size=4';

const PUBLISH = `mutation ($content: PublicationContentInput!) { publish(input: { content: $content }) {
  publication { updatedAt } } }`;

/** A release on its way to thousands: planning beside bare inserts, sending beside bare requests, in time, and in how much memory. */
export const bench: Bench = async (options) => {
  const plan = options.quick ? QUICK : WHOLE;
  const found: OnEngine[] = [];
  for (const engine of options.engines) found.push(await onEngine(engine, plan, options));
  return reportOf(found, plan);
};

async function onEngine(engine: BenchEngine, plan: Plan, { say }: BenchOptions): Promise<OnEngine> {
  const receiver = await Server.start('test/bench/delivery/receiver.js', {});
  try {
    const rounds = await throughput(engine, plan, receiver.origin);
    const ratio = (of: (round: Round) => { hub: number; bare: number }) =>
      median(rounds.map((round) => of(round).bare / of(round).hub)).toFixed(2);
    say(
      `${engine.name}: planning ${ratio((one) => one.planning)}, sending ${ratio((one) => one.sending)} of the bare`,
    );
    const timely = await timeliness(engine, plan, receiver.origin);
    say(`${engine.name}: 95 % within ${Math.round(timely.p95)} ms`);
    const memory: { recipients: number; mebibytes: number }[] = [];
    for (const recipients of plan.memory) {
      memory.push({ recipients, mebibytes: await peakMemory(engine, recipients, receiver.origin) });
    }
    say(
      `${engine.name}: at most ${memory.map(({ mebibytes }) => Math.round(mebibytes)).join(', then ')} MiB`,
    );
    return { engine: engine.name, rounds, timely, memory };
  } finally {
    await receiver.stop();
  }
}

const variables = (env: Readonly<Record<string, string>>) => ({
  ...env,
  WATCHFIRE_SECRET: randomBytes(32).toString('hex'),
  WATCHFIRE_WEBHOOK_NETWORKS: '127.0.0.0/8',
});

async function throughput(engine: BenchEngine, plan: Plan, receiver: string): Promise<Round[]> {
  const place = await engine.place();
  const env = { NODE_ENV: 'test', WATCHFIRE_DEMO: 'off', ...variables(place.env), WATCHFIRE_WORKER: 'off' };
  const app = await createHub({ config: readConfig(env) });
  try {
    await app.init();
    const { releaserId } = await furnish(app, plan.deliveries, receiver);
    const sides = new Rounds(app, releaserId, receiver);
    const rounds: Round[] = [];
    for (let round = 0; round < plan.rounds + WARM_UP; round += 1) {
      const planning = await sides.planning();
      if (planning.rows !== plan.deliveries) throw new Error(`Only ${planning.rows} were planned.`);
      const sending = await sides.sending(plan.deliveries);
      if (round >= WARM_UP) rounds.push({ planning, sending });
    }
    return rounds;
  } finally {
    await app.close();
    await place.remove();
  }
}

/** A hub in a process of its own, with a community. */
async function withHub<T>(
  engine: BenchEngine,
  recipients: number,
  receiver: string,
  work: (hub: Server, token: string) => Promise<T>,
  more: Readonly<Record<string, string>> = {},
): Promise<T> {
  const place = await engine.place();
  const env = { WATCHFIRE_DEMO: 'off', WATCHFIRE_TOKEN_MINUTES: '1440', ...variables(place.env) };
  const config = readConfig({ NODE_ENV: 'test', ...env, WATCHFIRE_WORKER: 'off' });
  const app = await createHub({ config });
  await app.init();
  const { token } = await furnish(app, recipients, receiver);
  await app.close();
  const hub = await Server.start('apps/hub/src/main.js', { ...env, ...more });
  try {
    return await work(hub, token);
  } finally {
    await hub.stop();
    await place.remove();
  }
}

/** From the moment of a release to the first request at each receiver. Milliseconds. */
function timeliness(engine: BenchEngine, plan: Plan, receiver: string): Promise<Timely> {
  return withHub(engine, plan.timely, receiver, async (hub, token) => {
    const all: number[] = [];
    const last: number[] = [];
    for (let release = 0; release < plan.releases + WARM_UP; release += 1) {
      const { times, at } = await releaseTo(hub, token, plan.timely, receiver);
      const waits = times.map((time) => time - at);
      if (release < WARM_UP) continue;
      all.push(...waits);
      last.push(Math.max(...waits));
    }
    const [p50, p95, p99] = [quantile(all, 0.5), quantile(all, 0.95), quantile(all, 0.99)];
    return { p50, p95, p99, last: median(last) };
  });
}

/** The most memory that the hub's process had in use, by then. */
function peakMemory(engine: BenchEngine, recipients: number, receiver: string): Promise<number> {
  const measure = async (hub: Server, token: string) => {
    await releaseTo(hub, token, recipients, receiver);
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${hub.pid}/status`, 'utf8'))?.[1]) / 1_024;
  };
  return withHub(engine, recipients, receiver, measure, { NODE_OPTIONS: HEAP });
}

async function releaseTo(hub: Server, token: string, recipients: number, receiver: string) {
  await fetch(`${receiver}/forget`, { method: 'POST' });
  const answer = await fetch(`${hub.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: PUBLISH, variables: { content: CONTENT } }),
  });
  const { data } = (await answer.json()) as { data: { publish: { publication: { updatedAt: string } } } };
  const count = async () => Number(await (await fetch(`${receiver}/count`)).text());
  while ((await count()) < recipients) await new Promise((resolve) => setTimeout(resolve, 100));
  const times = (await (await fetch(`${receiver}/times`)).json()) as number[];
  return { times, at: Date.parse(data.publish.publication.updatedAt) };
}
