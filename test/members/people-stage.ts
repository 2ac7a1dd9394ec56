import { type Principal, type Role } from '#access';
import { AccessChanges, ChangePeople, People, type PersonView } from '#members';
import { Community, type Hub, hubOn, openHubDatabase } from '../identity/hub.js';
import type { TestDatabase } from '../support/database.js';

/** Two county offices with people, and the hub with an operator, made anew for each file. */
export function peopleStage() {
  let opened: TestDatabase;
  let hub: Hub;
  let community: Community;
  let change: ChangePeople;
  let dane: string;
  let rock: string;
  let operations: string;
  let operator: string;
  let coordinator: string;
  let clerk: string;

  beforeAll(async () => {
    opened = await openHubDatabase();
    hub = await hubOn(opened);
  });
  beforeEach(async () => {
    await hub.clear();
    community = new Community(hub);
    change = hub.get(ChangePeople);
    operations = await community.member('HUB', 'US');
    dane = await community.member('LOCAL', '55025', 'Dane County Clerk');
    rock = await community.member('LOCAL', '55105', 'Rock County Clerk');
    operator = await community.person(operations, ['OPERATOR']);
    coordinator = await community.person(dane, ['COORDINATOR']);
    clerk = await community.person(dane, ['VIEWER', 'AUTHOR']);
  });
  afterAll(async () => {
    await hub.app.close();
    await opened.close();
  });

  const refused = (code: string, field?: readonly string[]) =>
    expect.objectContaining(field ? { code, field } : { code });
  const roles = async (by: string, personId: string, given: Role[]) =>
    change.changeRoles(await community.as(by), { personId, roles: given });
  const suspend = async (by: string, personId: string) =>
    change.suspend(await community.as(by), { personId, reason: 'left the office' });
  const view = async (as: Principal, id: string): Promise<PersonView | undefined> =>
    (await hub.get(People).views(as, [id])).get(id);
  const changes = async () =>
    (await hub.get(AccessChanges).since(0)).map(({ subject, subjectId }) => [subject, subjectId]);

  return {
    get opened() {
      return opened;
    },
    get hub() {
      return hub;
    },
    get community() {
      return community;
    },
    get change() {
      return change;
    },
    get dane() {
      return dane;
    },
    get rock() {
      return rock;
    },
    get operations() {
      return operations;
    },
    get operator() {
      return operator;
    },
    get coordinator() {
      return coordinator;
    },
    get clerk() {
      return clerk;
    },
    refused,
    roles,
    suspend,
    view,
    changes,
  };
}
