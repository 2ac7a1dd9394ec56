import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DemoAccount, DemoAccounts } from '../../apps/hub/src/demo/demo-accounts.js';
import { ask } from '../support/graphql.js';
import { startHub, type TestHub } from '../support/hub.js';

describe('the hub', () => {
  let hub: TestHub;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'watchfire-test-'));
    hub = await startHub({
      env: { WATCHFIRE_DATA_DIR: folder, WATCHFIRE_SECURITY_CONTACT: 'mailto:security@hub.example' },
    });
  });
  afterAll(async () => {
    await hub.close();
    await rm(folder, { recursive: true });
  });

  it('is alive and ready', async () => {
    expect((await fetch(`${hub.url}/healthz`)).status).toBe(200);
    const ready = await fetch(`${hub.url}/readyz`);
    expect(await ready.json()).toEqual({ status: 'ready' });
  });

  it('tells where to report a weakness, for less than a year (RFC 9116)', async () => {
    const answer = await fetch(`${hub.url}/.well-known/security.txt`);
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    const lines = (await answer.text()).split('\n');
    expect(lines).toContain('Contact: mailto:security@hub.example');
    const [expires = ''] = lines.filter((line) => line.startsWith('Expires: '));
    const left = Date.parse(expires.slice(9)) - Date.now();
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(365 * 86_400_000);
  });

  it('answers what anyone may know', async () => {
    const answer = await fetch(`${hub.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ hub { name version demo personas { email } } viewer { roles } }' }),
    });
    expect(await answer.json()).toMatchObject({ data: { hub: { name: 'Watchfire' }, viewer: null } });
  });

  it('gives away no account where there is no demo, even beside a file of demo accounts', async () => {
    const accounts = [{ persona: 'x', email: 'x@x.example', password: 'x', member: 'x', kind: 'LOCAL' }];
    await hub.app.get(DemoAccounts).write(accounts as unknown as DemoAccount[]);
    const { data } = await ask(hub.url, null, '{ hub { demo personas { email } } }');
    expect(data).toEqual({ hub: { demo: false, personas: [] } });
  });
});
