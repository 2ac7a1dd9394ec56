import { Publish, ReleaseLog, Releases } from '#publications';
import type { TestDatabase } from '../support/database.js';
import { alert, Hub, type Office, openHubDatabase } from './hub.js';

describe('the release log', () => {
  let place: TestDatabase;
  let hub: Hub;
  let wisconsin: Office;
  let dane: Office;
  let cook: Office;

  beforeEach(async () => {
    place = await openHubDatabase();
    hub = await Hub.on(place);
    wisconsin = await hub.office('STATE', '55');
    dane = await hub.office('LOCAL', '55025');
    cook = await hub.office('LOCAL', '17031');
  });
  afterEach(async () => {
    await hub.close();
    await place.close();
  });

  const byOrigin = (who: Office) => hub.log(who, { filter: { originId: wisconsin.memberId } });

  it('tells by no filter who posted what is anonymous, or has become so', async () => {
    const named = await hub.publish(wisconsin);
    const anonymous = await hub.publish(wisconsin, { attribution: 'ANONYMOUS' });
    expect(await byOrigin(dane)).toEqual([['PUBLISHED', named]]);
    expect(await byOrigin(wisconsin)).toEqual([
      ['PUBLISHED', named],
      ['PUBLISHED', anonymous],
    ]);
    await hub.revise(wisconsin, named, { content: alert({ attribution: 'ANONYMOUS' }) });
    expect(await byOrigin(dane)).toEqual([]);
  });

  it('tells by no filter what an earlier revision said to others', async () => {
    const said = { severity: 'SEVERE', audience: { regions: ['17'] } } as const;
    const id = await hub.publish(wisconsin, said);
    const content = alert({ severity: 'LOW', audience: { regions: ['17', '55'] } });
    await hub.revise(wisconsin, id, { content });
    const severe = { filter: { severityAtLeast: 'SEVERE' } } as const;
    expect(await hub.log(dane)).toEqual([['PUBLISHED', id]]);
    expect(await hub.log(dane, severe)).toEqual([]);
    expect((await hub.log(cook, severe)).map(([, of]) => of)).toEqual([id, id]);
  });

  it('tells by no cursor what was closed before somebody came', async () => {
    const position = async () => hub.get(Releases).position(await hub.as(cook));
    const before = await position();
    const group = await hub.group(wisconsin.memberId);
    const id = await hub.publish(wisconsin, { audience: { regions: ['55'], groupIds: [group] } });
    await hub.changeAudience(wisconsin, id, { audience: { regions: ['55'] } });
    await hub.join(group, cook.memberId);
    expect(await hub.log(cook)).toEqual([]);
    expect(await position()).toBe(before);
  });

  it('carries in an entry the keys of what supersedes it, however far that goes on', async () => {
    const superseding = async (old: string, region: string) => {
      const input = { content: alert({ audience: { regions: [region] } }), supersedesIds: [old] };
      const outcome = await hub.get(Publish).perform(await hub.as(wisconsin), input);
      return outcome.outcome === 'RELEASED' ? outcome.publicationId : '';
    };
    const first = await hub.publish(wisconsin, { audience: { regions: ['55025'] } });
    const second = await superseding(first, '55079');
    await superseding(second, '55105');
    const [entry] = await hub.get(ReleaseLog).since(0, 1);
    expect(entry?.publicationId).toBe(first);
    expect(entry?.allKeys).toEqual(expect.arrayContaining(['at:55025', 'at:55079', 'at:55105']));
  });
});
