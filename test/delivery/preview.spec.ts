import fc from 'fast-check';
import sql from 'sql-template-tag';
import { ANONYMOUS, type MemberKind, type Role } from '#access';
import type { PublicationContentInput } from '#contract';
import { Preview } from '#delivery';
import { Publications } from '#publications';
import type { TestDatabase } from '../support/database.js';
import { Community, contentOf, hubOn, openHubDatabase } from './hub.js';

describe('a preview', () => {
  let opened: TestDatabase;
  let hub: Awaited<ReturnType<typeof hubOn>>;
  let community: Community;
  let releaser: string;
  let group: string;
  let people: string[];
  const who = new Map<string, string>();

  beforeAll(async () => {
    opened = await openHubDatabase();
    hub = await hubOn(opened);
    community = new Community(hub);
    const wisconsin = await community.member('STATE', '55', 'Wisconsin');
    releaser = await community.person(wisconsin, 'RELEASER');
    group = crypto.randomUUID();
    await community.group(group, wisconsin);
    const others: [MemberKind, string | null, Role[][]][] = [
      ['STATE', '17', [['VIEWER'], ['AUTHOR']]],
      ['LOCAL', '55025', [['VIEWER'], ['COORDINATOR'], ['AUTHOR']]],
      ['LOCAL', '55079', [['RELEASER']]],
      ['LOCAL', '17031', [['VIEWER'], ['VIEWER']]],
      ['FEDERAL', 'US', [['VIEWER']]],
      ['HUB', 'US', [['ANALYST'], ['AUDITOR'], ['OPERATOR']]],
      ['PARTNER', null, [['VIEWER']]],
    ];
    people = [releaser, await community.person(wisconsin, 'VIEWER')];
    for (const [kind, jurisdiction, all] of others) {
      const memberId = await community.member(kind, jurisdiction);
      if (kind === 'PARTNER') await community.join(group, memberId);
      for (const roles of all) {
        const personId = await community.person(memberId, ...roles);
        people.push(personId);
        who.set(`${kind} ${jurisdiction} ${roles}`, personId);
      }
    }
    for (const personId of people.filter((_, n) => n % 2 === 0)) {
      await community.subscribe(personId, { severityAtLeast: 'MEDIUM' }).catch(() => undefined);
    }
    const gone = await community.person(await community.member('LOCAL', '55105'), 'VIEWER');
    await community.subscribe(gone);
    await community.suspendPerson(gone);
  });
  afterAll(async () => {
    await hub.app.close();
    await opened.close();
  });

  const preview = async (content: PublicationContentInput, personId = releaser) =>
    hub.get(Preview).of(await community.as(personId), content);

  it('tells exactly who sees it once it is released, and how many are told', async () => {
    const contents = fc.record({
      tlp: fc.constantFrom('CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED'),
      severity: fc.constantFrom('LOW', 'HIGH', 'EMERGENCY'),
      regions: fc.subarray(['US', 'R05', '55', '55025', '17031'], { maxLength: 2 }),
      memberKinds: fc.subarray(['LOCAL', 'STATE', 'PARTNER'] as const),
      toGroup: fc.boolean(),
      named: fc.subarray([1, 2, 5, 9], { minLength: 1 }),
    });
    await fc.assert(
      fc.asyncProperty(contents, async ({ tlp, severity, regions, memberKinds, toGroup, named }) => {
        fc.pre(tlp === 'RED' || regions.length > 0 || toGroup);
        const audience =
          tlp === 'RED'
            ? { regions, personIds: named.map((n) => people[n] as string) }
            : { regions, memberKinds, groupIds: toGroup ? [group] : [] };
        const content = contentOf({ tlp: tlp as never, severity: severity as never, audience });
        const { tally, public: isPublic } = await preview(content);

        const id = await community.publish(releaser, content);
        await hub.planner.catchUp();
        const seeing = [];
        for (const personId of people) {
          const me = await community.as(personId);
          if (await hub.get(Publications).one(me, id)) seeing.push(me.viewer?.member.id);
        }
        expect(tally.personCount).toBe(seeing.length);
        expect(new Set(tally.members.keys())).toEqual(new Set(seeing));
        expect(tally.memberCount).toBe(new Set(seeing).size);
        expect(tally.notifiedCount).toBe(await rows(id));
        expect(isPublic).toBe((await hub.get(Publications).one(ANONYMOUS, id)) !== null);
      }),
      { numRuns: 60 },
    );
  });

  it('counts members by kind and by state, most first, and names the first of them', async () => {
    const previewed = await preview(contentOf({ audience: { regions: ['55', '17031'] } }));
    expect(previewed.tally.byKind()).toEqual([
      { kind: 'LOCAL', count: 3 },
      { kind: 'STATE', count: 2 },
      { kind: 'HUB', count: 1 },
    ]);
    expect(previewed.tally.byState()).toEqual([
      { state: '55', count: 3 },
      { state: '17', count: 2 },
    ]);
    const named = await hub.get(Preview).firstMembers(previewed, 2);
    expect(named.map(({ name }) => name)).toEqual(['HUB US', 'LOCAL 17031']);
    await expect(hub.get(Preview).firstMembers(previewed, 101)).rejects.toMatchObject({ field: ['first'] });
  });

  it('says why it would wait for review', async () => {
    const dane = who.get('LOCAL 55025 AUTHOR');
    expect((await preview(contentOf(), dane)).reviewReasons).toEqual([]);
    expect((await preview(contentOf({ audience: { regions: ['17'] } }), dane)).reviewReasons).toEqual([
      'BEYOND_OWN_REGION',
    ]);
  });

  it.each([
    [{ title: '' }, ['content', 'title']],
    [{ severity: null }, ['content', 'severity']],
    [{ audience: { regions: ['99999'] } }, ['content', 'audience', 'regions', '0']],
    [{ audience: {} }, ['content', 'audience', 'regions']],
    [{ audience: { groupIds: [crypto.randomUUID()] } }, ['content', 'audience', 'groupIds', '0']],
    [{ kind: 'BULLETIN' as const }, ['content', 'kind']],
  ])('refuses what a release would refuse: %j', async (bad, field) => {
    await expect(preview(contentOf(bad))).rejects.toMatchObject({ code: 'BAD_INPUT', field });
  });

  it('is for those who may draft, and for analysts', async () => {
    const viewer = who.get('LOCAL 55025 VIEWER');
    await expect(preview(contentOf(), viewer)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(hub.get(Preview).of(ANONYMOUS, contentOf())).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    const byKey = { ...(await community.as(releaser)), scopes: ['READ'] as const };
    await expect(hub.get(Preview).of(byKey, contentOf())).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const analyst = who.get('HUB US ANALYST');
    expect((await preview(contentOf(), analyst)).tally.personCount).toBeGreaterThan(0);
  });

  it('changes nothing', async () => {
    const count = () =>
      hub.database.read((tx) =>
        tx.rows(sql`SELECT (SELECT count(*) FROM release) AS releases, (SELECT count(*) FROM inbox_item) AS items,
          (SELECT count(*) FROM audit_entry) AS audited, (SELECT count(*) FROM draft) AS drafts`),
      );
    const before = await count();
    await preview(contentOf({ tlp: 'RED', audience: { personIds: [people[5] as string] } }));
    expect(await count()).toEqual(before);
  });

  async function rows(id: string): Promise<number> {
    const [row] = await hub.database.read((tx) =>
      tx.rows<{ count: number }>(sql`SELECT count(*) AS count FROM inbox_item WHERE publication_id = ${id}`),
    );
    return row?.count ?? 0;
  }
});
