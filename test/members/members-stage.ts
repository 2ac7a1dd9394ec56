import type { CreateMemberInput, MemberFilter, UpdateMemberInput } from '#contract';
import { ChangeMembers, ListMembers, Members } from '#members';
import { Community, type Hub, hubOn, openHubDatabase } from '../identity/hub.js';
import type { TestDatabase } from '../support/database.js';

/** A county office with a coordinator, and the hub with an operator, made anew for each file. */
export function membersStage() {
  let opened: TestDatabase;
  let hub: Hub;
  let community: Community;
  let operations: string;
  let operator: string;
  let dane: string;
  let coordinator: string;

  beforeAll(async () => {
    opened = await openHubDatabase();
    hub = await hubOn(opened);
  });
  beforeEach(async () => {
    await hub.clear();
    community = new Community(hub);
    operations = await community.member('HUB', 'US', 'Operations centre');
    operator = await community.person(operations, ['OPERATOR']);
    dane = await community.member('LOCAL', '55025', 'Dane County Clerk');
    coordinator = await community.person(dane, ['COORDINATOR']);
  });
  afterAll(async () => {
    await hub.app.close();
    await opened.close();
  });

  const refused = (code: string, field?: readonly string[]) =>
    expect.objectContaining(field ? { code, field } : { code });
  const create = async (input: Partial<CreateMemberInput>, by = operator) =>
    hub.get(ChangeMembers).create(await community.as(by), { name: 'A member', kind: 'STATE', ...input });
  const update = async (input: Partial<UpdateMemberInput>, by = operator) =>
    hub.get(ChangeMembers).update(await community.as(by), { id: dane, ...input });
  const record = async (id: string) => (await hub.get(Members).byIds([id])).get(id);
  const list = async (filter: MemberFilter = {}, page = {}) => hub.get(ListMembers).page(filter, page);
  const names = async (filter: MemberFilter = {}) => (await list(filter)).edges.map(({ node }) => node.name);
  const countMembers = async () => (await list({}, { first: 100 })).edges.length;

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
    get operations() {
      return operations;
    },
    get operator() {
      return operator;
    },
    get dane() {
      return dane;
    },
    get coordinator() {
      return coordinator;
    },
    refused,
    create,
    update,
    record,
    list,
    names,
    countMembers,
  };
}
