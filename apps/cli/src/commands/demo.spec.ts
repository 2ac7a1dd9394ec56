import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cli, newHome } from '../testing/run.fixture.js';

const account = {
  persona: 'county-clerk',
  name: 'Clerk',
  email: 'clerk@dane.example',
  password: 'a-password-made-at-seeding',
  member: 'Dane County Clerk',
  kind: 'LOCAL',
  roles: ['RELEASER'],
};

async function accounts(content: string | null, ...words: string[]) {
  const folder = newHome();
  if (content !== null) await writeFile(join(folder, 'demo-accounts.json'), content);
  return cli(['demo', 'accounts', ...words], { env: { WATCHFIRE_DATA_DIR: folder } });
}

describe('demo accounts', () => {
  it('shows who can sign in, and with what', async () => {
    const { exit, stdout } = await accounts(JSON.stringify([account]));
    expect(exit).toBe(0);
    expect(stdout).toMatch(
      /county-clerk +Dane County Clerk +releaser +clerk@dane\.example +a-password-made-at-seeding\n/,
    );
  });

  it('gives programs all of it', async () => {
    expect(JSON.parse((await accounts(JSON.stringify([account]), '--json')).stdout)).toEqual({
      accounts: [account],
    });
  });

  it('ends with 5 where there is no demo community', async () => {
    expect(await accounts(null)).toMatchObject({
      exit: 5,
      stderr: expect.stringContaining('There is no demo community here'),
    });
  });

  it.each(['', '{}', '[{"persona":1}]', 'null'])('does not take %j for it', async (content) => {
    expect(await accounts(content)).toMatchObject({
      exit: 1,
      stdout: '',
      stderr: expect.stringContaining('is not what a hub writes'),
    });
  });
});
