import sql from 'sql-template-tag';
import type { PublicationContentInput } from '#contract';
import { Publish, ReleaseLog } from '#publications';
import type { TestDatabase } from '../support/database.js';
import { alert, Hub, type Office, openHubDatabase, refused } from './hub.js';

describe('publishing', () => {
  let place: TestDatabase;
  let hub: Hub;
  let dane: Office;
  let wisconsin: Office;
  let cook: Office;
  let cisa: Office;
  let centre: Office;
  let vendor: Office;

  beforeAll(async () => {
    place = await openHubDatabase();
    hub = await Hub.on(place);
    dane = await hub.office('LOCAL', '55025');
    wisconsin = await hub.office('STATE', '55');
    cook = await hub.office('LOCAL', '17031');
    cisa = await hub.office('FEDERAL', 'US');
    centre = await hub.office('HUB', 'US');
    vendor = await hub.office('PARTNER', null, { agreedRegions: ['17'] });
  });
  afterAll(async () => {
    await hub.close();
    await place.close();
  });

  it('shows a county alert to its state and hub analysts, and not to a county in another state', async () => {
    const id = await hub.publish(dane, { audience: { regions: ['55025'] } });
    for (const office of [dane, wisconsin, centre])
      expect((await hub.see(office, id))?.title).toBe('Pollbooks down');
    for (const office of [cook, vendor, null]) expect(await hub.see(office, id)).toBeNull();
    expect(await hub.feed(wisconsin)).toContain(id);
    expect(await hub.feed(cook)).not.toContain(id);
  });

  it('stores what was written as it was written', async () => {
    const body = '# Heading\n\n<script>alert(1)</script> & `code`\n\n    indented';
    const references = [{ title: 'CISA', url: 'https://www.cisa.gov/a?b=c' }];
    const id = await hub.publish(dane, { body, references });
    const seen = await hub.see(dane, id);
    expect(seen?.body).toBe(body);
    expect(seen?.references).toEqual(references);
    expect(seen).toMatchObject({
      kind: 'ALERT',
      state: 'RELEASED',
      tlp: 'AMBER',
      tlpLabel: 'TLP:AMBER',
      attribution: 'NAMED',
      status: 'ACTUAL',
      severity: 'HIGH',
    });
    expect(seen?.origin?.id).toBe(dane.memberId);
    expect(seen?.audience?.regions.map(({ code }) => code)).toEqual(['55']);
    expect(seen?.revision?.number()).toBe(1);
  });

  it('resolves codes that have changed', async () => {
    const connecticut = await hub.office('STATE', '09');
    const id = await hub.publish(connecticut, { audience: { regions: ['09001'] } });
    const codes = (await hub.see(connecticut, id))?.audience?.regions.map(({ code }) => code) ?? [];
    expect(codes.length).toBeGreaterThan(1);
    expect(codes).not.toContain('09001');
  });

  it('logs one entry with the keys that it carries, in the order of commits', async () => {
    const before = await hub.get(ReleaseLog).head();
    const ids = await Promise.all(Array.from({ length: 8 }, () => hub.publish(wisconsin)));
    const entries = await hub.get(ReleaseLog).since(before, 100);
    expect(entries.map(({ sequence }) => sequence)).toEqual(ids.map((_, index) => before + index + 1));
    expect(new Set(entries.map(({ publicationId }) => publicationId))).toEqual(new Set(ids));
    for (const entry of entries) {
      expect(new Set(entry.keys)).toEqual(new Set(['at:55', `origin:${wisconsin.memberId}`, 'analyst']));
      expect(entry).toMatchObject({ what: 'PUBLISHED', lostKeys: [], presentState: 'RELEASED' });
      expect(new Set(entry.presentKeys)).toEqual(new Set(entry.keys));
    }
  });

  it('writes one audit entry without content', async () => {
    const id = await hub.publish(dane, { title: 'A title that nobody audits' });
    const entries = (await hub.audited('publication.release')).filter(({ objectId }) => objectId === id);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      personId: dane.personId,
      detail: { operation: 'publish', what: 'PUBLISHED' },
    });
    expect(JSON.stringify(entries)).not.toContain('nobody audits');
  });

  it('is for releasers only', async () => {
    const author = await hub.person(dane.memberId, ['AUTHOR']);
    await expect(hub.tryPublish(author)).rejects.toEqual(refused('FORBIDDEN'));
    const auditor = await hub.person(centre.memberId, ['AUDITOR', 'OPERATOR']);
    await expect(hub.tryPublish(auditor)).rejects.toEqual(refused('FORBIDDEN'));
  });

  it('returns the first result for a repeated key', async () => {
    const input = { content: alert(), idempotencyKey: 'once' };
    const principal = await hub.as(dane);
    const count = await hub.count('release');
    const outcomes = [];
    for (let n = 0; n < 3; n += 1) outcomes.push(await hub.get(Publish).perform(principal, input));
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(await hub.count('release')).toBe(count + 1);
    const other = { content: alert({ title: 'Another' }), idempotencyKey: 'once' };
    await expect(hub.get(Publish).perform(principal, other)).rejects.toEqual(
      refused('IDEMPOTENCY_KEY_REUSED', 'input', 'idempotencyKey'),
    );
  });

  describe('posts by kind of member', () => {
    const advisory = { kind: 'ADVISORY' } as const;
    const said = { handling: ['For officials'], analyticConfidence: 'HIGH', sourcing: 'Open' } as const;

    it('takes what a member of that kind posts', async () => {
      await hub.publish(wisconsin, advisory);
      await hub.publish(vendor, { ...advisory, audience: { regions: ['17031'] } });
      const id = await hub.publish(cisa, { kind: 'BULLETIN', ...said, audience: { regions: ['US'] } });
      expect(await hub.see(cook, id)).toMatchObject(said);
    });

    it('refuses what it does not', async () => {
      const refusal = refused('BAD_INPUT', 'input', 'content', 'kind');
      await expect(hub.tryPublish(dane, advisory)).rejects.toEqual(refusal);
      await expect(hub.tryPublish(cisa)).rejects.toEqual(refusal);
      await expect(hub.tryPublish(wisconsin, { kind: 'BULLETIN' })).rejects.toEqual(refusal);
    });
  });

  describe('names a partner on whose behalf the hub posts', () => {
    const onBehalf = () => ({ kind: 'BULLETIN' as const, onBehalfOfId: cisa.memberId });

    it('does for the hub', async () => {
      const id = await hub.publish(centre, onBehalf());
      expect((await hub.see(wisconsin, id))?.onBehalfOf?.id).toBe(cisa.memberId);
    });

    it('refuses anybody else, anonymity, and who is no federal partner', async () => {
      const refusal = refused('BAD_INPUT', 'input', 'content', 'onBehalfOfId');
      await expect(hub.tryPublish(cisa, onBehalf())).rejects.toEqual(refusal);
      await expect(hub.tryPublish(centre, { ...onBehalf(), attribution: 'ANONYMOUS' })).rejects.toEqual(
        refusal,
      );
      for (const onBehalfOfId of [dane.memberId, crypto.randomUUID(), 'x', '']) {
        await expect(hub.tryPublish(centre, { ...onBehalf(), onBehalfOfId })).rejects.toEqual(refusal);
      }
    });
  });

  /** How an attempt is refused, in full. */
  const refusalOf = (attempt: Promise<unknown>) =>
    attempt.then(
      () => null,
      ({ code, field, message }) => ({ code, field, message }),
    );

  it('takes groups only of the own member, and cannot tell an absent one from another', async () => {
    const own = await hub.group(dane.memberId, cook.memberId);
    const other = await hub.group(cook.memberId, wisconsin.memberId);
    const id = await hub.publish(dane, { audience: { groupIds: [own] } });
    expect(await hub.see(cook, id)).not.toBeNull();
    expect(await hub.see(wisconsin, id)).toBeNull();
    const to = (groupId: string) => refusalOf(hub.tryPublish(dane, { audience: { groupIds: [groupId] } }));
    const refusal = await to(other);
    expect(refusal).toMatchObject({
      code: 'BAD_INPUT',
      field: ['input', 'content', 'audience', 'groupIds', '0'],
    });
    expect(await to(crypto.randomUUID())).toEqual(refusal);
  });

  it('takes only persons whom the releaser may know, and cannot tell an absent one from another', async () => {
    const clerk = await hub.person(cook.memberId, ['VIEWER']);
    const red = (personId: string) => ({ tlp: 'RED' as const, audience: { personIds: [personId] } });
    const id = await hub.publish(dane, red(cook.personId));
    expect(await hub.see(cook, id)).not.toBeNull();
    const to = (personId: string) => refusalOf(hub.tryPublish(dane, red(personId)));
    const refusal = await to(clerk);
    expect(refusal).toMatchObject({
      code: 'BAD_INPUT',
      field: ['input', 'content', 'audience', 'personIds', '0'],
    });
    expect(await to(crypto.randomUUID())).toEqual(refusal);
  });

  const bad: [string, Partial<PublicationContentInput>, string[]][] = [
    ['an alert without severity', { severity: null }, ['severity']],
    ['an alert without urgency', { urgency: null }, ['urgency']],
    ['an alert without certainty', { certainty: null }, ['certainty']],
    ['no audience', { audience: {} }, ['audience', 'regions']],
    ['an unknown region', { audience: { regions: ['55', '99'] } }, ['audience', 'regions', '1']],
    ['persons on amber', { audience: { regions: ['55'], personIds: ['p'] } }, ['audience', 'personIds']],
    ['red for nobody', { tlp: 'RED', audience: { regions: ['55'] } }, ['audience', 'personIds']],
    ['a title of nothing', { title: ' \u200b ' }, ['title']],
    ['a title too long', { title: 'x'.repeat(201) }, ['title']],
    ['a title that turns its text around', { title: 'abc\u202edef' }, ['title']],
    ['a body too long', { body: 'x'.repeat(50_001) }, ['body']],
    ['ten megabytes', { body: 'x'.repeat(10_000_000) }, ['body']],
    ['an expiry in the past', { expiresAt: '2026-11-03T11:59:59.999Z' }, ['expiresAt']],
    ['a CVE id that is none', { cves: ['CVE-2026-1'] }, ['cves', '0']],
    [
      'a script for an address',
      { references: [{ title: 'x', url: 'javascript:alert(1)' }] },
      ['references', '0', 'url'],
    ],
    ['what only bulletins have', { handling: ['x'] }, ['handling']],
    ['a minute to answer in', { acknowledgeWithinMinutes: 1 }, ['acknowledgeWithinMinutes']],
  ];
  it.each(bad)('refuses %s, names the field, and changes nothing', async (_, said, field) => {
    const tables = ['publication', 'revision', 'release', 'draft', 'audit_entry'] as const;
    const counts = () => Promise.all(tables.map((table) => hub.count(table)));
    const before = await counts();
    await expect(hub.tryPublish(dane, said)).rejects.toEqual(
      refused('BAD_INPUT', 'input', 'content', ...field),
    );
    expect(await counts()).toEqual(before);
  });

  it.each(['revision', 'release', 'release_key'])('leaves rows of %s as they were written', async (table) => {
    await hub.publish(dane);
    for (const deed of [`UPDATE ${table} SET sequence = sequence`, `DELETE FROM ${table}`]) {
      await expect(hub.database.write((tx) => tx.execute(sql([deed])))).rejects.toMatchObject({
        message: expect.stringMatching(/only added/),
      });
    }
  });
});
