import { preview, publication, released } from '../testing/data.fixture.js';
import { refusal, startTestHub, type TestHub } from '../testing/hub.fixture.js';
import { cli, type Running } from '../testing/run.fixture.js';

let hub: TestHub;
let current: unknown;
let answer: unknown;
beforeEach(async () => {
  current = publication();
  answer = released();
  const give = () => {
    if (answer instanceof Error) throw answer;
    return answer;
  };
  hub = await startTestHub({
    publication: () => current,
    previewPublication: preview(),
    revisePublication: give,
    changeAudience: give,
    withdrawPublication: give,
  });
});
afterEach(() => hub.close());

const run = (words: readonly string[], running?: Running) => cli([...words, '--hub', hub.url], running);
const sent = (operation: string) =>
  hub.asked
    .filter((asked) => asked.operation === operation)
    .map(({ variables }) => variables.input as Record<string, unknown>);

describe('revise', () => {
  it('sends all that it says with the one change, against the revision that was read', async () => {
    expect(await run(['revise', 'p1', '--severity', 'severe', '--note', 'Two more offices'])).toMatchObject({
      exit: 0,
    });
    expect(sent('RevisePublication')).toEqual([
      {
        id: 'p1',
        revisionId: 'r2',
        note: 'Two more offices',
        idempotencyKey: expect.any(String),
        content: {
          kind: 'ALERT',
          title: 'Phishing against county clerks',
          summary: 'Mails claim to come from the state.',
          body: 'Do not open the attachment.',
          instructions: 'Report it.',
          tlp: 'AMBER',
          audience: { regions: ['55025'], groupIds: ['g1'] },
          attribution: 'NAMED',
          status: 'ACTUAL',
          severity: 'SEVERE',
          urgency: 'EXPECTED',
          certainty: 'OBSERVED',
          affectedSystems: ['OFFICE_IT'],
          affectedProducts: ['Mailer 3.1, all builds'],
          cves: ['CVE-2026-1234'],
          references: [{ title: 'Notice', url: 'https://example.org/notice' }],
          acknowledgeWithinMinutes: 240,
          expiresAt: '2026-11-05T18:00:00.000Z',
        },
      },
    ]);
  });

  it('addresses it to others, its text unchanged, when only the audience is given', async () => {
    expect(await run(['revise', 'p1', '--region', '55', '--tlp', 'green'])).toMatchObject({ exit: 0 });
    expect(sent('ChangeAudience')).toEqual([
      {
        id: 'p1',
        revisionId: 'r2',
        idempotencyKey: expect.any(String),
        tlp: 'GREEN',
        audience: { regions: ['55'], groupIds: ['g1'] },
      },
    ]);
    expect(sent('RevisePublication')).toEqual([]);
  });

  it('wants to know what was changed, and something to change', async () => {
    expect(await run(['revise', 'p1', '--severity', 'low'])).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('--note'),
    });
    expect(await run(['revise', 'p1', '--note', 'x'])).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('Say what to change.'),
    });
    expect(sent('RevisePublication')).toEqual([]);
  });

  it('ends with 6 when somebody else revised it, or it was withdrawn', async () => {
    answer = refusal('CONFLICT', 'It was revised since.');
    expect(await run(['revise', 'p1', '--title', 'x', '--note', 'y'])).toMatchObject({
      exit: 6,
      stderr: 'watchfire: It was revised since. [CONFLICT]\n',
    });
    current = publication({ revision: null, state: 'WITHDRAWN' });
    expect(await run(['revise', 'p1', '--title', 'x', '--note', 'y'])).toMatchObject({ exit: 6 });
  });

  it('asks somebody at a terminal', async () => {
    const words = ['revise', 'p1', '--title', 'x', '--note', 'y'];
    expect(await run(words, { terminal: true, input: 'n\n' })).toMatchObject({ exit: 1 });
    expect(sent('RevisePublication')).toEqual([]);
    expect(await run(words, { terminal: true, input: 'y\n' })).toMatchObject({ exit: 0 });
  });
});

describe('withdraw', () => {
  it('says why, and asks somebody at a terminal', async () => {
    const words = ['withdraw', 'p1', '--reason', 'A phishing test', '--superseded-by', 'p2'];
    const asked = await run(words, { terminal: true, input: 'n\n' });
    expect(asked).toMatchObject({
      exit: 1,
      stderr: expect.stringContaining('Phishing against county clerks'),
    });
    expect(await run(words)).toMatchObject({ exit: 0, stdout: expect.stringContaining('Withdrawn.') });
    expect(sent('WithdrawPublication')).toEqual([
      { id: 'p1', reason: 'A phishing test', supersededById: 'p2', idempotencyKey: expect.any(String) },
    ]);
  });
});
