import sql from 'sql-template-tag';
import { Database } from '#platform';
import { type Answer, ask } from '../support/graphql.js';
import { startHub, type TestHub } from '../support/hub.js';
import { type Desk, openOffices, type Someone } from '../support/office-world.js';

const FIELDS = `owner own timeZone quietHours { from until } digest { every at weekday } channels { severity email webhook }`;

describe('preferences', () => {
  let hub: TestHub;
  let desks: Record<Desk, Someone>;

  beforeAll(async () => {
    hub = await startHub();
    desks = await openOffices(hub);
  });
  afterAll(() => hub.close());
  beforeEach(() =>
    hub.app.get(Database).write(async (tx) => {
      await tx.execute(sql`DELETE FROM preference`);
      await tx.execute(sql`DELETE FROM duty_contact`);
    }),
  );

  const as = (desk: Desk, query: string, variables = {}) => ask(hub.url, desks[desk].token, query, variables);
  const read = async (desk: Desk, field = 'preferences') =>
    (await as(desk, `{ ${field} { ${FIELDS} } }`)).data?.[field];
  const set = (desk: Desk, input: object) =>
    as(
      desk,
      `mutation ($input: SetPreferencesInput!) { setPreferences(input: $input) { preferences { ${FIELDS} } } }`,
      {
        input,
      },
    );
  const refused = ({ errors }: Answer) => [errors?.[0]?.extensions?.code, errors?.[0]?.extensions?.field];

  it('are as usual in the jurisdiction’s time zone until somebody sets them', async () => {
    expect(await read('clerk')).toEqual({
      owner: 'PERSON',
      own: [],
      timeZone: 'America/Chicago',
      quietHours: null,
      digest: { every: 'DAY', at: '08:00', weekday: 'MONDAY' },
      channels: ['BASELINE', 'LOW', 'MEDIUM', 'HIGH', 'SEVERE', 'EMERGENCY'].map((severity, level) => ({
        severity,
        email: level < 3 ? 'DIGEST' : 'AT_ONCE',
        webhook: true,
      })),
    });
  });

  it('are the member’s where one has set none, and one’s own where one has', async () => {
    const night = { from: '22:00', until: '06:00' };
    await set('clerk', { owner: 'MEMBER', quietHours: night, timeZone: 'America/Denver' });
    expect(await read('clerk')).toMatchObject({ own: [], quietHours: night, timeZone: 'America/Denver' });
    await set('clerk', { quietHours: {}, channels: [{ severity: 'LOW', email: 'OFF' }] });
    expect(await read('clerk')).toMatchObject({
      own: ['CHANNELS', 'QUIET_HOURS'],
      quietHours: null,
      timeZone: 'America/Denver',
      channels: [{ email: 'DIGEST' }, { email: 'OFF' }, { email: 'DIGEST' }, {}, {}, {}],
    });
    await set('clerk', {
      inherit: ['QUIET_HOURS'],
      digest: { every: 'WEEK', at: '17:30', weekday: 'FRIDAY' },
    });
    expect(await read('clerk')).toMatchObject({
      own: ['CHANNELS', 'DIGEST'],
      quietHours: night,
      digest: { every: 'WEEK', at: '17:30', weekday: 'FRIDAY' },
    });
    expect(await read('clerk', 'memberPreferences')).toMatchObject({ owner: 'MEMBER', quietHours: night });
    expect(await read('neighbor')).toMatchObject({ own: [], quietHours: null });
  });

  it('leave one way as it is where only the other is set', async () => {
    await set('clerk', { owner: 'MEMBER', channels: [{ severity: 'HIGH', email: 'OFF', webhook: false }] });
    await set('clerk', { channels: [{ severity: 'LOW', webhook: false }] });
    await set('clerk', { owner: 'MEMBER', channels: [{ severity: 'MEDIUM', email: 'OFF' }] });
    const [, low, medium, high] = ((await read('clerk')) as { channels: object[] }).channels;
    expect([low, medium, high]).toEqual([
      { severity: 'LOW', email: 'DIGEST', webhook: false },
      { severity: 'MEDIUM', email: 'OFF', webhook: true },
      { severity: 'HIGH', email: 'OFF', webhook: false },
    ]);
    await set('clerk', { inherit: ['CHANNELS'] });
    expect(await read('clerk')).toMatchObject({
      own: [],
      channels: [{}, { webhook: true }, {}, { webhook: false }, {}, {}],
    });
  });

  it('are refused, naming the field, and then nothing has changed', async () => {
    const cases: [object, (string | undefined)[]][] = [
      [{ channels: [{ severity: 'EMERGENCY', email: 'OFF' }] }, ['input', 'channels', '0', 'email']],
      [
        {
          channels: [
            { severity: 'LOW', email: 'OFF' },
            { severity: 'LOW', email: 'OFF' },
          ],
        },
        ['input', 'channels', '1', 'severity'],
      ],
      [{ channels: [{ severity: 'EMERGENCY', webhook: false }] }, ['input', 'channels', '0', 'webhook']],
      [{ channels: [{ severity: 'LOW' }] }, ['input', 'channels', '0']],
      [{ quietHours: { from: '22:00' } }, ['input', 'quietHours', 'until']],
      [{ quietHours: { from: '22:00', until: '22:00' } }, ['input', 'quietHours', 'until']],
      [{ quietHours: { from: '24:00', until: '06:00' } }, ['input', 'quietHours', 'from']],
      [{ timeZone: 'Dane County' }, ['input', 'timeZone']],
      [{ digest: { every: 'DAY', at: '8:00' } }, ['input', 'digest', 'at']],
      [{ timeZone: 'UTC', inherit: ['TIME_ZONE'] }, ['input', 'inherit']],
    ];
    for (const [input, field] of cases)
      expect(refused(await set('clerk', input))).toEqual(['BAD_INPUT', field]);
    expect(await read('clerk')).toMatchObject({ own: [] });
  });

  it('of a member are its coordinators’ to see and set', async () => {
    await hub.app
      .get(Database)
      .write((tx) =>
        tx.execute(
          sql`DELETE FROM person_role WHERE person_id = ${desks.neighbor.personId} AND role = 'COORDINATOR'`,
        ),
      );
    expect(refused(await set('neighbor', { owner: 'MEMBER', timeZone: 'UTC' }))[0]).toBe('FORBIDDEN');
    expect(refused(await as('neighbor', '{ memberPreferences { timeZone } }'))[0]).toBe('FORBIDDEN');
    expect(refused(await set('neighbor', { timeZone: 'UTC' }))).toEqual([undefined, undefined]);
    expect(refused(await ask(hub.url, null, '{ preferences { timeZone } }'))[0]).toBe('UNAUTHENTICATED');
  });

  describe('a contact list', () => {
    const put = (desk: Desk, contacts: object[]) =>
      as(
        desk,
        `mutation ($input: SetContactListInput!) { setContactList(input: $input) {
          member { contactList { person { id } duties { days from until } } } } }`,
        { input: { contacts } },
      );
    const listOf = (desk: Desk, of: Desk) =>
      as(desk, 'query ($id: ID!) { member(id: $id) { contactList { person { id email } } } }', {
        id: desks[of].memberId,
      });

    it('is kept in order, with hours', async () => {
      const duties = [{ days: ['MONDAY', 'TUESDAY'], from: '08:00', until: '17:00' }];
      const { data } = await put('clerk', [{ personId: desks.clerk.personId, duties }]);
      expect(data).toEqual({
        setContactList: { member: { contactList: [{ person: { id: desks.clerk.personId }, duties }] } },
      });
      await put('clerk', []);
      expect((await listOf('clerk', 'clerk')).data).toEqual({ member: { contactList: [] } });
    });

    it('is shown to nobody else’s people', async () => {
      await put('clerk', [{ personId: desks.clerk.personId }]);
      expect((await listOf('neighbor', 'clerk')).data).toEqual({ member: { contactList: null } });
      expect((await listOf('operator', 'clerk')).data).toMatchObject({ member: { contactList: [{}] } });
    });

    it('holds own people only, each once, with hours that are some', async () => {
      const me = desks.clerk.personId;
      const duty = { days: ['MONDAY'], from: '08:00', until: '17:00' };
      const cases: [object[], string[]][] = [
        [[{ personId: desks.neighbor.personId }], ['0', 'personId']],
        [[{ personId: 'nobody' }], ['0', 'personId']],
        [
          [{ personId: me }, { personId: me }],
          ['1', 'personId'],
        ],
        [[{ personId: me, duties: [{ ...duty, days: [] }] }], ['0', 'duties', '0', 'days']],
        [[{ personId: me, duties: [{ ...duty, until: '08:00' }] }], ['0', 'duties', '0', 'until']],
        [[{ personId: me, duties: Array(15).fill(duty) }], ['0', 'duties']],
        [Array(21).fill({ personId: me }), []],
      ];
      for (const [contacts, field] of cases) {
        expect(refused(await put('clerk', contacts))).toEqual(['BAD_INPUT', ['input', 'contacts', ...field]]);
      }
      expect((await listOf('clerk', 'clerk')).data).toEqual({ member: { contactList: [] } });
    });
  });
});
