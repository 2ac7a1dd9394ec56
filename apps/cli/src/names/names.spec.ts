import { fixed } from '../hub/bearers.js';
import { Hub } from '../hub/hub.js';
import { connection } from '../testing/data.fixture.js';
import { startTestHub, type TestHub } from '../testing/hub.fixture.js';
import { groupId } from './group.js';
import { memberId } from './member.js';
import { personId } from './person.js';
import { regionCode } from './region.js';

const wisconsin = { code: '55', fullName: 'Wisconsin', iso: 'US-WI' };
const region = (
  code: string,
  name: string,
  level: string,
  parent: object | null = wisconsin,
  fullName = `${name}, Wisconsin`,
) => ({
  code,
  name,
  fullName,
  level,
  parent,
  iso: level === 'STATE' ? `US-${code === '55' ? 'WI' : 'WA'}` : null,
  same: level === 'COUNTY' ? `0${code}` : null,
  ocd: null,
  replacedBy: [],
});
const dane = region('55025', 'Dane County', 'COUNTY');
const town = region('5502519000', 'Dane town', 'PLACE', {
  code: '55025',
  fullName: 'Dane County, Wisconsin',
  iso: null,
});
const washingtons = [
  region('53', 'Washington', 'STATE', null, 'Washington'),
  region('55131', 'Washington County', 'COUNTY'),
  region(
    '41067',
    'Washington County',
    'COUNTY',
    { code: '41', fullName: 'Oregon', iso: 'US-OR' },
    'Washington County, Oregon',
  ),
];

const id = '3f0c3f6e-8a0e-4b8e-9ad5-3c8e1d0e8b1a';
const person = (key: string, name: string, email: string | null) => ({
  id: key,
  name,
  email,
  roles: null,
  contact: true,
  suspended: null,
  member: { id: 'm1', name: 'Own' },
});

let server: TestHub;
let hub: Hub;
let found: unknown[] = [];
beforeEach(async () => {
  server = await startTestHub({
    regions: () => found,
    members: ({ filter }: { filter: { text: string } }) =>
      connection(
        [
          { id: 'm1', name: 'Dane County Clerk' },
          { id: 'm2', name: 'FBI' },
          { id: 'm3', name: 'FBI Milwaukee' },
          {
            id: 'm4',
            name: 'Rock Clerk',
            jurisdiction: { code: '55105', fullName: 'Rock County, Wisconsin' },
          },
          {
            id: 'm5',
            name: 'Rock Clerk',
            jurisdiction: { code: '27133', fullName: 'Rock County, Minnesota' },
          },
        ].filter(({ name }) => name.toLowerCase().includes(filter.text.toLowerCase())),
      ),
    groups: connection([{ id: 'g1', name: 'Lake counties', owner: { id: 'm1', name: 'Own' } }]),
    viewer: { member: { id: 'm1', name: 'Own' } },
    member: ({ id: member }: { id: string }) => ({
      id: member,
      name: 'x',
      people: connection(
        member === 'm1'
          ? [person('p1', 'Clerk', 'Clerk@dane.example'), person('p2', 'Deputy Clerk', null)]
          : [person('p3', 'Election desk', null)],
      ),
    }),
  });
  hub = new Hub(server.url, fixed('x'), []);
});
afterEach(() => server.close());

describe('a region', () => {
  it.each(['us', 'R05', '55', '55025', ' 5502519000 '])('by its code %s needs no question', async (code) => {
    expect(await regionCode(hub, code)).toBe(code.trim().toUpperCase());
    expect(server.asked).toEqual([]);
  });

  it.each([
    ['the only one found', 'dane', [dane], '55025'],
    ['by name and state', 'dane wi', [dane, town], '55025'],
    ['by its full name', 'Dane County, Wisconsin', [dane, town], '55025'],
    ['the wider of two by one name', 'Washington', washingtons, '53'],
    ['by name and state among namesakes', 'washington or', washingtons, '41067'],
    ['a state by its letters', 'wi', [region('55', 'Wisconsin', 'STATE', null, 'Wisconsin'), dane], '55'],
    ['by another code', '055025', [dane, town], '55025'],
  ])('%s', async (_what, text, regions, code) => {
    found = regions;
    expect(await regionCode(hub, text)).toBe(code);
  });

  it('is never guessed', async () => {
    found = washingtons;
    await expect(regionCode(hub, 'washington county')).rejects.toThrow(
      'could be several regions: Washington (53); Washington County, Wisconsin (55131)',
    );
    found = [dane, town];
    await expect(regionCode(hub, 'dan')).rejects.toMatchObject({ exit: 2 });
    found = [];
    await expect(regionCode(hub, 'atlantis')).rejects.toMatchObject({ exit: 5 });
  });
});

describe('a member, a group, a person', () => {
  it('by id need no question', async () => {
    expect([
      await memberId(hub, id),
      await groupId(hub, id),
      await personId(hub, id),
      await memberId(hub, 'id:odd'),
    ]).toEqual([id, id, id, 'odd']);
    expect(server.asked).toEqual([]);
  });

  it.each([
    ['the whole name', () => memberId(hub, 'FBI'), 'm2'],
    ['the only one that holds it', () => memberId(hub, 'Dane'), 'm1'],
    ['with its jurisdiction', () => memberId(hub, 'rock clerk (Rock County, Minnesota)'), 'm5'],
    ['with the code of its jurisdiction', () => memberId(hub, 'Rock Clerk (55105)'), 'm4'],
    ['a group in other letters', () => groupId(hub, 'lake COUNTIES'), 'g1'],
    ['a person of one’s own by name', () => personId(hub, 'clerk'), 'p1'],
    ['by address', () => personId(hub, 'clerk@DANE.example'), 'p1'],
    ['of another member', () => personId(hub, 'FBI: Election desk'), 'p3'],
  ])('by name: %s', async (_what, find, expected) => {
    expect(await find()).toBe(expected);
  });

  it.each([
    [
      'namesakes',
      () => memberId(hub, 'Rock Clerk'),
      2,
      'Rock Clerk (Rock County, Wisconsin) m4; Rock Clerk (Rock County, Minnesota) m5',
    ],
    ['elsewhere', () => memberId(hub, 'Rock Clerk (Dane County, Wisconsin)'), 5, 'no member'],
    ['several', () => memberId(hub, 'F'), 2, 'could be several: FBI m2; FBI Milwaukee m3'],
    [
      'none',
      () => memberId(hub, 'Nobody'),
      5,
      'There is no member by the name "Nobody" that you may know of.',
    ],
    ['no such group', () => groupId(hub, 'x'), 5, 'no group'],
    ['no such person', () => personId(hub, 'Mayor'), 5, 'no person'],
    ['another’s address', () => personId(hub, 'a@b.example'), 2, 'is nobody of your own member'],
  ])('are never guessed: %s', async (_what, find, exit, sentence) => {
    await expect(find()).rejects.toMatchObject({ exit, message: expect.stringContaining(sentence) });
  });
});
