import { Feed, Publications, ReleaseLog } from '#publications';
import type { TestDatabase } from '../support/database.js';
import { Hub, type Office, openHubDatabase } from './hub.js';

describe('publishing', () => {
  let place: TestDatabase;
  let hub: Hub;
  let dane: Office;
  let wisconsin: Office;
  let cook: Office;

  beforeAll(async () => {
    place = await openHubDatabase();
    hub = await Hub.on(place);
    dane = await hub.office('LOCAL', '55025');
    wisconsin = await hub.office('STATE', '55');
    cook = await hub.office('LOCAL', '17031');
  });
  afterAll(async () => {
    await hub.close();
    await place.close();
  });

  it('shows a county alert to its state, and not to a county in another', async () => {
    const id = await hub.publish(dane, { audience: { regions: ['55025'] } });
    const seenBy = async (office: Office) =>
      (await hub.get(Publications).one(await hub.as(office), id))?.title ?? null;
    expect(await seenBy(dane)).toBe('Pollbooks down');
    expect(await seenBy(wisconsin)).toBe('Pollbooks down');
    expect(await seenBy(cook)).toBeNull();
    const titles = async (office: Office) =>
      (await hub.get(Feed).page(await hub.as(office), {})).edges.map(({ node }) => node.id);
    expect(await titles(wisconsin)).toEqual([id]);
    expect(await titles(cook)).toEqual([]);
    const [entry] = await hub.get(ReleaseLog).since(0, 10);
    expect(entry).toMatchObject({
      sequence: 1,
      publicationId: id,
      what: 'PUBLISHED',
      lostKeys: [],
      presentState: 'RELEASED',
    });
  });
});
