import { readFile, stat } from 'node:fs/promises';
import { credentialsFile } from '../hub/credentials.js';
import { viewer } from '../testing/data.fixture.js';
import { refusal, startTestHub, type TestHub } from '../testing/hub.fixture.js';
import { cli, newHome } from '../testing/run.fixture.js';

const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const key = (id: string) => ({
  id,
  name: 'n',
  prefix: 'wfk_',
  scopes: ['READ'],
  createdAt: soon(0),
  expiresAt: soon(9_999),
  lastUsedAt: null,
});

let hub: TestHub;
let tokenMinutes = 15;
let keys = 0;
beforeEach(async () => {
  tokenMinutes = 15;
  keys = 0;
  hub = await startTestHub({
    hub: { name: 'Test hub', version: '1', demo: false },
    issueToken: ({ input }: { input: { password: string } }) => {
      if (input.password !== 'correct horse battery') throw refusal('UNAUTHENTICATED', 'No.');
      return { token: 'wft_1', expiresAt: soon(tokenMinutes), viewer: viewer() };
    },
    createApiKey: () => {
      keys += 1;
      return { apiKey: key(`key-${keys}`), secret: `wfk_${keys}` };
    },
    revokeApiKey: ({ input }: { input: { id: string } }) => ({ id: input.id }),
    signOut: { signedOut: true },
    viewer: (_: unknown, { bearer }: { bearer: string | null }) => (bearer === null ? null : viewer()),
    createGroup: { group: { id: 'g', name: 'Lakes', owner: { id: 'm1', name: 'Dane County Clerk' } } },
  });
});
afterEach(() => hub.close());

const words = (...more: string[]) => [
  'sign-in',
  '--email',
  'clerk@dane.example',
  '--password-stdin',
  ...more,
];
const input = 'correct horse battery\n';

async function signedIn() {
  const env = { XDG_CONFIG_HOME: newHome() };
  const ran = await cli(words('--hub', hub.url), { env, input });
  return { env, ran, file: credentialsFile(env) };
}

const bearers = () => hub.asked.map(({ operation, bearer }) => [operation, bearer]);

describe('signing in', () => {
  it('keeps a token and a key of this computer’s own, for the user alone', async () => {
    const { ran, file } = await signedIn();
    expect(ran).toMatchObject({
      exit: 0,
      stderr: '',
      stdout: expect.stringContaining('as Clerk, Dane County Clerk (releaser, coordinator).'),
    });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const kept = JSON.parse(await readFile(file, 'utf8'));
    expect(kept).toMatchObject({
      current: hub.url,
      hubs: { [hub.url]: { token: { secret: 'wft_1' }, key: { secret: 'wfk_1' } } },
    });
    expect(await readFile(file, 'utf8')).not.toContain('correct horse');
    expect(hub.asked[1]).toMatchObject({
      operation: 'CreateKey',
      bearer: 'wft_1',
      variables: {
        input: {
          scopes: ['READ', 'PUBLISH'],
          expiresInDays: 30,
          name: expect.stringMatching(/^watchfire on /),
        },
      },
    });
  });

  it('prints no secret, in JSON neither', async () => {
    const { stdout } = await cli(words('--hub', hub.url, '--json'), { input });
    expect(JSON.parse(stdout)).toMatchObject({
      hub: hub.url,
      person: { name: 'Clerk' },
      roles: ['RELEASER', 'COORDINATOR'],
    });
    expect(stdout).not.toMatch(/wf[tk]_/);
  });

  it('asks at a terminal, and does not show the password', async () => {
    const { exit, stderr } = await cli(['sign-in', '--hub', hub.url, '--email', 'clerk@dane.example'], {
      terminal: true,
      input,
    });
    expect(exit).toBe(0);
    expect(stderr).toContain('Password: ');
    expect(stderr).not.toContain('correct');
  });

  it('ends with 3 at a wrong password, and keeps nothing', async () => {
    const env = { XDG_CONFIG_HOME: newHome() };
    const { exit, stderr } = await cli(words('--hub', hub.url), { env, input: 'wrong\n' });
    expect(exit).toBe(3);
    expect(stderr).toBe(
      'watchfire: The hub knows no such account, or not with this password. [UNAUTHENTICATED]\n',
    );
    await expect(stat(credentialsFile(env))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('sends no password over plain http to another computer', async () => {
    expect(await cli(words('--hub', 'http://192.0.2.1'), { input })).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('is not encrypted'),
    });
  });

  it('revokes the key of an earlier sign-in', async () => {
    const { env } = await signedIn();
    await cli(words('--hub', hub.url), { env, input });
    expect(hub.asked.find(({ operation }) => operation === 'RevokeKey')?.variables).toEqual({
      input: { id: 'key-1' },
    });
  });

  it('makes no key where none is wanted', async () => {
    const { exit } = await cli(words('--hub', hub.url, '--key-days', '0'), { input });
    expect(exit).toBe(0);
    expect(hub.asked.map(({ operation }) => operation)).toEqual(['IssueToken']);
  });
});

describe('being signed in', () => {
  it('reads with the key, on the hub signed in to', async () => {
    const { env } = await signedIn();
    expect(await cli(['whoami'], { env })).toMatchObject({
      exit: 0,
      stdout: expect.stringContaining('Dane County Clerk (local)'),
    });
    expect(bearers().at(-1)).toEqual(['WhoAmI', 'wfk_1']);
  });

  it('manages with the token', async () => {
    const { env } = await signedIn();
    await cli(['groups', 'create', 'Lakes'], { env });
    expect(bearers().at(-1)).toEqual(['CreateGroup', 'wft_1']);
  });

  it('asks for the password again when the token has ended', async () => {
    tokenMinutes = -1;
    const { env } = await signedIn();
    tokenMinutes = 15;
    const ran = await cli(['groups', 'create', 'Lakes'], { env, terminal: true, input });
    expect(ran.stderr).toContain('This takes your password. Password of clerk@dane.example: ');
    expect(ran.exit).toBe(0);
    await cli(['groups', 'create', 'Lakes'], { env });
    expect(bearers().filter(([operation]) => operation === 'IssueToken')).toHaveLength(2);
  });

  it('does not hang where nobody is there to be asked', async () => {
    tokenMinutes = -1;
    const { env } = await signedIn();
    const { exit, stderr } = await cli(['groups', 'create', 'Lakes'], { env });
    expect({ exit, stderr }).toEqual({
      exit: 3,
      stderr: 'watchfire: This takes a fresh sign-in. Run: watchfire sign-in [UNAUTHENTICATED]\n',
    });
  });

  it('goes behind WATCHFIRE_API_KEY and WATCHFIRE_HUB', async () => {
    const { env } = await signedIn();
    await cli(['whoami'], { env: { ...env, WATCHFIRE_API_KEY: 'wfk_other', WATCHFIRE_HUB: hub.url } });
    expect(bearers().at(-1)).toEqual(['WhoAmI', 'wfk_other']);
    const elsewhere = await cli(['whoami'], { env: { ...env, WATCHFIRE_HUB: 'http://127.0.0.1:45999' } });
    expect(elsewhere).toMatchObject({ exit: 7 });
  });

  it('sends a hub no secret of another', async () => {
    const { env } = await signedIn();
    const other = await startTestHub({ viewer: null, hub: { name: 'Other', version: '1', demo: false } });
    expect(await cli(['whoami', '--hub', other.url], { env })).toMatchObject({ exit: 3 });
    expect(other.asked[0]?.bearer).toBeNull();
    await other.close();
  });
});

describe('signing out', () => {
  it('ends the session, revokes the key and forgets', async () => {
    const { env, file } = await signedIn();
    expect(await cli(['sign-out'], { env })).toMatchObject({
      exit: 0,
      stdout: `Signed out of ${hub.url}.\n`,
    });
    expect(bearers().slice(-2)).toEqual([
      ['RevokeKey', 'wft_1'],
      ['SignOut', 'wft_1'],
    ]);
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ version: 1, current: null, hubs: {} });
    expect(await cli(['whoami', '--hub', hub.url], { env })).toMatchObject({ exit: 3 });
  });

  it('forgets though the hub is gone, and says that the key is still good', async () => {
    const { env, file } = await signedIn();
    await hub.close();
    const { exit, stdout } = await cli(['sign-out'], { env });
    expect(exit).toBe(0);
    expect(stdout).toContain("The hub still knows this computer's key");
    expect(JSON.parse(await readFile(file, 'utf8')).hubs).toEqual({});
  });

  it('says so where nobody was signed in', async () => {
    expect(await cli(['sign-out', '--hub', hub.url])).toMatchObject({
      exit: 0,
      stdout: `You were not signed in to ${hub.url}.\n`,
    });
  });
});
