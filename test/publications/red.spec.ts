import { ANONYMOUS, COMMUNITY_KEY, type Principal, personKey } from '#access';
import { CreateDraft, Feed, Publications, ReadDrafts, ReleaseLog, Releases, Search } from '#publications';
import type { TestDatabase } from '../support/database.js';
import { alert, Hub, type Office, openHubDatabase } from './hub.js';

describe('something red', () => {
  let place: TestDatabase;
  let hub: Hub;
  let dane: Office;
  let named: Office;
  let centre: Office;
  let id: string;

  beforeAll(async () => {
    place = await openHubDatabase();
    hub = await Hub.on(place);
    dane = await hub.office('LOCAL', '55025');
    named = await hub.office('LOCAL', '55079');
    centre = await hub.office('HUB', 'US');
  });
  beforeEach(async () => {
    id = await hub.publish(dane, {
      tlp: 'RED',
      title: 'For one person',
      audience: { personIds: [named.personId] },
    });
  });
  afterAll(async () => {
    await hub.close();
    await place.close();
  });

  /** Who has opened it, so far. */
  const opened = async () =>
    (await hub.audited('publication.opened'))
      .filter(({ objectId }) => objectId === id)
      .map(({ personId }) => personId);

  it('is seen by those it names and its releaser, whatever anybody else’s role', async () => {
    const colleague = await hub.person(dane.memberId, ['VIEWER', 'AUTHOR', 'RELEASER', 'COORDINATOR']);
    const fellow = await hub.person(named.memberId, ['VIEWER', 'RELEASER']);
    for (const who of [dane, named]) expect((await hub.see(who, id))?.title).toBe('For one person');
    for (const who of [colleague, fellow, centre, null]) {
      expect(await hub.see(who, id)).toBeNull();
      expect(await hub.feed(who)).not.toContain(id);
    }
  });

  const readings: [string, (who: Principal) => Promise<unknown>][] = [
    ['by its id', (who) => hub.get(Publications).one(who, id)],
    ['in the feed', (who) => hub.get(Feed).page(who, { filter: { tlps: ['RED'] } })],
    ['by a search', (who) => hub.get(Search).page(who, { text: 'one person' })],
    ['in the log', (who) => hub.get(Releases).connection(who, { first: 100 })],
    [
      'by live delivery, worked out for whoever holds the key',
      async ({ held }) => {
        const [entry] = await hub.get(ReleaseLog).since((await hub.get(ReleaseLog).head()) - 1, 1);
        const keys = new Set([...held].filter((key) => entry?.keys.includes(key)));
        const shared = { ...ANONYMOUS, held: keys };
        return entry && hub.get(Releases).release(entry, 'RELEASE', shared);
      },
    ],
  ];
  it.each(readings)('is written down as opened when it is read %s', async (_, read) => {
    await read(await hub.as(named));
    expect(await opened()).toEqual([named.personId]);
    await read(await hub.as(centre)).catch(() => null);
    await read(ANONYMOUS).catch(() => null);
    expect(await opened()).toEqual([named.personId]);
  });

  it('is written down once for a request, however often it is read in it', async () => {
    const request = await hub.as(named);
    await Promise.all(readings.slice(0, 4).map(([, read]) => read(request)));
    expect(await opened()).toEqual([named.personId]);
    await hub.see(named, id);
    expect(await opened()).toEqual([named.personId, named.personId]);
  });

  it('is not opened by a page that only tells that it follows', async () => {
    await hub.publish(dane, { tlp: 'GREEN' });
    const page = await hub.get(Feed).page(await hub.as(named), { first: 1 });
    expect(page.pageInfo.hasNextPage).toBe(true);
    expect(await opened()).toEqual([]);
  });

  it('is not opened by its tombstone, which says nothing of it', async () => {
    await hub.withdraw(dane, id, { reason: 'Solved.' });
    const seen = await hub.see(named, id);
    expect(seen).toMatchObject({ state: 'WITHDRAWN', title: null, withdrawal: { reason: 'Solved.' } });
    expect(await opened()).toEqual([]);
  });

  it('stays written down where an earlier revision was red', async () => {
    await hub.changeAudience(dane, id, { tlp: 'AMBER', audience: { regions: ['55'] } });
    const fellow = await hub.person(named.memberId, ['VIEWER']);
    expect((await (await hub.see(fellow, id))?.revisions())?.length).toBe(1);
    expect(await opened()).toEqual([]);
    const request = await hub.get(Publications).one(await hub.as(named), id);
    expect(await opened()).toEqual([]);
    expect((await request?.revisions())?.length).toBe(2);
    expect(await opened()).toEqual([named.personId]);
  });

  it('names its persons to its origin’s own people only', async () => {
    const persons = async (who: Office) => (await hub.see(who, id))?.audience?.persons();
    expect((await persons(dane))?.map((person) => person.id)).toEqual([named.personId]);
    expect(await persons(named)).toEqual([]);
  });

  it('does not tell an analyst whom it names who released it', async () => {
    const other = await hub.publish(dane, { tlp: 'RED', audience: { personIds: [centre.personId] } });
    expect(await (await hub.see(centre, other))?.revision?.releasedBy()).toBeNull();
    const amber = await hub.publish(dane);
    expect((await (await hub.see(centre, amber))?.revision?.releasedBy())?.id).toBe(dane.personId);
  });

  it('does not tell an analyst who released it while it was red, whatever it is now', async () => {
    const other = await hub.publish(dane, { tlp: 'RED', audience: { personIds: [centre.personId] } });
    await hub.changeAudience(dane, other, { tlp: 'AMBER', audience: { regions: ['55'] } });
    const revisions = (await (await hub.see(centre, other))?.revisions()) ?? [];
    const releasers = await Promise.all(revisions.map(async (one) => (await one.releasedBy())?.id));
    expect(releasers).toEqual([undefined, dane.personId]);
  });

  it('keeps the persons that its next writer was not shown', async () => {
    const other = await hub.publish(dane, {
      tlp: 'RED',
      audience: { personIds: [centre.personId, named.personId] },
    });
    await hub.revise(centre, other, { content: alert({ tlp: 'RED', audience: { personIds: [] } }) });
    expect(await hub.see(named, other)).not.toBeNull();
    expect(await hub.see(dane, other)).toBeNull();
  });

  it('is written down when its draft is opened', async () => {
    const content = alert({ tlp: 'RED', audience: { personIds: [named.personId] } });
    const draftId = await hub.get(CreateDraft).perform(await hub.as(dane), { content });
    await hub.get(ReadDrafts).one(await hub.as(dane), draftId);
    expect((await hub.audited('draft.opened')).slice(-1)).toMatchObject([
      { personId: dane.personId, objectId: draftId },
    ]);
  });

  it('is refused to whoever holds no person’s key, rather than left unwritten', async () => {
    const [entry] = await hub.get(ReleaseLog).since((await hub.get(ReleaseLog).head()) - 1, 1);
    const nobody = { ...ANONYMOUS, held: new Set([COMMUNITY_KEY, personKey('')]) };
    const release = entry && (await hub.get(Releases).release(entry, 'RELEASE', nobody));
    expect(release).toMatchObject({ what: 'UNAVAILABLE', publication: null, revision: null });
  });
});
