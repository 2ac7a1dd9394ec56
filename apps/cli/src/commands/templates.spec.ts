import { startTestHub, type TestHub } from '../testing/hub.fixture.js';
import { cli } from '../testing/run.fixture.js';

const template = (over: object = {}) => ({
  ...{ id: 'phishing.en', builtIn: true, version: 0, name: 'Phishing', topic: 'PHISHING', language: 'EN' },
  updatedAt: null,
  content: {
    ...{
      kind: 'ALERT',
      title: 'Phishing: [subject]',
      summary: null,
      body: 'Since [time].',
      instructions: null,
    },
    ...{ tlp: 'AMBER', severity: 'MEDIUM', urgency: 'IMMEDIATE', certainty: 'OBSERVED' },
    ...{ affectedSystems: ['OFFICE_IT'], acknowledgeWithinMinutes: 60 },
  },
  ...over,
});
const own = template({ id: '3f0c3f6e-8a0e-4b8e-9ad5-3c8e1d0e8b1a', builtIn: false, name: 'Ours' });

describe('templates', () => {
  let hub: TestHub;
  beforeEach(async () => {
    hub = await startTestHub({ templates: [template(), own], deleteTemplate: { id: own.id } });
  });
  afterEach(() => hub.close());
  const ask = (...words: string[]) => cli(['templates', ...words, '--hub', hub.url]);

  it('list names them, and asks for what is wanted', async () => {
    const { exit, stdout } = await ask('list', '--language', 'es');
    expect(exit).toBe(0);
    expect(stdout).toMatch(/Phishing +phishing +en +the hub's +phishing\.en/);
    expect(stdout).toMatch(/Ours +phishing +en +ours/);
    expect(hub.asked[0]?.variables).toMatchObject({ language: 'ES' });
  });

  it('show gives a file that post takes', async () => {
    const { stdout } = await ask('show', 'phishing.en');
    expect(stdout).toMatch(/^---\n/);
    expect(stdout).toContain('kind: alert\n');
    expect(stdout).toContain('systems: [ office-it ]');
    expect(stdout).toContain('answer-within: 60m');
    expect(stdout).toMatch(/---\nSince \[time\]\./);
  });

  it('delete finds one’s own by name, and none of the hub’s', async () => {
    expect(await ask('delete', 'Ours')).toMatchObject({ exit: 0, stdout: 'Deleted.\n' });
    expect(hub.asked.at(-1)?.variables.input).toMatchObject({ id: own.id });
    expect((await ask('delete', 'Phishing')).exit).not.toBe(0);
  });
});
