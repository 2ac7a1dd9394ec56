import { Sessions } from '#identity';
import { People } from '#members';
import { Database, ManualClock } from '#platform';
import { type Answer, ask, dataOf } from '../support/graphql.js';
import { startHub, type TestHub } from '../support/hub.js';
import { type Desk, openOffices, type Someone } from '../support/office-world.js';

const SET = `mutation ($input: SetAlertLevelInput!) { setAlertLevel(input: $input) { outcome reviewReasons cursor
  publication { id title severity tlp alertLevel { region { code } level } revision { number alertLevel { level } } }
  draft { id version content { alertLevel { region { code } level } } } } }`;
const LEVELS = `query ($within: RegionCode) { alertLevels(within: $within) { region { code } level setFor { code } since reason
  publication { id tlp } } }`;
const HISTORY = `query ($region: RegionCode!, $first: Int, $after: Cursor) { alertLevelHistory(region: $region, first: $first, after: $after) {
  edges { node { level reason tlp at publication { id } } } pageInfo { hasNextPage endCursor } } }`;
const WITHDRAW =
  'mutation ($input: WithdrawPublicationInput!) { withdrawPublication(input: $input) { publication { alertLevel { level } } } }';
const ACTIVITY = `query ($filter: RegionActivityFilter!) { regionActivity(filter: $filter) { region { code } publicationCount
  alertCount highestSeverity } }`;

interface Set {
  readonly outcome: string;
  readonly publication: { readonly id: string } | null;
  readonly draft: { readonly id: string; readonly version: number } | null;
}

interface Standing {
  readonly region: { readonly code: string };
  readonly level: string;
  readonly setFor: { readonly code: string };
}

describe('alert levels', () => {
  let hub: TestHub;
  let clock: ManualClock;
  let offices: Record<Desk, Someone>;
  let second: string;
  const send = (token: string | null, query: string, variables: Record<string, unknown>) =>
    ask(hub.url, token, query, variables);
  const as = (desk: Desk | null, query: string, variables: Record<string, unknown>): Promise<Answer> =>
    send(desk && offices[desk].token, query, variables);
  const set = async (desk: Desk, input: object): Promise<Set> =>
    (await dataOf<{ setAlertLevel: Set }>(as(desk, SET, { input: { reason: 'Threats', ...input } })))
      .setAlertLevel;
  const refusal = async (desk: Desk, input: object) =>
    (await as(desk, SET, { input: { reason: 'Threats', level: 'HIGH', ...input } })).errors?.[0]?.extensions;
  /** Region, level, and where it is set if that is elsewhere. */
  const levels = async (desk: Desk | null, within = 'US') => {
    const { alertLevels } = await dataOf<{ alertLevels: Standing[] }>(as(desk, LEVELS, { within }));
    return alertLevels.map(({ region, level, setFor }) =>
      [region.code, level, ...(setFor.code === region.code ? [] : [setFor.code])].join(' '),
    );
  };

  /** Revises the advisory of a level as any other. */
  const revise = async (id: string, more: object) => {
    const { publication } = await dataOf<{ publication: { revision: { id: string } } }>(
      as('official', 'query ($id: ID!) { publication(id: $id) { revision { id } } }', { id }),
    );
    const content = { kind: 'ADVISORY', audience: { regions: ['55'] }, ...more };
    const input = { id, revisionId: publication.revision.id, content, note: 'again' };
    await dataOf(
      as(
        'official',
        'mutation ($input: RevisePublicationInput!) { revisePublication(input: $input) { outcome } }',
        { input },
      ),
    );
  };

  beforeAll(async () => {
    clock = new ManualClock();
    hub = await startHub({ clock, env: { WATCHFIRE_TOKEN_MINUTES: '1440' } });
    offices = await openOffices(hub);
    second = await hub.app.get(Database).write(async (tx) => {
      const person = { memberId: offices.operator.memberId, name: 'Second', email: 's@office.example' };
      const [personId = ''] = await hub.app.get(People).insertMany(tx, [{ ...person, roles: ['ANALYST'] }]);
      return (await hub.app.get(Sessions).open(tx, 'TOKEN', { personId, era: 0, userAgent: null })).secret;
    });
  }, 60_000);
  afterAll(() => hub.close());
  /** Levels end with their advisories. */
  afterEach(async () => {
    const { alertLevels } = await dataOf<{ alertLevels: { publication: { id: string } }[] }>(
      as('operator', LEVELS, {}),
    );
    for (const id of new Set(alertLevels.map(({ publication }) => publication.id)))
      await dataOf(as('operator', WITHDRAW, { input: { id, reason: 'Over' } }));
    clock.advance(7_200_000);
  });

  it('are set by a state, inherited below, and seen by TLP and keys alone', async () => {
    const done = await set('official', { region: '55', level: 'ELEVATED' });
    expect(done).toMatchObject({
      outcome: 'RELEASED',
      publication: {
        title: 'Alert level of Wisconsin: ELEVATED',
        severity: 'MEDIUM',
        tlp: 'AMBER',
        alertLevel: { region: { code: '55' }, level: 'ELEVATED' },
      },
    });
    await set('official', { region: '55025', level: 'HIGH', tlp: 'AMBER_STRICT' });
    expect(await levels('clerk')).toEqual(['55 ELEVATED', '55025 HIGH']);
    expect(await levels('neighbor')).toEqual(['55 ELEVATED']);
    expect(await levels('neighbor', '55025')).toEqual(['55025 ELEVATED 55']);
    expect(await levels('operator', '55')).toEqual(['55 ELEVATED', '55025 HIGH']);
    for (const desk of ['distant', 'federal', null] as const) expect(await levels(desk)).toEqual([]);
    expect(await levels('distant', '55025')).toEqual([]);
    await set('official', { region: '55', level: 'LOW', tlp: 'CLEAR' });
    expect(await levels(null)).toEqual(['55 LOW']);
    expect(await levels(null, '17')).toEqual([]);
    expect((await as('clerk', LEVELS, { within: '99999' })).errors?.[0]?.extensions?.field).toEqual([
      'within',
    ]);
  });

  it('are for a state within itself and for the hub, and for nobody else', async () => {
    expect(await refusal('official', { region: '17' })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusal('official', { region: 'US' })).toMatchObject({ code: 'FORBIDDEN' });
    for (const desk of ['clerk', 'federal'] as const)
      expect(await refusal(desk, { region: '55025' })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusal('official', { region: '99' })).toMatchObject({ field: ['input', 'region'] });
    expect(await refusal('official', { region: '55', tlp: 'RED' })).toMatchObject({
      field: ['input', 'tlp'],
    });
    expect(await refusal('official', { region: '55', reason: ' ' })).toMatchObject({
      field: ['input', 'reason'],
    });
    expect(await refusal('official', { region: '55', expiresAt: '2020-01-01T00:00:00Z' })).toMatchObject({
      field: ['input', 'expiresAt'],
    });
    expect(await levels('operator')).toEqual([]);
  });

  it('of the nation take two people of the hub, and reach every region', async () => {
    const waiting = await set('operator', { region: 'US', level: 'GUARDED', tlp: 'GREEN' });
    expect(waiting).toMatchObject({
      outcome: 'SUBMITTED_FOR_REVIEW',
      publication: null,
      draft: { content: { alertLevel: { region: { code: 'US' }, level: 'GUARDED' } } },
    });
    expect(await levels('clerk')).toEqual([]);
    const release = 'mutation ($input: ReleaseDraftInput!) { releaseDraft(input: $input) { outcome } }';
    const { id, version } = waiting.draft ?? { id: '', version: 0 };
    expect((await send(second, release, { input: { id, version } })).data).toEqual({
      releaseDraft: { outcome: 'RELEASED' },
    });
    const national = await levels('distant');
    expect(national).toHaveLength(1 + 10 + 56);
    expect(national.slice(0, 2)).toEqual(['US GUARDED', 'R01 GUARDED US']);
    await set('official', { region: '55', level: 'SEVERE', tlp: 'GREEN' });
    expect(await levels('distant', '55')).toEqual(['55 SEVERE']);
    expect(await levels('distant', '12086')).toEqual(['12086 GUARDED US']);
  });

  it('keep one advisory a region: each change is a release and a part of its history', async () => {
    const first = await set('official', { region: '55', level: 'ELEVATED', reason: 'One', tlp: 'GREEN' });
    clock.advance(60_000);
    const next = await set('official', { region: '55', level: 'HIGH', reason: 'Two' });
    expect(next.publication?.id).toBe(first.publication?.id);
    clock.advance(60_000);
    await set('official', { region: '55', level: 'SEVERE', reason: 'Three', tlp: 'AMBER' });
    const told = async (desk: Desk, more: object = {}) =>
      (
        await dataOf<{
          alertLevelHistory: {
            edges: { node: { level: string; reason: string } }[];
            pageInfo: { endCursor: string };
          };
        }>(as(desk, HISTORY, { region: '55', ...more }))
      ).alertLevelHistory;
    const words = ({ edges }: Awaited<ReturnType<typeof told>>) =>
      edges.map(({ node }) => `${node.level} ${node.reason}`);
    expect(words(await told('clerk'))).toEqual(['SEVERE Three', 'HIGH Two', 'ELEVATED One']);
    expect(words(await told('distant'))).toEqual([]);
    expect(await levels('distant')).toEqual([]);
    const page = await told('clerk', { first: 1 });
    expect(words(page)).toEqual(['SEVERE Three']);
    expect(words(await told('clerk', { first: 1, after: page.pageInfo.endCursor }))).toEqual(['HIGH Two']);
    const logged = async (desk: Desk) => {
      const { releases } = await dataOf<{
        releases: { edges: { node: { what: string; publicationId: string } }[] };
      }>(as(desk, '{ releases(first: 100) { edges { node { what publicationId } } } }', {}));
      return releases.edges.flatMap(({ node }) =>
        node.publicationId === next.publication?.id ? [node.what] : [],
      );
    };
    expect(await logged('clerk')).toEqual(['PUBLISHED', 'REVISED', 'REVISED']);
    expect(await logged('distant')).toEqual(['UNAVAILABLE']);
  });

  it('end when their advisory is withdrawn, expires or becomes an exercise, and stay when it is reworded', async () => {
    const expiresAt = new Date(clock.now().getTime() + 3_600_000).toISOString();
    const { publication } = await set('official', { region: '55', level: 'HIGH', expiresAt });
    const id = publication?.id ?? '';
    await revise(id, { title: 'In other words' });
    expect(await levels('clerk')).toEqual(['55 HIGH']);
    await revise(id, { title: 'An exercise', status: 'EXERCISE' });
    expect(await levels('clerk')).toEqual([]);
    await set('official', { region: '55', level: 'ELEVATED', expiresAt });
    clock.advance(3_599_999);
    expect(await levels('clerk')).toEqual(['55 ELEVATED']);
    clock.advance(1);
    expect(await levels('clerk')).toEqual([]);
    await set('official', { region: '55', level: 'HIGH' });
    expect((await as('official', WITHDRAW, { input: { id, reason: 'Over' } })).data).toEqual({
      withdrawPublication: { publication: { alertLevel: null } },
    });
    expect(await levels('clerk')).toEqual([]);
  });

  it('stand beside the activity of regions, of which hidden publications are no part', async () => {
    const publish = async (desk: Desk, more: object) =>
      dataOf(
        as(desk, 'mutation ($input: PublishInput!) { publish(input: $input) { outcome } }', {
          input: {
            content: {
              ...{
                kind: 'ALERT',
                title: 'Invoices',
                severity: 'HIGH',
                urgency: 'IMMEDIATE',
                certainty: 'OBSERVED',
              },
              ...more,
            },
          },
        }),
      );
    await publish('clerk', { audience: { regions: ['55025'] }, tlp: 'AMBER_STRICT' });
    await publish('official', {
      kind: 'ADVISORY',
      severity: null,
      urgency: null,
      certainty: null,
      audience: { regions: ['55', '55105'] },
      tlp: 'GREEN',
    });
    await publish('clerk', { audience: { regions: ['55025'] }, tlp: 'GREEN', status: 'EXERCISE' });
    await publish('distant', { audience: { regions: ['12086'] }, tlp: 'GREEN', severity: 'LOW' });
    const from = new Date(clock.now().getTime() - 3_600_000).toISOString();
    const until = new Date(clock.now().getTime() + 1).toISOString();
    const told = async (desk: Desk | null, filter: object = {}) => {
      const variables = { filter: { from, until, ...filter } };
      const { regionActivity } = await dataOf<{
        regionActivity: {
          region: { code: string };
          publicationCount: number;
          alertCount: number;
          highestSeverity: string | null;
        }[];
      }>(as(desk, ACTIVITY, variables));
      return Object.fromEntries(
        regionActivity.map(({ region, ...counts }) => [region.code, Object.values(counts).join(' ')]),
      );
    };
    expect(await told('clerk')).toEqual({
      ...{ US: '3 2 HIGH', R05: '2 1 HIGH', '55': '2 1 HIGH', '55025': '1 1 HIGH', '55105': '1 0 ' },
      ...{ R04: '1 1 LOW', '12': '1 1 LOW', '12086': '1 1 LOW' },
    });
    expect(await told('neighbor', { within: '55' })).toEqual({ '55': '1 0 ', '55105': '1 0 ' });
    expect(await told('neighbor', { within: '55025' })).toEqual({});
    expect(await told('neighbor', { kinds: ['ALERT'], severityAtLeast: 'MEDIUM' })).toEqual({});
    expect(await told(null)).toEqual({});
    expect(await told('clerk', { until: from, from: '2026-10-01T00:00:00Z' })).toEqual({});
    const long = await as('clerk', ACTIVITY, { filter: { from: '2020-01-01T00:00:00Z' } });
    expect(long.errors?.[0]?.extensions?.field).toEqual(['filter', 'from']);
  });
});
