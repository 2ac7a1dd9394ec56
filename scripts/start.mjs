import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';

try {
  await ensureInstalled({ dev: false });
  await ensureBuilt();
} catch (error) {
  console.error(`Watchfire cannot start: ${error.message}`);
  process.exit(1);
}
await import('../dist/start/hub.mjs');
