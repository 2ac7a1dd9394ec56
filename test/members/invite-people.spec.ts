import type { InvitePeopleInput } from '#contract';
import { Invitations, Invite, InvitePeople } from '#members';
import { Community, type Hub, hubOn, openHubDatabase } from '../identity/hub.js';
import type { TestDatabase } from '../support/database.js';

describe('inviting many by CSV', () => {
  let opened: TestDatabase;
  let hub: Hub;
  let community: Community;
  let dane: string;
  let rock: string;
  let coordinator: string;
  let reader: string;

  beforeAll(async () => {
    opened = await openHubDatabase();
    hub = await hubOn(opened);
  });
  beforeEach(async () => {
    await hub.clear();
    community = new Community(hub);
    dane = await community.member('LOCAL', '55025', 'Dane County Clerk');
    rock = await community.member('LOCAL', '55105', 'Rock County Clerk');
    coordinator = await community.person(dane, ['COORDINATOR']);
    reader = await community.person(dane, ['VIEWER']);
  });
  afterAll(async () => {
    await hub.app.close();
    await opened.close();
  });

  const invite = async (csv: string, more: Partial<InvitePeopleInput> = {}, by = coordinator) =>
    hub.get(InvitePeople).perform(await community.as(by), { csv, dryRun: false, ...more });
  const waiting = async () => {
    const { edges } = await hub
      .get(Invitations)
      .pageOf(await community.as(coordinator), dane, { first: 100 });
    return edges.map(({ node }) => [node.email, node.name, node.roles.join(' ')].join(' '));
  };
  const refused = (code: string, ...field: string[]) =>
    expect.objectContaining(field.length > 0 ? { code, field } : { code });
  const csvOf = (...lines: string[]) => ['email,name,roles', ...lines].join('\n');

  it('invites everyone, with a link each, in whatever order the columns are', async () => {
    const csv =
      '\ufeffRoles,Email,Name\r\n"viewer; author",A@example.org,"Clerk, first"\r\n\r\nreleaser|viewer,b@example.org,Second\r\n';
    const { invited, lines, links } = await invite(csv);
    expect(invited).toBe(true);
    expect(lines.map(({ line, email, error }) => [line, email, error])).toEqual([
      [2, 'a@example.org', null],
      [4, 'b@example.org', null],
    ]);
    expect(new Set(links.values()).size).toBe(2);
    expect(await waiting()).toEqual([
      'a@example.org Clerk, first VIEWER AUTHOR',
      'b@example.org Second RELEASER VIEWER',
    ]);
  });

  it('tells what is wrong line by line, and then invites nobody', async () => {
    const csv = csvOf(
      'new@example.org,New,viewer',
      'no address,Desk,viewer',
      'x@example.org,,viewer',
      'y@example.org,Desk,king',
      'z@example.org,Desk,',
      'w@example.org,Desk,operator',
      'NEW@example.org,Again,viewer',
      'short@example.org',
    );
    const { invited, lines, links } = await invite(csv);
    expect(invited).toBe(false);
    expect(lines.map(({ error }) => error && `${error.code} ${error.column}`)).toEqual([
      null,
      'BAD_INPUT email',
      'BAD_INPUT name',
      'BAD_INPUT roles',
      'BAD_INPUT roles',
      'BAD_INPUT roles',
      'BAD_INPUT email',
      'BAD_INPUT roles',
    ]);
    expect(links.size).toBe(0);
    expect(await waiting()).toEqual([]);
  });

  it('only tells, in a dry run, of what is good too', async () => {
    const { invited, lines } = await invite(csvOf('new@example.org,New,viewer'), { dryRun: true });
    expect({ invited, errors: lines.filter(({ error }) => error) }).toEqual({ invited: false, errors: [] });
    expect(await waiting()).toEqual([]);
  });

  it('says of an address no more than a single invitation does', async () => {
    const elsewhere = await community.person(rock, ['VIEWER'], { email: 'there@example.org' });
    await community.person(dane, ['VIEWER'], { email: 'here@example.org' });
    const { lines } = await invite(csvOf('there@example.org,A,viewer', 'here@example.org,B,viewer'), {
      dryRun: true,
    });
    expect(lines.map(({ error }) => error?.column ?? null)).toEqual([null, 'email']);
    const one = { email: 'there@example.org', name: 'A', roles: ['VIEWER'] as const };
    const { invitationId } = await hub
      .get(Invite)
      .person(await community.as(coordinator), { ...one, roles: [...one.roles] });
    expect([elsewhere, invitationId]).toEqual([expect.any(String), expect.any(String)]);
  });

  it('is for those who run the member, and happens once for one key', async () => {
    const csv = csvOf('new@example.org,New,viewer');
    await expect(invite(csv, {}, reader)).rejects.toEqual(refused('FORBIDDEN'));
    await expect(invite(csv, { memberId: rock })).rejects.toEqual(refused('FORBIDDEN'));
    const key = { idempotencyKey: 'once' };
    const first = await invite(csv, key);
    const again = await invite(csv, key);
    expect(again.lines).toEqual(first.lines);
    expect([first.links.size, again.links.size]).toEqual([1, 0]);
    expect(await waiting()).toHaveLength(1);
  });

  it.each([
    ['nothing', ' '],
    ['no header', 'a@example.org,New,viewer'],
    ['a column twice', 'email,name,roles,name\na@example.org,A,viewer,B'],
    ['nobody', 'email,name,roles\n'],
    ['too many columns', csvOf('a@example.org,A,viewer,more')],
    ['an open quote', csvOf('"a@example.org,A,viewer')],
    ['too many people', csvOf(...Array.from({ length: 201 }, (_, n) => `a${n}@example.org,A,viewer`))],
    ['too much', csvOf('x'.repeat(100_001))],
    ['a control character', csvOf('a@example.org,A\u0007,viewer')],
  ])('refuses %s as a whole', async (_, csv) => {
    await expect(invite(csv)).rejects.toEqual(refused('BAD_INPUT', 'input', 'csv'));
    expect(await waiting()).toEqual([]);
  });
});
