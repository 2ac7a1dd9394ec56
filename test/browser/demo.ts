import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startBrowser } from '../../scripts/lib/browser.mjs';

export const PHONE = { width: 360, height: 740 };
export const DESK = { width: 1280, height: 900 };

type Size = typeof PHONE;

declare global {
  /** The project's: the variable that tells of its demo hub, and whether widths are changed over in it. */
  var demoHub: string;
  var changedOver: boolean | undefined;
}

/** The widths of a journey: it is made twice, so that each persona in it has a phone once and a desk once. */
export const [FIRST, SECOND] = globalThis.changedOver ? [DESK, PHONE] : [PHONE, DESK];

interface Account {
  readonly persona: string;
  readonly email: string;
  readonly password: string;
}

/** Milliseconds to start a browser, or to end it. */
const PATIENCE = 120_000;

/** The demo hub that all tests of a project share, and a browser of this file's own. */
export interface Demo {
  readonly url: string;
  /** Its data folder. */
  readonly folder: string;
  readonly browser: Browser;
  readonly account: (persona: string) => Account;
  /** A window of its own, signed in as that persona, as one is by a click. */
  readonly as: (persona: string, options?: { size?: Size; dark?: boolean }) => Promise<Window>;
}

export interface Window {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Faults of the page's own scripts, refusals of its policy, and requests to anything but the hub. */
  readonly faults: readonly string[];
}

/** What the stage has started before its tests. */
const started = (): {
  readonly url: string;
  readonly folder: string;
  readonly accounts: readonly Account[];
} => JSON.parse(process.env[globalThis.demoHub] ?? '{}');

/** For the tests of a file: the browser is there while they run. */
export function demoStage(): Demo {
  const { url, folder, accounts } = started();
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  }, PATIENCE);
  afterAll(() => browser.close(), PATIENCE);
  const account = (persona: string): Account => {
    const found = accounts.find((each) => each.persona === persona);
    if (!found) throw new Error(`There is no ${persona} in the demo community.`);
    return found;
  };
  return {
    url,
    folder,
    get browser() {
      return browser;
    },
    account,
    as: async (persona, options) => {
      const window = await openWindow(browser, url, options);
      await signIn(window, url, account(persona));
      return window;
    },
  };
}

export async function openWindow(
  browser: Browser,
  url: string,
  { size = SECOND, dark = false }: { size?: Size; dark?: boolean } = {},
): Promise<Window> {
  const context = await browser.newContext({
    viewport: size,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    locale: 'en-US',
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol !== 'data:' && origin !== url) faults.push(`asked ${request.url()}`);
  });
  return { page, context, faults };
}

/** The session cookie as the hub gives it, so that not every test has to type a password. */
async function signIn({ page, context }: Window, url: string, { email, password }: Account): Promise<void> {
  const answer = await context.request.post(`${url}/graphql`, {
    data: {
      query: 'mutation ($input: SignInInput!) { signIn(input: $input) { expiresAt } }',
      variables: { input: { email, password } },
    },
  });
  if (!answer.ok()) throw new Error(await answer.text());
  await page.goto(url);
  await page.locator('main h1').waitFor();
}
