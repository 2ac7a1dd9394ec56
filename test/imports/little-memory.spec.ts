import { furnish, type Office } from '../kill/office.js';
import { emptyDatabase, type Place } from '../support/database.js';
import { type HubProcess, startHubProcess } from '../support/hub-process.js';
import { REFUSED } from './files/hostile.js';

const ENV = { WATCHFIRE_SECRET: 'a secret for hubs of little memory in tests only' };
/** What the hub's objects may take; more ends the process, and a hub of 110 is ended by these files. Megabytes. */
const HEAP = 200;
/** How many of the files come at once. */
const AT_ONCE = 4;

describe('a hub of little memory', () => {
  let place: Place;
  let office: Office;
  let hub: HubProcess;

  beforeAll(async () => {
    place = await emptyDatabase();
    office = await furnish(place, ENV);
    hub = await startHubProcess(place, { ...ENV, NODE_OPTIONS: `--max-old-space-size=${HEAP}` });
  }, 120_000);
  afterAll(async () => {
    await hub.end('SIGTERM');
    await place.remove();
  });

  it('refuses every file that means harm, several at once, and goes on', async () => {
    const refused = async (document: string | Uint8Array): Promise<boolean> => {
      const answer = await fetch(`${hub.url}/imports`, {
        method: 'POST',
        headers: { authorization: `Bearer ${office.token}`, 'content-type': 'application/octet-stream' },
        body: typeof document === 'string' ? document : new Uint8Array(document),
      });
      return (await answer.text()).includes('BAD_INPUT');
    };
    const files = [...REFUSED, ...REFUSED].entries();
    const survived: string[] = [];
    const worker = async () => {
      for (const [, [name, document]] of files) if (!(await refused(document))) survived.push(name);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    expect(survived).toEqual([]);
    expect(hub.process.exitCode).toBeNull();
    expect((await fetch(`${hub.url}/readyz`)).status).toBe(200);
  }, 120_000);
});
