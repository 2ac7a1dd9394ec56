import { startHub, type TestHub } from '../support/hub.js';

describe('the hub', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startHub();
  });
  afterAll(() => hub.close());

  it('is alive and ready', async () => {
    expect((await fetch(`${hub.url}/healthz`)).status).toBe(200);
    const ready = await fetch(`${hub.url}/readyz`);
    expect(await ready.json()).toEqual({ status: 'ready' });
  });

  it('answers what anyone may know', async () => {
    const answer = await fetch(`${hub.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ hub { name version demo } viewer { roles } }' }),
    });
    expect(await answer.json()).toMatchObject({ data: { hub: { name: 'Watchfire' }, viewer: null } });
  });
});
