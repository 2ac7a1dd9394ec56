import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';

/*
 * npm run scenario                             tells the main job on the terminal, on a hub of its own
 * npm run scenario -- --database postgres://…  the same on an empty PostgreSQL database
 */
try {
  await ensureInstalled({ dev: false });
  await ensureBuilt();
} catch (error) {
  console.error(`The scenario cannot start: ${error.message}`);
  process.exit(1);
}
const { main } = await import('../test/scenario/main.mjs');
process.exitCode = await main(process.argv.slice(2));
