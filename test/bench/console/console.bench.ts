import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { readConfig } from '#platform';
import type { Bench, BenchEngine, BenchOptions } from '../bench.js';
import { community } from '../data/community.js';
import { fill } from '../data/fill.js';
import { signIn } from '../http/asking.js';
import { Server } from '../http/processes.js';
import type { Report } from '../report/report.js';

/** Milliseconds: longer, and somebody who presses something notices. */
const PROMISE = 200;
const PAGE = 20;
const STEPS = 60;
/** Milliseconds. */
const SHOWN_WITHIN = 600_000;
const LOOK_EVERY = 500;

interface Plan {
  /** Entries of the feed that are open. */
  readonly entries: number;
}

const WHOLE: Plan = { entries: 10_000 };
const QUICK: Plan = { entries: 1_000 };

/** What the browser was busy with without a break, by what was done meanwhile. Milliseconds. */
interface Found {
  readonly what: string;
  readonly seconds: number;
  readonly longTasks: readonly number[];
}

/** A feed of thousands of entries in a browser: whether it opens, scrolls and filters without standing still. */
export const bench: Bench = async (options) => {
  const plan = options.quick ? QUICK : WHOLE;
  const [engine] = options.engines;
  if (!engine) throw new Error('There is no engine to look at it on.');
  return reportOf(await onEngine(engine, plan, options), plan, engine);
};

async function onEngine(engine: BenchEngine, plan: Plan, { say }: BenchOptions): Promise<Found[]> {
  const place = await engine.place();
  const env = {
    ...place.env,
    WATCHFIRE_SECRET: randomBytes(32).toString('hex'),
    WATCHFIRE_TOKEN_MINUTES: '1440',
  };
  const people = community(10_000);
  const config = readConfig({ NODE_ENV: 'test', ...env });
  await fill({ config, community: people, publications: plan.entries * 2, whole: true });
  say(`${engine.name}: ${(plan.entries * 2).toLocaleString('en')} publications are there`);
  const hub = await Server.start('apps/hub/src/main.js', env);
  const browser = await startBrowser();
  try {
    const tokens = await signIn(hub, people.readers);
    const token = tokens.at(-1) ?? '';
    const context = await browser.newContext({
      viewport: { width: 360, height: 740 },
      extraHTTPHeaders: { authorization: `Bearer ${token}` },
    });
    // By the name that the hub knows as its own, so that the page may be told live.
    return await look(await context.newPage(), hub.origin.replace('127.0.0.1', 'localhost'), plan);
  } finally {
    await browser.close();
    await hub.stop();
    await place.remove();
  }
}

async function startBrowser(): Promise<Browser> {
  const file = pathToFileURL(join(process.cwd(), 'scripts/lib/browser.mjs')).href;
  return ((await import(file)) as { startBrowser(): Promise<Browser> }).startBrowser();
}

async function look(page: Page, origin: string, plan: Plan): Promise<Found[]> {
  await page.addInitScript(
    `window.longTasks = []; new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map((each) => each.duration))).observe({ type: 'longtask', buffered: true })`,
  );
  const opened = await during(page, `opening ${plan.entries.toLocaleString('en')} entries`, async () => {
    await page.goto(`${origin}/publications?pages=${plan.entries / PAGE}`);
    await shown(page, (count) => count >= plan.entries);
  });
  const scrolled = await during(page, 'scrolling from top to bottom and back', async () => {
    for (let step = 0; step <= STEPS * 2; step += 1) {
      const part = step <= STEPS ? step / STEPS : 2 - step / STEPS;
      await page.evaluate(`scrollTo(0, document.documentElement.scrollHeight * ${part})`);
      await page.waitForTimeout(50);
    }
  });
  const filtered = await during(page, 'filtering by kind', async () => {
    await page.evaluate('scrollTo(0, 0)');
    await page.locator('.filters summary').click();
    await page.locator('.filters label', { hasText: 'Alert' }).first().click();
    await shown(page, (count) => count <= PAGE);
  });
  return [opened, scrolled, filtered];
}

/** Resolves once as many entries are shown as are wanted. @throws when that takes too long */
async function shown(page: Page, wanted: (count: number) => boolean): Promise<void> {
  for (const start = performance.now(); performance.now() - start < SHOWN_WITHIN; ) {
    if (wanted((await page.evaluate("document.querySelectorAll('.feed__list .card').length")) as number))
      return;
    await page.waitForTimeout(LOOK_EVERY);
  }
  throw new Error('The entries were not shown in time.');
}

async function during(page: Page, what: string, work: () => Promise<void>): Promise<Found> {
  await page.evaluate('window.longTasks && (window.longTasks.length = 0)');
  const start = performance.now();
  await work();
  await page.waitForTimeout(300);
  const longTasks = (await page.evaluate('window.longTasks')) as number[];
  return { what, seconds: (performance.now() - start) / 1_000, longTasks: [...longTasks] };
}

function reportOf(found: readonly Found[], { entries }: Plan, { name }: BenchEngine): Report {
  const longest = ({ longTasks }: Found) => Math.round(Math.max(0, ...longTasks));
  return {
    name: 'console',
    title: `The console's feed with ${entries.toLocaleString('en')} entries open, on a phone's screen`,
    notes: [
      `The hub on ${name}, its real console, the browser of the tests. A long task keeps the page from answering for 50 ms or more.`,
    ],
    tables: [
      {
        title: 'What the browser was busy with',
        columns: ['what', 'seconds', 'long tasks', 'longest ms'],
        rows: found.map((each) => [
          each.what,
          Number(each.seconds.toFixed(1)),
          each.longTasks.length,
          longest(each),
        ]),
      },
    ],
    promises: found.slice(1).map((each) => ({
      what: each.what,
      promise: `no task over ${PROMISE} ms`,
      measured: longest(each),
      kept: longest(each) <= PROMISE,
    })),
    charts: [],
    raw: found,
  };
}
