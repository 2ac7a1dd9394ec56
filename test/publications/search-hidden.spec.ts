import { Search } from '#publications';
import type { TestDatabase } from '../support/database.js';
import { Hub, type Office, openHubDatabase } from './hub.js';

describe('a search', () => {
  let place: TestDatabase;
  let hub: Hub;
  let wisconsin: Office;
  let dane: Office;

  beforeEach(async () => {
    place = await openHubDatabase();
    hub = await Hub.on(place);
    wisconsin = await hub.office('STATE', '55');
    dane = await hub.office('LOCAL', '55025');
  });
  afterEach(async () => {
    await hub.close();
    await place.close();
  });

  const search = async (text: string | null) => hub.get(Search).page(await hub.as(dane), { text });
  const finds = async (text: string) => (await search(text)).edges.map(({ node }) => node.id);

  it.each([null, 'pollbooks'])('counts in no facet what the viewer does not see, for %j', async (text) => {
    const counts = async () => (await search(text)).counts();
    await hub.publish(wisconsin);
    const before = await counts();
    expect(before).toMatchObject({ total: 1, affectedSystems: [{ count: 1 }], states: [{ count: 1 }] });
    const audience = { regions: ['17', '12'] };
    await hub.publish(wisconsin, { audience });
    await hub.publish(wisconsin, {
      audience,
      tlp: 'AMBER_STRICT',
      kind: 'ADVISORY',
      status: 'EXERCISE',
      severity: 'LOW',
      affectedSystems: ['PUBLIC_WEBSITE'],
    });
    expect(await counts()).toEqual(before);
  });

  it('finds what was withdrawn by its title alone, and not by that of something strict', async () => {
    const said = { title: 'Lakes', summary: 'Rivers', body: 'Springs', cves: ['CVE-2026-7777'] };
    const green = await hub.publish(wisconsin, { ...said, tlp: 'GREEN' });
    const strict = await hub.publish(wisconsin, { ...said, tlp: 'AMBER_STRICT' });
    for (const word of ['Lakes', 'Rivers', 'Springs', 'CVE-2026-7777'])
      expect(await finds(word)).toEqual([strict, green]);
    for (const id of [green, strict]) await hub.withdraw(wisconsin, id);
    expect(await finds('Lakes')).toEqual([green]);
    for (const word of ['Rivers', 'Springs', 'CVE-2026-7777']) expect(await finds(word)).toEqual([]);
  });
});
