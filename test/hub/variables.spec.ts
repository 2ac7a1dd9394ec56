import { ask } from '../support/graphql.js';
import { startHub, type TestHub } from '../support/hub.js';
import { openOffices } from '../support/office-world.js';

describe('variables', () => {
  let hub: TestHub;
  let token: string;
  beforeAll(async () => {
    hub = await startHub();
    token = (await openOffices(hub)).clerk.token;
  });
  afterAll(() => hub.close());

  const KEY = `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { apiKey { createdAt expiresAt } } }`;
  interface Made {
    readonly createApiKey: { readonly apiKey: { readonly createdAt: string; readonly expiresAt: string } };
  }

  it('take the defaults that the contract gives their fields', async () => {
    const { data, errors } = await ask<Made>(hub.url, token, KEY, {
      input: { name: 'firewall', scopes: ['READ'] },
    });
    expect(errors).toBeUndefined();
    const { createdAt, expiresAt } = data?.createApiKey.apiKey ?? { createdAt: '', expiresAt: '' };
    expect((Date.parse(expiresAt) - Date.parse(createdAt)) / 86_400_000).toBeCloseTo(90, 0);
  });

  it('are refused by name when they are not of their type', async () => {
    const answer = await ask(hub.url, token, KEY, {
      input: { name: 'firewall', scopes: ['WRITE'], expiresInDays: 'x' },
    });
    expect(answer.errors?.map(({ extensions }) => [extensions?.code, extensions?.field])).toEqual([
      ['BAD_USER_INPUT', ['input', 'scopes', '0']],
      ['BAD_USER_INPUT', ['input', 'expiresInDays']],
    ]);
  });
});
