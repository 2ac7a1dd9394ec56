import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startBrowser } from './lib/browser.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { startDemoHub } from './lib/demo-hub.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { root } from './lib/stamp.mjs';
import { pages } from './pictures/pages.mjs';

/*
 * npm run pictures            a picture of every page, at 360 and 1280 pixels, light and dark, into pictures/
 * npm run pictures -- home    only pages whose name contains that
 * npm run pictures -- --spanish  the same in Spanish, into pictures/es/
 * npm run pictures -- --docs  those of README and guides, small, into docs/pictures/
 * A demo hub of its own is started for it, and ended.
 */
const SIZES = [360, 1280];
const SCHEMES = ['light', 'dark'];
const TALLEST = 3_000;

const forDocs = process.argv.includes('--docs');
const wanted = process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? '';
const inSpanish = process.argv.includes('--spanish');
const target = join(root, forDocs ? 'docs/pictures' : inSpanish ? 'pictures/es' : 'pictures');

async function signedIn(context, url, account) {
  if (!account) return;
  const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { expiresAt } }';
  const { email, password } = account;
  await context.request.post(`${url}/graphql`, {
    data: { query, variables: { input: { email, password } } },
  });
}

/** What leads to a page is told in English; then its language is changed, as its reader would. */
async function speakSpanish(page) {
  const menu = page.getByRole('button', { name: 'Menu' });
  const opened = await menu.isVisible();
  if (opened) await menu.click();
  await page.locator('button[lang=es]').first().click();
  if (opened) await page.getByRole('button', { name: 'Menú' }).click();
  await page.waitForLoadState('networkidle');
}

async function opened(browser, { url, accounts }, { persona, path, act }, { width, colorScheme }) {
  const viewport = { width, height: width < 500 ? 740 : 900 };
  const context = await browser.newContext({
    viewport,
    colorScheme,
    locale: 'en-US',
    reducedMotion: 'reduce',
  });
  const account = accounts.find((each) => each.persona === persona);
  await signedIn(context, url, account);
  const page = await context.newPage();
  await page.goto(`${url}${path}`);
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  await act?.(page);
  if (inSpanish) await speakSpanish(page);
  await page.evaluate(() => document.fonts.ready);
  return page;
}

/** The whole page, however long, at each size in each scheme. */
async function takeAll(browser, hub, shown) {
  for (const width of SIZES) {
    for (const colorScheme of SCHEMES) {
      const page = await opened(browser, hub, shown, { width, colorScheme });
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.setViewportSize({ width, height: Math.min(TALLEST, Math.max(700, height)) });
      await page.waitForTimeout(250);
      await page.screenshot({ path: join(target, `${shown.name}-${width}-${colorScheme}.png`) });
      await page.context().close();
    }
  }
}

/** What fits a window, as WebP of some tens of kB. */
async function takeForDocs(browser, hub, shown) {
  const { width = 1280, colorScheme = 'light' } = shown.docs;
  const page = await opened(browser, hub, shown, { width, colorScheme });
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.waitForTimeout(250);
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 70 });
  writeFileSync(join(target, `${shown.name}.webp`), Buffer.from(data, 'base64'));
  await page.context().close();
}

await ensureInstalled({ dev: true });
await ensureBuilt();
mkdirSync(target, { recursive: true });
const hub = await startDemoHub();
const browser = await startBrowser();
try {
  for (const page of pages) {
    if (!page.name.includes(wanted) || (forDocs && !page.docs)) continue;
    await (forDocs ? takeForDocs : takeAll)(browser, hub, page);
    console.log(`  ${page.name}`);
  }
} finally {
  await browser.close();
  await hub.end();
}
