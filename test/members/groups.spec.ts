import sql from 'sql-template-tag';
import { AccessChanges, ChangeGroups, ChangePeople, Groups, ListMembers } from '#members';
import { Community, type Hub, hubOn, openHubDatabase } from '../identity/hub.js';
import type { TestDatabase } from '../support/database.js';

describe('groups', () => {
  let opened: TestDatabase;
  let hub: Hub;
  let community: Community;
  let change: ChangeGroups;
  let dane: string;
  let rock: string;
  let outsider: string;
  let daneCoordinator: string;
  let rockCoordinator: string;
  let outsideCoordinator: string;
  let groupId: string;

  beforeAll(async () => {
    opened = await openHubDatabase();
    hub = await hubOn(opened);
  });
  beforeEach(async () => {
    await hub.clear();
    community = new Community(hub);
    change = hub.get(ChangeGroups);
    dane = await community.member('LOCAL', '55025', 'Dane');
    rock = await community.member('LOCAL', '55105', 'Rock');
    outsider = await community.member('LOCAL', '27053', 'Hennepin');
    daneCoordinator = await community.person(dane, ['COORDINATOR']);
    rockCoordinator = await community.person(rock, ['COORDINATOR']);
    outsideCoordinator = await community.person(outsider, ['COORDINATOR']);
    await hub.database.write((tx) => tx.nextSequence('release'));
    groupId = (
      await change.create(await community.as(daneCoordinator), { name: 'Lakeshore', memberIds: [rock, dane] })
    ).groupId;
  });
  afterAll(async () => {
    await hub.app.close();
    await opened.close();
  });

  const refused = (code: string, field?: readonly string[]) =>
    expect.objectContaining(field ? { code, field } : { code });
  const knows = async (who: string, id = groupId) =>
    (await hub.get(Groups).known(await community.as(who), [id])).has(id);
  const add = async (by: string, memberId: string) =>
    change.add(await community.as(by), { groupId, memberId });
  const remove = async (by: string, memberId: string) =>
    change.remove(await community.as(by), { groupId, memberId });

  it('is known to its own members and to nobody else', async () => {
    expect(await knows(daneCoordinator)).toBe(true);
    expect(await knows(rockCoordinator)).toBe(true);
    expect(await knows(outsideCoordinator)).toBe(false);
    const operations = await community.member('HUB', 'US');
    expect(await knows(await community.person(operations, ['OPERATOR', 'ANALYST']))).toBe(false);
    const page = async (who: string) =>
      (await hub.get(Groups).page(await community.as(who), {})).edges.map(({ node }) => node.name);
    expect(await page(rockCoordinator)).toEqual(['Lakeshore']);
    expect(await page(outsideCoordinator)).toEqual([]);
  });

  it('is not known to an account of a member that only audits', async () => {
    const operations = await community.member('HUB', 'US');
    await add(daneCoordinator, operations);
    expect(await knows(await community.person(operations, ['AUDITOR']))).toBe(false);
    expect(await knows(await community.person(operations, ['VIEWER']))).toBe(true);
  });

  it('gives its members its key, since they joined', async () => {
    const key = `group:${groupId}`;
    expect((await community.as(rockCoordinator)).held.has(key)).toBe(true);
    expect((await community.as(outsideCoordinator)).held.has(key)).toBe(false);
    await hub.database.write((tx) => tx.nextSequence('release'));
    await add(daneCoordinator, outsider);
    expect((await community.as(outsideCoordinator)).viewer?.groups).toEqual([{ id: groupId, since: 2 }]);
    expect((await community.as(rockCoordinator)).viewer?.groups).toEqual([{ id: groupId, since: 1 }]);
    expect(await hub.get(Groups).idsOf(outsider)).toEqual([groupId]);
    expect(new Set(await hub.get(Groups).membersOf(groupId))).toEqual(new Set([dane, rock, outsider]));
  });

  it('lists its roster by name', async () => {
    const roster = await hub.get(ListMembers).pageOfGroup(groupId, {});
    expect(roster.edges.map(({ node }) => node.name)).toEqual(['Dane', 'Rock']);
  });

  it("is run by its owner's coordinators; its other members see and may not; others see nothing", async () => {
    const rename = async (by: string) => change.rename(await community.as(by), { groupId, name: 'New' });
    const close = async (by: string) => change.close(await community.as(by), { groupId });
    for (const deed of [rename, close, (by: string) => add(by, outsider), (by: string) => remove(by, dane)]) {
      await expect(deed(rockCoordinator)).rejects.toEqual(refused('FORBIDDEN'));
      await expect(deed(outsideCoordinator)).rejects.toEqual(refused('NOT_FOUND'));
    }
    await rename(daneCoordinator);
    const found = await hub.get(Groups).known(await community.as(rockCoordinator), [groupId]);
    expect(found.get(groupId)?.name).toBe('New');
  });

  it('answers an outsider as it answers to an id that never was', async () => {
    for (const id of [groupId, crypto.randomUUID(), 'x', '\u0000']) {
      const input = { groupId: id, memberId: outsider };
      const as = await community.as(outsideCoordinator);
      await expect(change.remove(as, input)).rejects.toEqual(refused('NOT_FOUND'));
      await expect(change.add(as, input)).rejects.toEqual(refused('NOT_FOUND'));
    }
  });

  it('is left by its members, but not by its owner', async () => {
    await expect(remove(daneCoordinator, dane)).rejects.toEqual(refused('CONFLICT'));
    const viewer = await community.person(rock, ['VIEWER', 'RELEASER']);
    await expect(remove(viewer, rock)).rejects.toEqual(refused('FORBIDDEN'));
    await remove(rockCoordinator, rock);
    expect(await knows(rockCoordinator)).toBe(false);
    expect((await community.as(rockCoordinator)).viewer?.groups).toEqual([]);
    await expect(remove(daneCoordinator, rock)).rejects.toEqual(refused('NOT_FOUND'));
  });

  it('is closed for good', async () => {
    await change.close(await community.as(daneCoordinator), { groupId });
    for (const who of [daneCoordinator, rockCoordinator]) {
      expect(await knows(who)).toBe(false);
      expect((await community.as(who)).held.has(`group:${groupId}`)).toBe(false);
    }
    await expect(add(daneCoordinator, rock)).rejects.toEqual(refused('NOT_FOUND'));
    expect(await hub.get(Groups).membersOf(groupId)).toEqual([]);
  });

  it('tells live connections whose rights changed', async () => {
    await add(daneCoordinator, outsider);
    await add(daneCoordinator, outsider);
    await remove(daneCoordinator, rock);
    await change.close(await community.as(daneCoordinator), { groupId });
    const changes = (await hub.get(AccessChanges).since(0)).map(({ subject, subjectId }) => [
      subject,
      subjectId,
    ]);
    expect(changes).toEqual([
      ['GROUP', groupId],
      ['MEMBER', outsider],
      ['MEMBER', rock],
      ['GROUP', groupId],
    ]);
  });

  it('takes only members that there are, and none that is in too many', async () => {
    for (const memberId of [crypto.randomUUID(), 'x', '\u0000']) {
      await expect(add(daneCoordinator, memberId)).rejects.toEqual(
        refused('BAD_INPUT', ['input', 'memberId']),
      );
      const input = { name: 'Other', memberIds: [memberId] };
      await expect(change.create(await community.as(rockCoordinator), input)).rejects.toEqual(
        refused('BAD_INPUT', ['input', 'memberIds']),
      );
    }
    await hub.database.write(async (tx) => {
      for (let n = 0; n < 100; n += 1) {
        const id = crypto.randomUUID();
        await tx.execute(
          sql`INSERT INTO sharing_group (id, name, sort_name, owner_id) VALUES (${id}, 'g', 'g', ${outsider})`,
        );
        await tx.execute(
          sql`INSERT INTO sharing_group_member (group_id, member_id, since) VALUES (${id}, ${outsider}, 0)`,
        );
      }
    });
    await expect(add(daneCoordinator, outsider)).rejects.toEqual(refused('CONFLICT'));
    await expect(change.create(await community.as(outsideCoordinator), { name: 'x' })).rejects.toEqual(
      refused('CONFLICT'),
    );
  });

  it.each(['', 'x'.repeat(101), '\u0007', 'a\u202eb'])('refuses the name %j', async (name) => {
    const as = await community.as(daneCoordinator);
    await expect(change.create(as, { name })).rejects.toEqual(refused('BAD_INPUT', ['input', 'name']));
    await expect(change.rename(as, { groupId, name })).rejects.toEqual(
      refused('BAD_INPUT', ['input', 'name']),
    );
  });

  it('is made by coordinators only', async () => {
    const releaser = await community.person(dane, ['RELEASER']);
    await expect(change.create(await community.as(releaser), { name: 'x' })).rejects.toEqual(
      refused('FORBIDDEN'),
    );
    await hub
      .get(ChangePeople)
      .changeRoles(await community.as(daneCoordinator), { personId: releaser, roles: ['COORDINATOR'] });
    await change.create(await community.as(releaser), { name: 'x' });
  });
});
