import { mkdirSync } from 'node:fs';
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
 * A demo hub of its own is started for it, and ended.
 */
const SIZES = [360, 1280];
const SCHEMES = ['light', 'dark'];
const TALLEST = 3_000;

const wanted = process.argv[2] ?? '';
const target = join(root, 'pictures');

async function signedIn(context, url, account) {
  if (!account) return;
  const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { expiresAt } }';
  const { email, password } = account;
  await context.request.post(`${url}/graphql`, {
    data: { query, variables: { input: { email, password } } },
  });
}

async function take(browser, url, accounts, { name, persona, path, act }) {
  for (const width of SIZES) {
    for (const colorScheme of SCHEMES) {
      const viewport = { width, height: width < 500 ? 740 : 900 };
      const context = await browser.newContext({
        viewport,
        colorScheme,
        locale: 'en-US',
        reducedMotion: 'reduce',
      });
      await signedIn(
        context,
        url,
        accounts.find((each) => each.persona === persona),
      );
      const page = await context.newPage();
      await page.goto(`${url}${path}`);
      await page.locator('h1').first().waitFor();
      await page.waitForLoadState('networkidle');
      await act?.(page);
      await page.evaluate(() => document.fonts.ready);
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.setViewportSize({ width, height: Math.min(TALLEST, Math.max(viewport.height, height)) });
      await page.waitForTimeout(250);
      await page.screenshot({ path: join(target, `${name}-${width}-${colorScheme}.png`) });
      await context.close();
    }
  }
  console.log(`  ${name}`);
}

await ensureInstalled({ dev: true });
await ensureBuilt();
mkdirSync(target, { recursive: true });
const { url, accounts, end } = await startDemoHub();
const browser = await startBrowser();
try {
  for (const page of pages) if (page.name.includes(wanted)) await take(browser, url, accounts, page);
} finally {
  await browser.close();
  await end();
}
