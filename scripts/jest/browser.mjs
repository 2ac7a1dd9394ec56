import { unpackBrowser } from '../lib/browser.mjs';
import { ensureBuilt } from '../lib/build.mjs';
import { startDemoHub } from '../lib/demo-hub.mjs';

/**
 * Before the browser's tests: the browser is unpacked, outside Jest, whose files may not write to the folder that it wants; and one
 * demo hub is started for all of them.
 */
export default async function setup() {
  unpackBrowser();
  await ensureBuilt();
  globalThis.watchfireDemoHub = await startDemoHub();
  const { url, folder, accounts } = globalThis.watchfireDemoHub;
  process.env.WATCHFIRE_TEST_DEMO = JSON.stringify({ url, folder, accounts });
}
