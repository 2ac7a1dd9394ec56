import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { startHub, type TestHub } from '../support/hub.js';
import { type Receiver, startReceiver } from '../support/webhook-receiver.js';
import { ALERT, Desk, idIn, titles } from './desk.js';

const PATIENCE = 180_000;
jest.setTimeout(120_000);

let dataDir: string;
let hub: TestHub;
let receiver: Receiver;
let county: Desk;
let state: Desk;
let elsewhere: Desk;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'watchfire-data-'));
  receiver = await startReceiver();
  hub = await startHub({
    env: { WATCHFIRE_DEMO: 'on', WATCHFIRE_DATA_DIR: dataDir, WATCHFIRE_WEBHOOK_NETWORKS: '127.0.0.0/8' },
  });
  county = await Desk.of('county-clerk', hub.url, dataDir);
  state = await Desk.of('state-official', hub.url, dataDir);
  elsewhere = await Desk.of('distant-clerk', hub.url, dataDir);
}, PATIENCE);

afterAll(async () => {
  await Promise.all([county, state, elsewhere].map((desk) => desk?.close()));
  await hub?.close();
  await receiver?.close();
  await rm(dataDir, { recursive: true, force: true });
});

async function post(title: string, ...words: string[]): Promise<string> {
  const file = await county.file('alert.md', ALERT);
  return idIn(await county.json('post', file, '--title', title, ...words));
}

/** What the hub does by and by, such as filling inboxes. */
async function until(done: () => Promise<boolean>): Promise<void> {
  for (const since = Date.now(); !(await done()); ) {
    if (Date.now() - since > 60_000) throw new Error('It never came.');
  }
}

describe('signing in', () => {
  it('leaves what opens the hub for its user alone, and no password', async () => {
    const { stdout } = await county.run(['whoami']);
    expect(stdout).toContain('Dane County, Wisconsin (55025)');
    const { accounts } = await county.json('demo', 'accounts');
    for (const { password } of accounts as { password: string }[])
      expect(await county.kept()).not.toContain(password);
    expect((await stat(join(dataDir, 'demo-accounts.json'))).mode & 0o077).toBe(0);
  });

  it('is refused to whoever gives a wrong password', async () => {
    const desk = await Desk.open(hub.url, dataDir);
    const words = ['sign-in', '--email', 'desk@wi.example', '--password-stdin'];
    expect(await desk.run(words, { input: 'not the password\n' })).toMatchObject({ exit: 3, stdout: '' });
    expect(await desk.run(['whoami'])).toMatchObject({ exit: 3 });
    await desk.close();
  });

  it('ends with signing out, key and all', async () => {
    const desk = await Desk.of('vendor', hub.url, dataDir);
    const [, key = ''] = /"(wfk_[^"]+)"/.exec(await desk.kept()) ?? [];
    const env = { WATCHFIRE_API_KEY: key };
    expect(await desk.run(['inbox'], { env })).toMatchObject({ exit: 0 });
    expect(await desk.run(['sign-out'])).toMatchObject({ exit: 0 });
    expect(await desk.run(['inbox'], { env })).toMatchObject({ exit: 3 });
    await desk.close();
  });
});

describe('an alert', () => {
  it('is foreseen, posted, and reaches the state, and nobody elsewhere', async () => {
    const file = await county.file('alert.md', ALERT);
    const foreseen = await county.run(['post', file, '--dry-run']);
    expect(foreseen.stdout).toMatch(/Among them: .*Wisconsin Chief Election Office/);
    expect(titles(await county.json('list', '-n', '5'))).not.toContain('Reaches the state');
    const id = await post('Reaches the state');
    await until(async () => (await state.run(['inbox', '--unread'])).stdout.includes('Reaches the state'));
    expect((await state.run(['show', id])).stdout).toContain('Do not open the attachment.');
    expect(await elsewhere.run(['show', id])).toEqual({
      exit: 5,
      stdout: '',
      stderr: 'watchfire: There is nothing here by that id. [NOT_FOUND]\n',
    });
    expect(titles(await elsewhere.json('list', '-n', '20'))).not.toContain('Reaches the state');
    expect(await elsewhere.json('search', 'reaches')).toMatchObject({ totalCount: 0 });
  });

  it('is answered, and its sender sees who has', async () => {
    const id = await post('Asks for an answer');
    await until(async () => (await state.run(['inbox', '--unread'])).stdout.includes('Asks for an answer'));
    expect(await state.run(['acknowledge', id, '--need-help', '--note', 'Call us'])).toMatchObject({
      exit: 0,
    });
    expect((await county.run(['reach', id])).stdout).toMatch(
      /Wisconsin Chief Election Office .* need help, .*: Call us\n/,
    );
    expect(await state.run(['reach', id])).toMatchObject({ exit: 4 });
    expect(await elsewhere.run(['acknowledge', id, '--acting'])).toMatchObject({ exit: 5 });
  });

  it('posted again under the same key is the same one', async () => {
    const id = await post('Once', '--idempotency-key', 'once');
    expect(
      await post('Once', '--idempotency-key', 'once', '--expires', '2099-01-01').catch(String),
    ).toContain('ended with 6');
    const again = await county.run(['search', 'once', '--origin', 'Dane County Election Office', '--json']);
    expect((JSON.parse(again.stdout) as { matches: unknown[] }).matches).toHaveLength(1);
    expect(id).toBeTruthy();
  });

  it('is revised, addressed to others, and withdrawn', async () => {
    const id = await post('Grows');
    expect(
      await county.run(['revise', id, '--severity', 'high', '--note', 'Two more offices']),
    ).toMatchObject({ exit: 0 });
    expect(await county.run(['revise', id, '--region', 'wi'])).toMatchObject({ exit: 0 });
    const { publication } = await county.json('show', id);
    expect(publication).toMatchObject({
      severity: 'HIGH',
      tlp: 'AMBER',
      body: 'Do not open the attachment.',
      audience: { regions: [{ code: '55' }] },
    });
    expect((publication as { revisions: unknown[] }).revisions).toHaveLength(3);
    expect(await state.run(['withdraw', id, '--reason', 'Not mine'])).toMatchObject({ exit: 4 });
    expect(await county.run(['withdraw', id, '--reason', 'Resolved'])).toMatchObject({ exit: 0 });
    const tombstone = (await state.run(['show', id])).stdout;
    expect(tombstone).toContain('Resolved');
    expect(tombstone).not.toContain('attachment');
  });

  it('that is an exercise cannot be taken for real', async () => {
    const id = await post('Tabletop', '--status', 'exercise');
    expect((await state.run(['list', '-n', '5'])).stdout).toContain('[EXERCISE, NOT REAL] Tabletop');
    expect((await state.run(['show', id])).stdout).toContain('THIS IS AN EXERCISE. NOTHING IN IT IS REAL.');
  });

  it('that would move the cursor is refused', async () => {
    const file = await county.file('alert.md', ALERT);
    expect(await county.run(['post', file, '--body', 'a\u001b[2Jb'])).toMatchObject({
      exit: 2,
      stderr: expect.stringMatching(/^watchfire: body: .* \[BAD_INPUT\]\n$/),
    });
  });

  it('is refused in one sentence that names the field', async () => {
    const file = await county.file('ALERT.md', ALERT.replace('severity: medium\n', ''));
    const { exit, stderr } = await county.run(['post', file]);
    expect(exit).toBe(2);
    expect(stderr).toMatch(/^watchfire: severity: [^\n]+ \[BAD_INPUT\]\n$/);
  });
});

describe('running a member', () => {
  it('is for those who may', async () => {
    expect(
      await state.run(['invite', 'deputy@wi.example', '--name', 'Deputy', '--role', 'viewer,author']),
    ).toMatchObject({
      exit: 0,
      stdout: expect.stringContaining('/invitation#'),
    });
    expect((await state.run(['members', 'invitations'])).stdout).toContain('deputy@wi.example');
    expect(await county.run(['invite', 'x@wi.example', '--name', 'X', '--role', 'viewer'])).toMatchObject({
      exit: 4,
    });
  });

  it('lets the invited in', async () => {
    const { link } = await state.json(
      'invite',
      'clerk2@wi.example',
      '--name',
      'Second clerk',
      '--role',
      'viewer',
    );
    const desk = await Desk.open(hub.url, dataDir);
    const input = 'a long enough password of theirs\n';
    expect(await desk.run(['accept', `${link}`, '--password-stdin'], { input })).toMatchObject({ exit: 0 });
    expect(
      await desk.run(['sign-in', '--email', 'clerk2@wi.example', '--password-stdin'], { input }),
    ).toMatchObject({ exit: 0 });
    expect((await desk.run(['whoami'])).stdout).toContain('Second clerk');
    await desk.close();
  });

  it('has subscriptions, groups and keys', async () => {
    expect(await county.run(['subscribe', 'create', 'Severe', '--severity', 'severe'])).toMatchObject({
      exit: 0,
    });
    expect((await county.run(['subscribe', 'list'])).stdout).toContain('at least severe');
    expect(await county.run(['subscribe', 'delete', 'Severe'])).toMatchObject({ exit: 0 });
    expect(
      await state.run([
        'groups',
        'create',
        'Neighbors',
        '--member',
        'Rock County Election Office (Rock County, Wisconsin)',
      ]),
    ).toMatchObject({ exit: 0 });
    expect((await state.run(['groups', 'show', 'neighbors'])).stdout).toContain(
      'Rock County Election Office',
    );
    expect(await elsewhere.run(['groups', 'show', 'Neighbors'])).toMatchObject({ exit: 5 });
    const { secret, apiKey } = await county.json('keys', 'create', 'monitor', '--read');
    const env = { WATCHFIRE_API_KEY: `${secret}` };
    expect(await county.run(['list'], { env })).toMatchObject({ exit: 0 });
    expect(await county.run(['keys', 'create', 'another', '--read'], { env })).toMatchObject({ exit: 4 });
    expect(await county.run(['keys', 'revoke', (apiKey as { id: string }).id])).toMatchObject({ exit: 0 });
    expect(await county.run(['list'], { env })).toMatchObject({ exit: 3 });
  });
});

it('verifies the audit log, also against a head kept earlier', async () => {
  const auditor = await Desk.of('auditor', hub.url, dataDir);
  const { verification } = await auditor.json('audit', 'verify');
  const { head } = verification as { head: string };
  await post('After the head was kept');
  expect(await auditor.run(['audit', 'verify', '--expect', head])).toMatchObject({ exit: 0 });
  const forged = head.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
  expect(await auditor.run(['audit', 'verify', '--expect', forged])).toMatchObject({ exit: 8 });
  expect(await county.run(['audit', 'verify'])).toMatchObject({ exit: 4 });
  await auditor.close();
});

describe('webhooks', () => {
  it('are made, tried, followed, replayed and ended', async () => {
    const made = await county.json(
      'webhooks',
      'create',
      'SIEM',
      `${receiver.url}/siem`,
      '--severity',
      'medium',
    );
    expect(made).toMatchObject({
      secret: expect.stringMatching(/^whsec_/),
      endpoint: { name: 'SIEM', interest: { severityAtLeast: 'MEDIUM' } },
    });
    const { deliveryId } = await county.json('webhooks', 'test', 'siem');
    const sent = async (words: readonly string[] = []) =>
      (await county.json('webhooks', 'deliveries', 'SIEM', ...words)).deliveries as Record<string, unknown>[];
    await until(async () => (await sent(['--state', 'sent'])).length === 1);
    expect(await sent()).toMatchObject([{ id: deliveryId, state: 'SENT', reason: 'TEST', said: 'HTTP 204' }]);
    expect(receiver.at('/siem')[0]?.headers['webhook-id']).toBe(deliveryId);
    expect(await county.json('webhooks', 'replay', 'SIEM', `${deliveryId}`)).toMatchObject({ count: 1 });
    await until(async () => receiver.at('/siem').length === 2);
    const { secret } = await county.json('webhooks', 'rotate', 'SIEM', '--overlap', '1');
    expect(secret).not.toBe(made.secret);
    expect((await county.run(['webhooks', 'list'])).stdout).toContain('signs too until');
    await county.json('webhooks', 'update', 'SIEM', '--disable');
    expect((await county.run(['webhooks', 'list'])).stdout).toContain('switched off');
    expect((await county.run(['webhooks', 'test', 'SIEM'])).stderr).toContain('CONFLICT');
    expect(await state.json('webhooks', 'list')).toEqual({ webhookEndpoints: [] });
    await county.json('webhooks', 'delete', 'SIEM');
    expect((await county.run(['webhooks', 'list'])).stdout).toBe('You have no endpoints.\n');
  });
});

describe('how delivery does', () => {
  it('is shown to an operator, once or as it changes, and to nobody else', async () => {
    const operator = await Desk.of('operator', hub.url, dataDir);
    expect(await operator.json('deliveries')).toMatchObject({ late: [], unplannedCount: 0 });
    const { stdout } = await operator.run(['deliveries', '--watch', '--count', '2', '--every', '1']);
    expect(stdout.match(/Nothing is late\./g)).toHaveLength(2);
    expect(await county.run(['deliveries'])).toMatchObject({
      stdout: '',
      stderr: expect.stringContaining('FORBIDDEN'),
    });
    await operator.close();
  });
});
