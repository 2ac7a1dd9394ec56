import { connection, publication } from '../testing/data.fixture.js';
import { type Roots, startTestHub, type TestHub } from '../testing/hub.fixture.js';
import { cli } from '../testing/run.fixture.js';

let hub: TestHub;
afterEach(() => hub.close());

async function ask(roots: Roots, ...words: string[]) {
  hub = await startTestHub(roots);
  return cli([...words, '--hub', hub.url]);
}

const member = { id: 'm1', name: 'Dane County Clerk' };
const given = {
  response: 'NEED_HELP',
  note: 'Call us',
  at: '2026-11-03T12:00:00.000Z',
  member,
  person: null,
};

describe('acknowledge', () => {
  it.each([
    ['--acting', 'ACTING'],
    ['--not-affected', 'NOT_AFFECTED'],
    ['--need-help', 'NEED_HELP'],
  ])('%s answers %s', async (option, response) => {
    const roots = { acknowledge: { acknowledgement: { ...given, response }, publication: publication() } };
    const { exit, stdout } = await ask(roots, 'acknowledge', 'p1', option, '--note', 'Call us');
    expect(exit).toBe(0);
    expect(stdout).toBe(
      `Answered: ${response.toLowerCase().replace('_', ' ')}, to Phishing against county clerks\n`,
    );
    expect(hub.asked[0]?.variables.input).toMatchObject({ publicationId: 'p1', response, note: 'Call us' });
  });

  it('guesses no answer', async () => {
    expect(await ask({}, 'acknowledge', 'p1')).toMatchObject({ exit: 2 });
    expect(hub.asked).toEqual([]);
  });
});

describe('reach', () => {
  const counts = (
    memberCount: number,
    openedCount: number,
    acknowledgedCount: number,
    sentCount: number,
  ) => ({
    memberCount,
    openedCount,
    acknowledgedCount,
    silentCount: memberCount - acknowledgedCount,
    sentCount,
    failedCount: memberCount - sentCount,
  });
  const reach = {
    notifiedCount: 5,
    openedCount: 2,
    memberCount: 3,
    acknowledgedCount: 1,
    silentCount: 2,
    sentCount: 2,
    failedCount: 1,
    responses: [
      { response: 'ACTING', count: 0 },
      { response: 'NEED_HELP', count: 1 },
    ],
    byState: [
      { region: { code: '55', fullName: 'Wisconsin' }, ...counts(2, 1, 1, 2) },
      { region: null, ...counts(1, 0, 0, 0) },
    ],
    byKind: [{ kind: 'LOCAL', ...counts(3, 1, 1, 2) }],
    members: connection([
      { member, openedAt: '2026-11-03T12:00:00.000Z', acknowledgement: given, escalation: null },
      {
        member: { id: 'm2', name: 'Rock County Clerk' },
        openedAt: null,
        acknowledgement: null,
        escalation: null,
      },
    ]),
  };

  it('tells who has it and who answered', async () => {
    const { stdout } = await ask({ publication: publication({ reach }) }, 'reach', 'p1');
    expect(stdout).toMatch(/Answered: +1 member \(need help 1\)\n/);
    expect(stdout).toMatch(/Silent: +2 members\n/);
    expect(stdout).toMatch(/Wisconsin +2 +1 +1 +1 +2 +0\n/);
    expect(stdout).toMatch(/Dane County Clerk +\d{4}-.* need help, .*: Call us\n/);
    expect(stdout).toMatch(/Rock County Clerk +- +silent\n/);
  });

  it('gives programs the same, and asks for the silent ones alone', async () => {
    const { stdout } = await ask(
      { publication: publication({ reach }) },
      'reach',
      'p1',
      '--silent',
      '--json',
    );
    expect(JSON.parse(stdout)).toMatchObject({
      publication: { id: expect.any(String) },
      reach: { silentCount: 2, members: [{ member }, { openedAt: null }] },
      next: null,
    });
    expect(hub.asked[0]?.variables).toMatchObject({ silentOnly: true });
  });

  it('ends with 4 for whoever may not know it, and with 5 where there is nothing', async () => {
    expect(await ask({ publication: publication({ reach: null }) }, 'reach', 'p1')).toMatchObject({
      exit: 4,
    });
    await hub.close();
    expect(await ask({ publication: null }, 'reach', 'p1')).toMatchObject({ exit: 5 });
  });
});
