import { connection } from '../testing/data.fixture.js';
import { type Roots, startTestHub, type TestHub } from '../testing/hub.fixture.js';
import { cli } from '../testing/run.fixture.js';

const comment = (over: object = {}) => ({
  id: 'c1',
  state: 'POSTED',
  tlp: 'AMBER',
  tlpLabel: 'TLP:AMBER',
  text: 'Seen here \u001b[31mtoo',
  attribution: 'ANONYMOUS',
  member: { id: 'm1', name: 'Dane County Clerk' },
  author: { id: 'p1', name: 'Front desk' },
  postedAt: '2026-11-03T12:00:00.000Z',
  endedAt: null,
  reason: null,
  ...over,
});

describe('comment', () => {
  let hub: TestHub;
  afterEach(() => hub.close());
  async function ask(roots: Roots, ...words: string[]) {
    hub = await startTestHub(roots);
    return cli(['comment', ...words, '--hub', hub.url]);
  }

  it('list shows who says what, and tombstones, with nothing that controls a terminal', async () => {
    const ended = { text: null, member: null, author: null, endedAt: '2026-11-03T13:00:00.000Z' };
    const comments = connection([
      comment(),
      comment({ ...ended, id: 'c2', state: 'WITHDRAWN' }),
      comment({ ...ended, id: 'c3', state: 'REMOVED', reason: 'Names a voter' }),
    ]);
    const { exit, stdout } = await ask({ publication: { comments } }, 'list', 'p1');
    expect(exit).toBe(0);
    expect(stdout).toContain('Dane County Clerk (anonymous to others), Front desk');
    expect(stdout).toMatch(/not named.*\nTaken back .*\.\nc2/);
    expect(stdout).toContain(': Names a voter');
    expect(stdout).not.toContain('\u001b[31m');
  });

  it('post sends what is said; what is absent is told so', async () => {
    const { exit, stdout } = await ask(
      { postComment: { comment: comment({ text: 'Here too.' }) } },
      ...['post', 'p1', 'Here too.', '--tlp', 'amber+strict', '--anonymous'],
    );
    expect(exit).toBe(0);
    expect(stdout).toMatch(/^Posted\.\nTLP:AMBER {2}Dane County Clerk/);
    expect(hub.asked[0]?.variables.input).toMatchObject({
      publicationId: 'p1',
      text: 'Here too.',
      tlp: 'AMBER_STRICT',
      attribution: 'ANONYMOUS',
    });
    await hub.close();
    expect(await ask({ publication: null }, 'list', 'p1')).toMatchObject({ exit: 5 });
  });

  it('withdraw and remove say that it is done', async () => {
    expect(await ask({ withdrawComment: { comment: comment() } }, 'withdraw', 'c1')).toMatchObject({
      exit: 0,
      stdout: 'Taken back.\n',
    });
    await hub.close();
    expect(
      await ask({ removeComment: { comment: comment() } }, 'remove', 'c1', '--reason', 'x'),
    ).toMatchObject({ exit: 0, stdout: 'Removed.\n' });
  });
});
