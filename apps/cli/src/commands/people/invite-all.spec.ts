import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestHub, type TestHub } from '../../testing/hub.fixture.js';
import { cli } from '../../testing/run.fixture.js';

const CSV = 'email,name,roles\na@dane.example,Deputy,viewer\n';
const line = (over: object = {}) => ({
  ...{ line: 2, email: 'a@dane.example', name: 'Deputy', roles: ['VIEWER'], link: null, error: null },
  ...over,
});

describe('people invite-all', () => {
  let folder: string;
  let file: string;
  let hub: TestHub;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'watchfire-csv-'));
    file = join(folder, 'staff.csv');
    await writeFile(file, CSV);
  });
  afterAll(() => rm(folder, { recursive: true }));
  async function ask(answer: object, ...words: string[]) {
    hub = await startTestHub({ invitePeople: answer });
    const done = await cli(['people', 'invite-all', ...words, '--hub', hub.url]);
    await hub.close();
    return done;
  }

  it('sends the file, and shows each link once', async () => {
    const lines = [line({ link: 'https://hub.example/invitation#wfi_1' })];
    const { exit, stdout } = await ask({ invited: true, errorCount: 0, lines }, file);
    expect(exit).toBe(0);
    expect(stdout).toContain('Invited 1. Give each their link; it is shown once.');
    expect(stdout).toContain('https://hub.example/invitation#wfi_1');
    expect(hub.asked[0]?.variables.input).toMatchObject({ csv: CSV, dryRun: false });
  });

  it('tells of a dry run, and of what is wrong', async () => {
    const good = await ask({ invited: false, errorCount: 0, lines: [line()] }, file, '--dry-run');
    expect(good.stdout).toContain('All 1 lines are good. Nobody has been invited yet.');
    const error = { code: 'BAD_INPUT', column: 'email', message: 'This is not an e-mail address.' };
    const bad = await ask({ invited: false, errorCount: 1, lines: [line({ error })] }, file);
    expect(bad).toMatchObject({ exit: 2, stderr: 'watchfire: 1 of 1 lines are wrong. [BAD_INPUT]\n' });
    expect(bad.stdout).toContain('email: This is not an e-mail address.');
  });

  it('reads no file that is not there', async () => {
    expect(await ask({}, join(folder, 'absent.csv'))).toMatchObject({ exit: 2 });
  });
});
