import { randomBytes } from 'node:crypto';
import { readConfig } from '#platform';
import type { Bench, BenchEngine, BenchOptions } from '../bench.js';
import { type Community, community } from '../data/community.js';
import { fill } from '../data/fill.js';
import { type Counted, type OnEngine, type Plan, type Round, reportOf } from './live-report.js';
import { Side } from './sides.js';
import { tokensFor } from './tokens.js';

const PROGRAMS = { hub: 'apps/hub/src/main.js', bare: 'test/bench/live/bare-server.js' };

const WHOLE: Plan = { listeners: [5_000, 10_000], starts: 3, rounds: 6, members: 10_000 };
const QUICK: Plan = { listeners: [1_000], starts: 1, rounds: 4, members: 4_000 };
/** Rounds at each start that are not counted. */
const WARM_UP = 2;

/** What a console shows of an entry. */
const QUERY = `subscription { releases { cursor what at publicationId publication {
  id kind state title summary body tlp tlpLabel status severity urgency certainty affectedSystems publishedAt updatedAt
  origin { id name kind } audience { regions { code name } memberKinds } } } }`;

const PUBLISH = 'mutation ($input: PublishInput!) { publish(input: $input) { publication { updatedAt } } }';
const CONTENT = {
  kind: 'BULLETIN',
  title: 'Phishing of election offices with forged invoices for voting equipment',
  summary:
    'Messages that look like those of a vendor ask to confirm an invoice and lead to a page that takes passwords.',
  body: 'Several offices report messages that name a real order. **Do not** open the attached page. '.repeat(
    20,
  ),
  tlp: 'CLEAR',
  audience: { regions: ['US'] },
};

/** One release to all live listeners, beside a bare WebSocket server that sends the same bytes to as many sockets. */
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
  try {
    const env = {
      ...place.env,
      WATCHFIRE_SECRET: randomBytes(32).toString('hex'),
      WATCHFIRE_REVIEW_NATIONAL: 'false',
      // Each listener says that it comes from an address of its own, as those of many offices do.
      WATCHFIRE_TRUST_PROXY: '1',
    };
    const config = readConfig({ NODE_ENV: 'test', ...env });
    await fill({ config, community: people, publications: 1_000, whole: true });
    const [publisher] = people.byKind.FEDERAL[0]?.people ?? [];
    const readers = people.members.flatMap((member) => member.people).filter((one) => one !== publisher);
    const most = Math.max(...plan.listeners);
    if (!publisher || readers.length < most)
      throw new Error(`There are only ${readers.length} people to listen.`);
    const [token = '', ...tokens] = await tokensFor(config, [publisher, ...spread(readers, most)]);
    const counted: Counted[] = [];
    for (const listeners of plan.listeners) {
      const rounds: Round[] = [];
      for (let start = 1; start <= plan.starts; start += 1) {
        rounds.push(...(await sitting({ env, token, tokens: tokens.slice(0, listeners) }, plan)));
        const last = rounds.at(-1) as Round;
        const times = `hub ${Math.round(last.hub.toLast)} ms, bare ${Math.round(last.bare.toLast)} ms`;
        options.say(`${engine.name}: ${listeners} listeners, start ${start} of ${plan.starts}: ${times}`);
      }
      counted.push({ listeners, rounds });
    }
    return { engine: engine.name, counted };
  } finally {
    await place.remove();
  }
}

/** Some of a list, taken at even distances, so that every kind of member is among them. */
const spread = <T>(list: readonly T[], count: number): T[] =>
  Array.from({ length: count }, (_, place) => list[Math.floor((place * list.length) / count)] as T);

interface Sitting {
  readonly env: Readonly<Record<string, string>>;
  /** Of whoever publishes. */
  readonly token: string;
  readonly tokens: readonly string[];
}

/** Both servers, started anew, with their listeners; rounds by turns. */
async function sitting({ env, token, tokens }: Sitting, plan: Plan): Promise<Round[]> {
  const hub = await Side.open({
    program: PROGRAMS.hub,
    env,
    tokens,
    query: QUERY,
    network: 1,
    trigger: (origin) => publish(origin, token),
  });
  let message = '';
  const bare = await Side.open({
    program: PROGRAMS.bare,
    env: {},
    tokens: tokens.map(() => null),
    query: null,
    network: 101,
    trigger: (origin) => broadcast(origin, message),
  }).catch(async (error: unknown) => {
    await hub.close();
    throw error;
  });
  const rounds: Round[] = [];
  try {
    for (let round = 0; round < plan.rounds + WARM_UP; round += 1) {
      const first = round % 2 === 0 || message === '' ? await hub.broadcast() : null;
      message = first?.message ?? message;
      const plain = await bare.broadcast();
      if (plain.message !== message) throw new Error('The two servers sent different bytes.');
      const served = first ?? (await hub.broadcast());
      message = served.message;
      const memory = { hub: hub.memory, bare: bare.memory };
      if (round >= WARM_UP) rounds.push({ hub: served, bare: plain, memory });
    }
    return rounds;
  } finally {
    await hub.close();
    await bare.close();
  }
}

async function publish(origin: string, token: string): Promise<number> {
  const answer = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: PUBLISH, variables: { input: { content: CONTENT } } }),
  });
  const { data, errors } = (await answer.json()) as {
    data?: { publish: { publication: { updatedAt: string } } };
    errors?: unknown;
  };
  if (!data) throw new Error(`Publishing failed: ${JSON.stringify(errors)}`);
  return Date.parse(data.publish.publication.updatedAt);
}

async function broadcast(origin: string, message: string): Promise<number> {
  const answer = await fetch(`${origin}/broadcast`, { method: 'POST', body: message });
  return ((await answer.json()) as { began: number }).began;
}
