import { startTestHub, type TestHub } from '../testing/hub.fixture.js';
import { cli } from '../testing/run.fixture.js';

const DESK = {
  id: '3f0c3f6e-8a0e-4b8e-9ad5-3c8e1d0e8b1a',
  name: 'Election desk',
  email: 'desk@office.example',
};
const WATCH = {
  id: '4f0c3f6e-8a0e-4b8e-9ad5-3c8e1d0e8b1b',
  name: 'Night watch',
  email: 'watch@office.example',
};
const person = (one: object) => ({
  ...{ roles: ['VIEWER'], contact: true, suspended: false, member: { id: 'm1', name: 'Dane' } },
  ...one,
});

const member = (contactList: object[] | null) => ({
  id: 'm1',
  name: 'Dane County Election Office',
  contactList,
  people: {
    edges: [DESK, WATCH].map((node) => ({ node: person(node) })),
    pageInfo: { hasNextPage: false, endCursor: null },
  },
});

describe('contacts', () => {
  let hub: TestHub;
  let list: object[] | null = [];
  beforeEach(async () => {
    list = [
      { person: person(DESK), duties: [{ days: ['MONDAY', 'TUESDAY'], from: '08:00', until: '17:00' }] },
    ];
    hub = await startTestHub({
      viewer: { member: { id: 'm1', name: 'Dane County Election Office' } },
      member: () => member(list),
      setContactList: () => ({ member: member(list) }),
    });
  });
  afterEach(() => hub.close());
  const ask = (...words: string[]) => cli(['contacts', ...words, '--hub', hub.url]);
  const input = () => hub.asked.at(-1)?.variables.input as { contacts: object[] };

  it('show tells who is asked in which order, and when', async () => {
    const { exit, stdout } = await ask('show');
    expect(exit).toBe(0);
    expect(stdout).toMatch(/1 +Election desk +desk@office\.example +mon,tue 08:00-17:00/);
    list = [];
    expect((await ask()).stdout).toContain('has no contact list');
    list = null;
    expect((await ask('show', 'id:m2')).exit).toBe(4);
  });

  it('set takes people in order with their hours', async () => {
    await ask('set', 'Election desk=mon-wed,fri 08:00-17:00; sat-mon 18:00-24:00', 'watch@office.example');
    expect(input().contacts).toEqual([
      {
        personId: DESK.id,
        duties: [
          { days: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'FRIDAY'], from: '08:00', until: '17:00' },
          { days: ['SATURDAY', 'SUNDAY', 'MONDAY'], from: '18:00', until: '00:00' },
        ],
      },
      { personId: WATCH.id, duties: [] },
    ]);
    await ask('set', '--none');
    expect(input().contacts).toEqual([]);
  });

  it.each([
    [['set']],
    [['set', 'Election desk', '--none']],
    [['set', 'Election desk=someday 08:00-17:00']],
    [['set', 'Election desk=m 08:00-17:00']],
    [['set', 'Election desk=mon 08:00']],
    [['set', 'Election desk=']],
    [['set', 'Election desk=mon-fri 08:00-17:00 always']],
  ])('is not understood and asks nothing: %j', async (words) => {
    expect((await ask(...words)).exit).toBe(2);
    expect(hub.asked).toEqual([]);
  });
});
