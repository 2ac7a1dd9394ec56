import { connection, publication } from '../testing/data.fixture.js';
import { type Roots, startTestHub, type TestHub } from '../testing/hub.fixture.js';
import { cli } from '../testing/run.fixture.js';

describe('level', () => {
  let hub: TestHub;
  beforeEach(async () => {
    hub = await startTestHub({});
  });
  afterEach(() => hub.close());
  async function ask(roots: Roots, ...words: string[]) {
    await hub.close();
    hub = await startTestHub(roots);
    return cli(['level', ...words, '--hub', hub.url]);
  }
  const wisconsin = { code: '55', fullName: 'Wisconsin' };

  it('show tells own and inherited levels', async () => {
    const standing = {
      ...{ region: { code: '55025', fullName: 'Dane County, Wisconsin' }, level: 'HIGH', setFor: wisconsin },
      ...{ since: '2026-11-03T12:00:00.000Z', reason: 'Threats', publication: publication() },
    };
    const alertLevels = [{ ...standing, region: wisconsin }, standing];
    const { exit, stdout } = await ask({ alertLevels }, 'show', '55');
    expect(exit).toBe(0);
    expect(stdout).toMatch(/Wisconsin +high +itself/);
    expect(stdout).toMatch(/Dane County, Wisconsin +high +Wisconsin/);
    expect(await ask({ alertLevels: [] }, 'show')).toMatchObject({
      stdout: 'No level is set there that you may see.\n',
    });
    expect(hub.asked[0]?.variables).toMatchObject({ within: 'US' });
  });

  it('history tells when and why', async () => {
    const change = { level: 'SEVERE', at: '2026-11-03T12:00:00.000Z', reason: 'Shots\nfired', tlp: 'AMBER' };
    const { stdout } = await ask({ alertLevelHistory: connection([change]) }, 'history', '55');
    expect(stdout).toMatch(/severe +Shots fired/);
  });

  it('set sends level and reason, and knows no other level', async () => {
    const outcome = {
      ...{ outcome: 'RELEASED', reviewReasons: [], cursor: 'c', publication: publication(), draft: null },
    };
    const { exit, stdout } = await ask(
      { setAlertLevel: outcome },
      ...['set', '55', 'elevated', '--reason', 'Threats', '--tlp', 'green'],
    );
    expect(exit).toBe(0);
    expect(stdout).toContain('Released.');
    expect(hub.asked[0]?.variables.input).toMatchObject({
      ...{ region: '55', level: 'ELEVATED', reason: 'Threats', tlp: 'GREEN' },
    });
    expect(await ask({}, 'set', '55', 'orange', '--reason', 'x')).toMatchObject({ exit: 2 });
  });
});
