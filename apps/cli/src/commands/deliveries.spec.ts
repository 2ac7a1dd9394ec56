import { connection } from '../testing/data.fixture.js';
import { startTestHub, type TestHub } from '../testing/hub.fixture.js';
import { cli } from '../testing/run.fixture.js';

const channel = {
  ...{
    channel: 'EMAIL',
    waitingCount: 0,
    laterCount: 0,
    deadCount: 2,
    oldestWaitingSeconds: 0,
    sentPerMinute: 0,
  },
  ...{ failures: [], dead: [{ cause: 'REJECTED', count: 2 }] },
};
const health = {
  ...{ unplannedCount: 0, oldestUnplannedSeconds: 0, late: [], channels: [channel], endpointCount: 0 },
  ...{ failingEndpointCount: 0, disabledEndpointCount: 0, failingEndpoints: [] },
};
const delivery = {
  ...{
    id: 'd1',
    channel: 'EMAIL',
    reason: 'RELEASE',
    state: 'FAILED',
    plannedAt: '2026-11-03T12:00:00.000Z',
  },
  ...{
    dueAt: null,
    tries: 1,
    triedAt: '2026-11-03T12:00:01.000Z',
    cause: 'REJECTED',
    said: '550 No',
    publication: null,
  },
};
const letter = {
  ...{ id: 'd1', host: null, replayable: true, member: { id: 'm1', name: 'Dane County Election Office' } },
  ...{ person: { id: 'p1', name: 'Election desk' }, delivery },
};

describe('deliveries', () => {
  let hub: TestHub;
  beforeEach(async () => {
    hub = await startTestHub({
      deliveryHealth: health,
      deadLetters: connection([letter]),
      replayDeadLetters: { count: 1 },
    });
  });
  afterEach(() => hub.close());
  const ask = (...words: string[]) => cli(['deliveries', ...words, '--hub', hub.url]);

  it('tells how it stands, once or again and again, without being told what to do', async () => {
    expect((await ask()).stdout).toContain('Given up in all, email: rejected 2.');
    const { exit, stdout } = await ask('--watch', '--count', '2', '--every', '1');
    expect([exit, stdout.split('Nothing is late.').length]).toEqual([0, 3]);
  });

  it('dead lists what was given up, to whom and why', async () => {
    const { stdout } = await ask('dead', '--cause', 'rejected,gone');
    expect(stdout).toMatch(/email +Dane County Election Office: Election desk +1 +rejected +d1 +release/);
    expect(stdout).toContain('Given up in all, email: rejected 2.');
    expect(hub.asked[0]?.variables).toMatchObject({ channels: null, causes: ['REJECTED', 'GONE'] });
  });

  it('replay takes ids, or all of some', async () => {
    expect((await ask('replay', 'd1')).stdout).toContain('1 delivery');
    expect(hub.asked.at(-1)?.variables.input).toMatchObject({ ids: ['d1'] });
    await ask('replay', '--all', '--channel', 'email');
    expect(hub.asked.at(-1)?.variables.input).toMatchObject({ all: true, channels: ['EMAIL'] });
    const asked = hub.asked.length;
    for (const words of [['replay'], ['replay', 'd1', '--all']]) expect((await ask(...words)).exit).toBe(2);
    expect(hub.asked).toHaveLength(asked);
  });
});
