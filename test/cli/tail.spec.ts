import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { startHub, type TestHub } from '../support/hub.js';
import { Desk, idIn, type Started } from './desk.js';
import { type Line, lineTo } from './line.js';

const PATIENCE = 180_000;
jest.setTimeout(120_000);

let dataDir: string;
let hub: TestHub;
let county: Desk;
let reader: Desk;
let line: Line;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'watchfire-data-'));
  hub = await startHub({ env: { WATCHFIRE_DEMO: 'on', WATCHFIRE_DATA_DIR: dataDir } });
  county = await Desk.of('county-clerk', hub.url, dataDir);
}, PATIENCE);

afterAll(async () => {
  await county?.close();
  await hub?.close();
  await rm(dataDir, { recursive: true, force: true });
});

afterEach(async () => {
  await reader.close();
  await line.close();
});

const details = ['--severity', 'low', '--urgency', 'past', '--certainty', 'observed', '--region', '55025'];

async function post(title: string, tlp = 'amber'): Promise<string> {
  const posted = await county.json('post', '--kind', 'alert', '--title', title, '--tlp', tlp, ...details);
  return idIn(posted);
}

async function until(watched: Started, text: string): Promise<void> {
  for (const since = Date.now(); !watched.output().includes(text); ) {
    if (Date.now() - since > 60_000) throw new Error(`"${text}" never came: ${watched.output()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const titlesIn = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map((text) => (JSON.parse(text) as { publication: { title: string } }).publication.title);

describe.each([
  ['WebSocket', {}],
  ['server-sent events', { noSockets: true }],
])('watching over %s', (name, network) => {
  it('shows what the reader may see as it happens, and goes on after breaks without gap or repeat', async () => {
    line = await lineTo(hub.url, network);
    reader = await Desk.of('state-official', line.url, dataDir);
    const watched = reader.start(['tail', '--json', '--limit', '4']);
    await until(watched, `over ${name}.`);
    await post(`first over ${name}`);
    await until(watched, `first over ${name}`);
    line.cut();
    await post(`second over ${name}`);
    await until(watched, `second over ${name}`);
    await post(`third over ${name}`);
    line.cut();
    await post(`fourth over ${name}`);
    const { exit, stdout } = await watched.ended;
    expect(exit).toBe(0);
    expect(titlesIn(stdout)).toEqual(
      ['first', 'second', 'third', 'fourth'].map((nth) => `${nth} over ${name}`),
    );
  });

  it('shows nothing of what the reader may not see', async () => {
    line = await lineTo(hub.url, network);
    reader = await Desk.of('distant-clerk', line.url, dataDir);
    const watched = reader.start(['tail', '--json', '--limit', '1']);
    await until(watched, `over ${name}.`);
    await post(`not for Florida over ${name}`);
    await post(`for all over ${name}`, 'green');
    const { stdout } = await watched.ended;
    expect(titlesIn(stdout)).toEqual([`for all over ${name}`]);
  });
});

it('shows whom something reached anew when somebody answers, to whoever may know it', async () => {
  line = await lineTo(hub.url);
  reader = await Desk.of('state-official', line.url, dataDir);
  const id = await post('who answers?');
  const watched = county.start(['reach', id, '--watch', '--json']);
  await until(watched, '"acknowledgedCount":0');
  await reader.json('acknowledge', id, '--acting');
  await until(watched, '"acknowledgedCount":1');
  watched.child.kill('SIGINT');
  expect((await watched.ended).exit).toBe(0);
  expect(await reader.run(['reach', id, '--watch'])).toMatchObject({ exit: 4, stdout: '' });
});

it('takes up where an earlier run stopped', async () => {
  line = await lineTo(hub.url);
  reader = await Desk.of('state-official', line.url, dataDir);
  const watched = reader.start(['tail', '--json', '--limit', '1']);
  await until(watched, 'Watching');
  await post('before the break');
  const { cursor } = JSON.parse((await watched.ended).stdout) as { cursor: string };
  await post('while nobody watched');
  const { stdout } = await reader.run(['tail', '--json', '--limit', '1', '--after', cursor]);
  expect(titlesIn(stdout)).toEqual(['while nobody watched']);
});

it('ends well when it is told to stop', async () => {
  line = await lineTo(hub.url);
  reader = await Desk.of('state-official', line.url, dataDir);
  const watched = reader.start(['tail']);
  await until(watched, 'Watching');
  watched.child.kill('SIGINT');
  expect(await watched.ended).toMatchObject({ exit: 0, stdout: '' });
});

it('ends with 2 at a cursor that is none', async () => {
  line = await lineTo(hub.url);
  reader = await Desk.of('state-official', line.url, dataDir);
  expect(await reader.run(['tail', '--after', 'nonsense'])).toMatchObject({ exit: 2 });
});

it.each(['websocket', 'sse'])('ends with 3 when the key is revoked under it, over %s', async (transport) => {
  line = await lineTo(hub.url);
  reader = await Desk.of('vendor', line.url, dataDir);
  const { secret, apiKey } = await reader.json('keys', 'create', 'watching', '--read');
  const env = { WATCHFIRE_API_KEY: `${secret}` };
  const watched = reader.start(['tail', '--transport', transport], { env });
  await until(watched, 'Watching');
  await reader.run(['keys', 'revoke', (apiKey as { id: string }).id]);
  expect(await watched.ended).toMatchObject({
    exit: 3,
    stderr: expect.stringContaining('You are not signed in, or no longer.'),
  });
});
