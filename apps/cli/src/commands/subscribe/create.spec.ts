import { publication } from '../../testing/data.fixture.js';
import { startTestHub, type TestHub } from '../../testing/hub.fixture.js';
import { cli } from '../../testing/run.fixture.js';

describe('subscribe create --dry-run', () => {
  let hub: TestHub;
  afterEach(() => hub.close());
  const ask = async (previewInterest: object) => {
    hub = await startTestHub({ previewInterest });
    return cli(['subscribe', 'create', 'Around us', '--region', '55025', '--dry-run', '--hub', hub.url]);
  };

  it('shows what it would have brought, and subscribes to nothing', async () => {
    const answer = { matchCount: 3, lookedAtCount: 2_000, partial: true, publications: [publication()] };
    const { exit, stdout } = await ask(answer);
    expect(exit).toBe(0);
    expect(stdout).toContain('it would have brought 3 or more');
    expect(stdout).toContain('Phishing against county clerks');
    expect(hub.asked).toHaveLength(1);
    expect(hub.asked[0]?.variables.interest).toEqual({ below: true, above: true, regions: ['55025'] });
  });

  it('says so when it would have brought nothing', async () => {
    const { stdout } = await ask({ matchCount: 0, lookedAtCount: 9, partial: false, publications: [] });
    expect(stdout).toBe('In the last 31 days it would have brought 0.\n');
  });
});
