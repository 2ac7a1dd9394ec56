import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';

await ensureInstalled({ dev: false });
await ensureBuilt();
await import('../dist/apps/hub/src/first-operator.js');
