import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DemoAccount, DemoAccounts } from './demo-accounts.js';

const clerk: DemoAccount = {
  persona: 'county-clerk',
  name: 'Election desk, Dane County',
  email: 'desk@dane-county.wi.example',
  password: 'acorn-birch-clover-dune-ember',
  member: 'Dane County Election Office',
  kind: 'LOCAL',
  roles: ['VIEWER'],
};

describe('DemoAccounts', () => {
  let folder: string;
  let accounts: DemoAccounts;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'watchfire-accounts-'));
    accounts = new DemoAccounts({ dataDir: join(folder, 'data') });
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('are none before any are written', () => {
    expect(accounts.read()).toEqual([]);
  });

  it('are read as they were written, and only by their owner', async () => {
    await accounts.write([clerk]);
    await accounts.write([clerk, { ...clerk, persona: 'state-official' }]);
    expect(accounts.read()).toEqual([clerk, { ...clerk, persona: 'state-official' }]);
    expect(await readdir(join(folder, 'data'))).toEqual(['demo-accounts.json']);
    const { mode } = await stat(join(folder, 'data', 'demo-accounts.json'));
    expect(mode & 0o777).toBe(0o600);
  });

  it('say so when the file cannot be read', async () => {
    await accounts.write([clerk]);
    await writeFile(join(folder, 'data', 'demo-accounts.json'), '[');
    expect(() => accounts.read()).toThrow(SyntaxError);
  });
});
