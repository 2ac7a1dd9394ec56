import { Publish } from '#publications';
import type { TestDatabase } from '../support/database.js';
import { alert, Hub, type Office, openHubDatabase, refused } from './hub.js';

describe('taking back what has been released', () => {
  let place: TestDatabase;
  let hub: Hub;
  let dane: Office;
  let wisconsin: Office;
  let cook: Office;
  let illinois: Office;

  beforeAll(async () => {
    place = await openHubDatabase();
    hub = await Hub.on(place);
    dane = await hub.office('LOCAL', '55025');
    wisconsin = await hub.office('STATE', '55');
    cook = await hub.office('LOCAL', '17031');
    illinois = await hub.office('STATE', '17');
  });
  afterAll(async () => {
    await hub.close();
    await place.close();
  });

  describe('withdrawing', () => {
    it('leaves a tombstone to those who could see it, and nothing to others', async () => {
      const id = await hub.publish(wisconsin, { cves: ['CVE-2026-12345'], summary: 'Gist' });
      await hub.withdraw(wisconsin, id, { reason: 'A false alarm.' });
      const seen = await hub.see(dane, id);
      expect(seen).toMatchObject({
        state: 'WITHDRAWN',
        title: 'Pollbooks down',
        tlp: 'AMBER',
        withdrawal: { reason: 'A false alarm.' },
        summary: null,
        body: null,
        severity: null,
        audience: null,
        origin: null,
        cves: [],
        affectedSystems: [],
        revision: null,
      });
      expect(await seen?.revisions()).toEqual([]);
      expect((await hub.see(wisconsin, id))?.origin?.id).toBe(wisconsin.memberId);
      expect(await hub.see(cook, id)).toBeNull();
      expect((await hub.log(dane)).filter(([, of]) => of === id)).toEqual([
        ['PUBLISHED', id],
        ['WITHDRAWN', id],
      ]);
    });

    it('keeps the title of a strict one to itself', async () => {
      const id = await hub.publish(wisconsin, { tlp: 'AMBER_STRICT' });
      await hub.withdraw(wisconsin, id);
      expect((await hub.see(dane, id))?.title).toBeNull();
    });

    it('is not found by what the tombstone does not show', async () => {
      const id = await hub.publish(wisconsin, { cves: ['CVE-2026-7777'], tlp: 'GREEN' });
      await hub.withdraw(wisconsin, id);
      const finds = async (filter: object) => (await hub.feed(dane, { filter })).includes(id);
      expect(await finds({})).toBe(true);
      expect(await finds({ kinds: ['ALERT'], tlps: ['GREEN'], statuses: ['ACTUAL'] })).toBe(true);
      const hidden = [
        { severityAtLeast: 'BASELINE' },
        { regions: ['55'] },
        { affectedSystems: ['ELECTRONIC_POLLBOOK'] },
        { cve: 'CVE-2026-7777' },
        { originId: wisconsin.memberId },
        { currentOnly: true },
      ];
      for (const filter of hidden) expect([filter, await finds(filter)]).toEqual([filter, false]);
    });

    it('happens once, and then nothing more does', async () => {
      const id = await hub.publish(wisconsin);
      await hub.withdraw(wisconsin, id);
      await expect(hub.withdraw(wisconsin, id)).rejects.toEqual(refused('CONFLICT'));
      await expect(hub.revise(wisconsin, id)).rejects.toEqual(refused('CONFLICT'));
      const audience = { regions: ['55'] };
      await expect(hub.changeAudience(wisconsin, id, { audience })).rejects.toEqual(refused('CONFLICT'));
    });

    it('is refused to others, and names the bad field', async () => {
      const id = await hub.publish(wisconsin);
      await expect(hub.withdraw(dane, id)).rejects.toEqual(refused('FORBIDDEN'));
      await expect(hub.withdraw(cook, id)).rejects.toEqual(refused('NOT_FOUND'));
      await expect(hub.withdraw(wisconsin, id, { reason: '' })).rejects.toEqual(
        refused('BAD_INPUT', 'input', 'reason'),
      );
      const hidden = await hub.publish(illinois, { audience: { regions: ['17'] } });
      const bySomethingHidden = hub.withdraw(wisconsin, id, { supersededById: hidden });
      await expect(bySomethingHidden).rejects.toEqual(refused('NOT_FOUND'));
    });
  });

  describe('superseding', () => {
    const superseding = async (who: Office, supersedesIds: string[], said = {}) => {
      const input = { content: alert({ title: 'The newer', ...said }), supersedesIds };
      const outcome = await hub.get(Publish).perform(await hub.as(who), input);
      return outcome.outcome === 'RELEASED' ? outcome.publicationId : '';
    };

    it('withdraws what is superseded in the same moment, and each leads to the other', async () => {
      const old = await hub.publish(wisconsin);
      const newer = await superseding(wisconsin, [old]);
      const tombstone = await hub.see(dane, old);
      expect(tombstone?.state).toBe('WITHDRAWN');
      expect((await tombstone?.supersededBy())?.id).toBe(newer);
      expect((await (await hub.see(dane, newer))?.supersedes())?.map(({ id }) => id)).toEqual([old]);
    });

    it('leads to nothing that the viewer may not see', async () => {
      const old = await hub.publish(wisconsin, { tlp: 'GREEN' });
      const newer = await superseding(wisconsin, [old]);
      expect((await hub.see(cook, old))?.state).toBe('WITHDRAWN');
      expect(await (await hub.see(cook, old))?.supersededBy()).toBeNull();
      const hidden = await hub.publish(wisconsin);
      const open = await superseding(wisconsin, [hidden], { tlp: 'GREEN' });
      expect(await (await hub.see(cook, open))?.supersedes()).toEqual([]);
      expect(await hub.see(cook, newer)).toBeNull();
    });

    it('does nothing at all where one target is hidden, is not theirs, or is gone', async () => {
      const own = await hub.publish(dane, { audience: { regions: ['55'] } });
      const state = await hub.publish(wisconsin);
      const hidden = await hub.publish(illinois, { audience: { regions: ['17'] } });
      const gone = await hub.publish(dane);
      await hub.withdraw(dane, gone);
      const count = await hub.count('release');
      await expect(superseding(dane, [own, hidden])).rejects.toEqual(refused('NOT_FOUND'));
      await expect(superseding(dane, [own, crypto.randomUUID()])).rejects.toEqual(refused('NOT_FOUND'));
      await expect(superseding(dane, [own, state])).rejects.toEqual(refused('FORBIDDEN'));
      await expect(superseding(dane, [own, gone])).rejects.toEqual(
        refused('CONFLICT', 'input', 'supersedesIds'),
      );
      expect(await hub.count('release')).toBe(count);
      expect((await hub.see(dane, own))?.state).toBe('RELEASED');
    });
  });
});
