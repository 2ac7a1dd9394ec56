import { parseArgs } from 'node:util';
import { dismiss, gather } from './cast.mjs';
import { startOwnHub } from './own-hub.mjs';
import { check, ScenarioFailed, say, title } from './screen.mjs';
import { audit } from './steps/audit.mjs';
import { countyAlert } from './steps/county-alert.mjs';
import { federalBulletin } from './steps/federal-bulletin.mjs';
import { rollUp } from './steps/roll-up.mjs';
import { stateWidens } from './steps/state-widens.mjs';
import { subscriber } from './steps/subscriber.mjs';

const STEPS = [countyAlert, stateWidens, federalBulletin, subscriber, rollUp, audit];

const seconds = (start) => `${((performance.now() - start) / 1000).toFixed(1)} s`;

/** @returns the exit code: 0 if everything was as it must be, 1 if not, 2 for wrong arguments */
export async function main(args) {
  let database;
  try {
    database = parseArgs({ args, options: { database: { type: 'string' } } }).values.database;
  } catch (error) {
    console.error(`${error.message}\nUsage: npm run scenario [-- --database postgres://…]`);
    return 2;
  }
  const start = performance.now();
  title('Watchfire: the main job, over the public API');
  try {
    await play(database);
  } catch (error) {
    console.error(error instanceof ScenarioFailed ? `\nThe scenario failed: ${error.message}` : error);
    return 1;
  }
  title(`All as it must be, in ${seconds(start)}`);
  return 0;
}

async function play(database) {
  const start = performance.now();
  say('Starting a hub of its own, with a new database and the demo community ...');
  const hub = await startOwnHub(database);
  let cast = {};
  let stopped;
  try {
    say(`Ready at ${hub.url} after ${seconds(start)}, on ${database ? 'PostgreSQL' : 'SQLite'}.`);
    cast = await gather(hub);
    const story = {};
    for (const tell of STEPS) await tell(cast, story);
  } catch (error) {
    error.message += `\n--- the hub said ---\n${hub.output()}`;
    throw error;
  } finally {
    dismiss(cast);
    stopped = await hub.stop();
  }
  check(stopped === 0, 'The hub stopped cleanly.');
}
