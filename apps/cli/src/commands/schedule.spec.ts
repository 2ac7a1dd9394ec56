import { publication } from '../testing/data.fixture.js';
import { type Roots, startTestHub, type TestHub } from '../testing/hub.fixture.js';
import { cli } from '../testing/run.fixture.js';

const draft = (schedule: object | null = null) => ({
  ...{ id: 'd1', version: 3, state: 'DRAFT', updatedAt: '2026-11-03T12:00:00.000Z', reviewReasons: [] },
  ...{ author: { id: 'p1', name: 'Front desk' }, member: { id: 'm1', name: 'Dane County Clerk' } },
  ...{ reviewNote: null, revises: null, schedule, content: publication() },
});
const waiting = { state: 'WAITING', at: '2026-11-03T20:00:00.000Z', refusal: null };

describe('drafts', () => {
  let hub: TestHub;
  afterEach(() => hub.close());
  async function ask(roots: Roots, ...words: string[]) {
    hub = await startTestHub({ draft: draft(), ...roots });
    return cli(['drafts', ...words, '--hub', hub.url]);
  }
  const scheduled = {
    scheduleRelease: {
      ...{ outcome: 'SCHEDULED', reviewReasons: [], cursor: null, publication: null, draft: draft(waiting) },
    },
  };

  it('release --at keeps it for its time, and says how to take it back', async () => {
    const { exit, stdout } = await ask(scheduled, 'release', 'd1', '--at', '2026-11-03 20:00Z', '--yes');
    expect(exit).toBe(0);
    expect(stdout).toMatch(/^Goes out .+ watchfire drafts unschedule d1\n$/);
    expect(hub.asked.at(-1)?.variables.input).toMatchObject({ id: 'd1', version: 3, at: waiting.at });
  });

  it('release --undoable names no moment; what waits for review says so', async () => {
    const { scheduleRelease } = scheduled;
    const review = { ...scheduleRelease, outcome: 'SUBMITTED_FOR_REVIEW', reviewReasons: ['TWO_PERSON'] };
    const { stdout } = await ask({ scheduleRelease: review }, 'release', 'd1', '--undoable', '--yes');
    expect(stdout).toContain('waits for review');
    expect(hub.asked.at(-1)?.variables.input).not.toHaveProperty('at');
  });

  it('unschedule takes it back; what came to nothing says why', async () => {
    expect(await ask({ cancelScheduledRelease: { draft: draft() } }, 'unschedule', 'd1')).toMatchObject({
      exit: 0,
      stdout: 'Taken back. Nothing goes out.\n',
    });
    await hub.close();
    const refused = { ...waiting, state: 'REFUSED', refusal: 'FORBIDDEN' };
    expect((await ask({ draft: draft(refused) }, 'show', 'd1')).stdout).toMatch(
      /Did not go out .+: FORBIDDEN\./,
    );
  });
});
