import { unpackBrowser } from '../lib/browser.mjs';
import { ensureBuilt } from '../lib/build.mjs';
import { startDemoHub } from '../lib/demo-hub.mjs';

/**
 * Before a project of browser tests: the browser is unpacked, outside Jest, whose files may not write to the folder that it wants;
 * and one demo hub is started for all of them, which this variable tells of.
 */
export async function startHubFor(variable) {
  unpackBrowser();
  await ensureBuilt();
  const hub = await startDemoHub();
  globalThis.watchfireDemoHubs = [...(globalThis.watchfireDemoHubs ?? []), hub];
  const { url, folder, accounts } = hub;
  process.env[variable] = JSON.stringify({ url, folder, accounts });
}
