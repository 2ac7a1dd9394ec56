import { ReleaseLog, RevisePublication } from '#publications';
import type { TestDatabase } from '../support/database.js';
import { alert, Hub, type Office, openHubDatabase, refused } from './hub.js';

describe('changing what has been released', () => {
  let place: TestDatabase;
  let hub: Hub;
  let dane: Office;
  let wisconsin: Office;
  let cook: Office;
  let illinois: Office;
  let centre: Office;

  beforeAll(async () => {
    place = await openHubDatabase();
    hub = await Hub.on(place);
    dane = await hub.office('LOCAL', '55025');
    wisconsin = await hub.office('STATE', '55');
    cook = await hub.office('LOCAL', '17031');
    illinois = await hub.office('STATE', '17');
    centre = await hub.office('HUB', 'US');
  });
  afterAll(async () => {
    await hub.close();
    await place.close();
  });

  const latest = async () => (await hub.get(ReleaseLog).since((await hub.get(ReleaseLog).head()) - 1, 1))[0];

  describe('revising', () => {
    it('adds a numbered revision and leaves the ones before it', async () => {
      const id = await hub.publish(wisconsin);
      hub.clock.advance(60_000);
      await hub.revise(wisconsin, id, { content: alert({ title: 'Pollbooks up again', severity: 'LOW' }) });
      const seen = await hub.see(dane, id);
      expect(seen).toMatchObject({ title: 'Pollbooks up again', severity: 'LOW' });
      expect(seen?.revision).toMatchObject({ title: 'Pollbooks up again', note: 'Reworded.' });
      const revisions = (await seen?.revisions()) ?? [];
      expect(revisions.map((revision) => [revision.number(), revision.title])).toEqual([
        [1, 'Pollbooks down'],
        [2, 'Pollbooks up again'],
      ]);
      expect(Date.parse(seen?.updatedAt ?? '') - Date.parse(String(seen?.publishedAt()))).toBe(60_000);
      expect(await latest()).toMatchObject({ what: 'REVISED', publicationId: id });
    });

    it('keeps what is not said: a strict, anonymous exercise stays one', async () => {
      const id = await hub.publish(dane, {
        tlp: 'AMBER_STRICT',
        attribution: 'ANONYMOUS',
        status: 'EXERCISE',
      });
      await hub.revise(dane, id);
      const kept = { tlp: 'AMBER_STRICT', attribution: 'ANONYMOUS', status: 'EXERCISE' };
      expect(await hub.see(dane, id)).toMatchObject(kept);
    });

    it('is refused when another revision was released since', async () => {
      const id = await hub.publish(wisconsin);
      const revisionId = await hub.revisionOf(id);
      await hub.revise(wisconsin, id);
      const count = await hub.count('release');
      await expect(hub.revise(wisconsin, id, { revisionId })).rejects.toEqual(refused('CONFLICT'));
      expect(await hub.count('release')).toBe(count);
    });

    it('lets one of two at once through, and tells the other', async () => {
      const id = await hub.publish(wisconsin);
      const revisionId = await hub.revisionOf(id);
      const outcomes = await Promise.allSettled([
        hub.revise(wisconsin, id, { revisionId }),
        hub.revise(centre, id, { revisionId }),
      ]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect((await (await hub.see(wisconsin, id))?.revisions())?.length).toBe(2);
    });

    it('is refused to whoever sees it and is neither its origin nor an analyst', async () => {
      const id = await hub.publish(wisconsin);
      await expect(hub.revise(dane, id)).rejects.toEqual(refused('FORBIDDEN'));
      const author = await hub.person(wisconsin.memberId, ['AUTHOR', 'VIEWER']);
      await expect(hub.revise(author, id)).rejects.toEqual(refused('FORBIDDEN'));
    });

    it('answers whoever does not see it as if it were not there, whatever else is wrong', async () => {
      const id = await hub.publish(wisconsin);
      const input = { revisionId: 'x', note: '', content: alert({ title: '' }) };
      const refusalOf = (of: string) =>
        hub
          .get(RevisePublication)
          .perform(principal, { id: of, ...input })
          .catch(({ code, message, field }) => ({ code, message, field }));
      const principal = await hub.as(illinois);
      const refusal = await refusalOf(id);
      expect(refusal).toMatchObject({ code: 'NOT_FOUND' });
      for (const absent of [crypto.randomUUID(), '', 'x'.repeat(100_000)]) {
        expect(await refusalOf(absent)).toEqual(refusal);
      }
    });

    it('keeps the kind, and says what was changed', async () => {
      const id = await hub.publish(wisconsin);
      const other = hub.revise(wisconsin, id, { content: alert({ kind: 'ADVISORY' }) });
      await expect(other).rejects.toEqual(refused('BAD_INPUT', 'input', 'content', 'kind'));
      await expect(hub.revise(wisconsin, id, { note: ' ' })).rejects.toEqual(
        refused('BAD_INPUT', 'input', 'note'),
      );
    });
  });

  describe('changing the audience', () => {
    it('opens nothing that an earlier, narrower revision said', async () => {
      const id = await hub.publish(wisconsin, { title: 'For Wisconsin' });
      hub.clock.advance(60_000);
      await hub.revise(wisconsin, id, {
        content: alert({ title: 'For both', audience: { regions: ['55', '17'] } }),
      });
      const seen = await hub.see(cook, id);
      const revisions = (await seen?.revisions()) ?? [];
      expect(revisions.map(({ title }) => title)).toEqual(['For both']);
      expect(await seen?.revision?.number()).toBe(1);
      expect(await seen?.publishedAt()).toBe(seen?.updatedAt);
      expect(await (await hub.see(dane, id))?.revision?.number()).toBe(2);
      expect((await hub.log(cook)).filter(([, of]) => of === id)).toEqual([['PUBLISHED', id]]);
      expect((await hub.log(dane)).filter(([, of]) => of === id)).toEqual([
        ['PUBLISHED', id],
        ['REVISED', id],
      ]);
    });

    it('closes all of it to whoever is left out, who gets one entry with the id', async () => {
      const id = await hub.publish(wisconsin, { audience: { regions: ['55', '17'] } });
      await hub.changeAudience(wisconsin, id, { audience: { regions: ['55'] } });
      expect(await hub.see(cook, id)).toBeNull();
      expect(await hub.feed(cook)).not.toContain(id);
      expect((await hub.log(cook)).filter(([, of]) => of === id)).toEqual([['UNAVAILABLE', id]]);
      expect((await hub.log(dane)).filter(([, of]) => of === id)).toEqual([
        ['PUBLISHED', id],
        ['AUDIENCE_CHANGED', id],
      ]);
      expect(await latest()).toMatchObject({ what: 'AUDIENCE_CHANGED', lostKeys: ['at:17'] });
    });

    it('opens nothing that was said while somebody was left out', async () => {
      const both = { audience: { regions: ['55', '17'] } };
      const id = await hub.publish(wisconsin, { title: 'For both', ...both });
      await hub.revise(wisconsin, id, {
        content: alert({ title: 'For Wisconsin', audience: { regions: ['55'] } }),
      });
      await hub.revise(wisconsin, id, { content: alert({ title: 'For both again', ...both }) });
      const titles = async (who: Office) =>
        ((await (await hub.see(who, id))?.revisions()) ?? []).map(({ title }) => title);
      expect(await titles(cook)).toEqual(['For both', 'For both again']);
      expect(await titles(dane)).toEqual(['For both', 'For Wisconsin', 'For both again']);
    });

    it('tells nobody of a closing who could not see it until then', async () => {
      const group = await hub.group(wisconsin.memberId, cook.memberId);
      const id = await hub.publish(wisconsin, { audience: { regions: ['55'], groupIds: [group] } });
      await hub.changeAudience(wisconsin, id, { audience: { regions: ['55'] } });
      await hub.join(group, illinois.memberId);
      expect((await hub.log(cook)).filter(([, of]) => of === id)).toEqual([['UNAVAILABLE', id]]);
      expect((await hub.log(illinois)).filter(([, of]) => of === id)).toEqual([]);
    });

    it('leaves the groups that its writer was not shown', async () => {
      const group = await hub.group(wisconsin.memberId, cook.memberId);
      const id = await hub.publish(wisconsin, { audience: { regions: ['55'], groupIds: [group] } });
      expect(await (await hub.see(centre, id))?.audience?.groups()).toEqual([]);
      await hub.changeAudience(centre, id, { audience: { regions: ['55025'] } });
      expect(await hub.see(cook, id)).not.toBeNull();
      const groups = await (await hub.see(wisconsin, id))?.audience?.groups();
      expect(groups?.map((one) => one.id)).toEqual([group]);
      await hub.changeAudience(wisconsin, id, { audience: { regions: ['55025'] } });
      expect(await hub.see(cook, id)).toBeNull();
    });

    it('keeps the text', async () => {
      const id = await hub.publish(wisconsin, { title: 'As it was', body: 'The same' });
      await hub.changeAudience(wisconsin, id, { audience: { regions: ['17'] }, tlp: 'GREEN' });
      expect(await hub.see(cook, id)).toMatchObject({ title: 'As it was', body: 'The same', tlp: 'GREEN' });
    });

    it('is refused as revising is', async () => {
      const id = await hub.publish(wisconsin);
      const audience = { regions: ['55'] };
      await expect(hub.changeAudience(dane, id, { audience })).rejects.toEqual(refused('FORBIDDEN'));
      await expect(hub.changeAudience(cook, id, { audience })).rejects.toEqual(refused('NOT_FOUND'));
      const unknown = hub.changeAudience(wisconsin, id, { audience: { regions: ['xx'] } });
      await expect(unknown).rejects.toEqual(refused('BAD_INPUT', 'input', 'audience', 'regions', '0'));
    });
  });

  describe('loosening', () => {
    it('is for the origin', async () => {
      const id = await hub.publish(wisconsin, { tlp: 'AMBER_STRICT' });
      await hub.changeAudience(wisconsin, id, { audience: { regions: ['55'] }, tlp: 'GREEN' });
      expect(await hub.see(cook, id)).not.toBeNull();
    });

    it('is for the hub on the written word of the origin alone, and is audited', async () => {
      const id = await hub.publish(wisconsin, { tlp: 'AMBER_STRICT' });
      const looser = { audience: { regions: ['55'] }, tlp: 'AMBER' } as const;
      await expect(hub.changeAudience(centre, id, looser)).rejects.toEqual(
        refused('FORBIDDEN', 'input', 'originsWord'),
      );
      expect((await hub.see(wisconsin, id))?.tlp).toBe('AMBER_STRICT');
      await hub.changeAudience(centre, id, { ...looser, originsWord: 'Message 17 of the duty desk' });
      expect((await hub.see(wisconsin, id))?.tlp).toBe('AMBER');
      const [entry] = (await hub.audited('publication.changeAudience')).slice(-1);
      expect(entry).toMatchObject({ objectId: id, detail: { originsWord: 'Message 17 of the duty desk' } });
    });

    it('counts an anonymous origin that is named', async () => {
      const id = await hub.publish(wisconsin, { attribution: 'ANONYMOUS' });
      const named = { content: alert({ attribution: 'NAMED' }) };
      await expect(hub.revise(centre, id, named)).rejects.toEqual(
        refused('FORBIDDEN', 'input', 'originsWord'),
      );
      await hub.revise(centre, id);
      expect((await hub.see(dane, id))?.origin).toBeNull();
      await hub.revise(centre, id, { ...named, originsWord: 'Letter of the day' });
      expect((await hub.see(dane, id))?.origin?.id).toBe(wisconsin.memberId);
    });

    it('does not stop the hub from making it stricter', async () => {
      const id = await hub.publish(wisconsin, { tlp: 'GREEN' });
      await hub.changeAudience(centre, id, { audience: { regions: ['55'] }, tlp: 'AMBER_STRICT' });
      expect(await hub.see(cook, id)).toBeNull();
    });
  });
});
