import { ChangePeople } from '#members';
import type { TestDatabase } from '../support/database.js';
import { type Asker, Community, type Hub, hubOn, openHubDatabase, PASSWORD } from './hub.js';

export const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { expiresAt viewer { person { id name email } member { name } roles actions } } }`;
export const TOKEN = `mutation ($input: SignInInput!) { issueToken(input: $input) { token expiresAt viewer { person { id } } } }`;
export const WHO = `{ viewer { person { id } sessions { id kind current lastUsedAt expiresAt userAgent } apiKeys { name } } }`;
export const SIGN_OUT = 'mutation { signOut { signedOut } }';
export const END = 'mutation ($input: EndSessionInput!) { endSession(input: $input) { id } }';
export const CHANGE =
  'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { endedSessions } }';
export const EMAIL = 'clerk@dane.example.org';
export const MINUTE = 60_000;

/** A clerk with a password, and those who run their member and the hub, made anew for each file. */
export function identityStage() {
  let opened: TestDatabase;
  let hub: Hub;
  let community: Community;
  let operator: string;
  let dane: string;
  let coordinator: string;
  let clerk: string;

  beforeAll(async () => {
    opened = await openHubDatabase();
    hub = await hubOn(opened);
  });
  beforeEach(async () => {
    await hub.clear();
    community = new Community(hub);
    operator = await community.person(await community.member('HUB', 'US'), ['OPERATOR']);
    dane = await community.member('LOCAL', '55025', 'Dane County Clerk');
    coordinator = await community.person(dane, ['COORDINATOR']);
    clerk = await community.person(dane, ['VIEWER', 'AUTHOR'], {
      email: EMAIL,
      password: PASSWORD,
      name: 'Clerk',
    });
  });
  afterAll(async () => {
    await hub.app.close();
    await opened.close();
  });

  const credentials = (input: object = {}) => ({ input: { email: EMAIL, password: PASSWORD, ...input } });
  const cookieOf = (header: string | undefined) => (header ?? '').split(';')[0] ?? '';
  const byCookie = async (): Promise<Asker> => {
    const { cookies, errors } = await hub.ask(SIGN_IN, credentials());
    expect(errors).toEqual([]);
    return { cookie: cookieOf(cookies[0]) };
  };
  const byToken = async (): Promise<Asker> => {
    const { data, errors } = await hub.ask(TOKEN, credentials());
    expect(errors).toEqual([]);
    return { authorization: `Bearer ${data?.issueToken.token}` };
  };
  const who = async (asker: Asker) => {
    const { data, errors } = await hub.ask(WHO, {}, asker);
    return errors[0]?.code ?? data?.viewer?.person.id ?? 'nobody';
  };
  const suspend = async (personId: string) =>
    hub.get(ChangePeople).suspend(await community.as(coordinator), { personId, reason: 'left' });

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
    get operator() {
      return operator;
    },
    get dane() {
      return dane;
    },
    get coordinator() {
      return coordinator;
    },
    get clerk() {
      return clerk;
    },
    credentials,
    cookieOf,
    byCookie,
    byToken,
    who,
    suspend,
  };
}
