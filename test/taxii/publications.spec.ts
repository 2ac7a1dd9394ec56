import { randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import sql, { bulk } from 'sql-template-tag';
import { Database, ManualClock } from '#platform';
import type { Desk } from '../support/office-world.js';
import { indicator, Taxii } from './client.js';
import { expectError, ROOT } from './told.js';

const HOUR = 60 * 60_000;
const Z = '3b3c3d3e-7777-4777-8777-777777777777';
const ALERT = { kind: 'ALERT', severity: 'HIGH', urgency: 'IMMEDIATE', certainty: 'OBSERVED' };
const PASSWORD = 'a long password for the clerk';

describe('what is published, by TAXII 2.1', () => {
  const clock = new ManualClock();
  let taxii: Taxii;
  beforeAll(async () => {
    taxii = await Taxii.open({}, clock);
  }, 60_000);
  afterAll(() => taxii.close());

  const reports = async (root: string) => {
    const { json } = await taxii.ask(
      `/taxii2/${root}/collections/all/objects/?match[type]=report&limit=1000`,
    );
    return (json.objects ?? []) as { id: string; name: string; revoked?: boolean; labels?: string[] }[];
  };

  it('4.2, API root: exercises have their own, say that they are none, and are not written to', async () => {
    await taxii.office.publish('official', {
      title: 'A drill',
      status: 'EXERCISE',
      audience: { regions: ['55'] },
    });
    await taxii.office.publish('official', { title: 'In earnest', audience: { regions: ['55'] } });
    await taxii.settle();
    const named = async (root: string) => (await reports(root)).map(({ name }) => name);
    expect([await named('community'), await named('exercises')]).toEqual([
      ['In earnest'],
      [expect.stringMatching(/EXERCISE.*A drill/)],
    ]);
    const { json } = await taxii.ask('/taxii2/exercises/collections/');
    expect(json.collections.map(({ can_write }: { can_write: boolean }) => can_write)).not.toContain(true);
    const added = await taxii.ask('/taxii2/exercises/collections/region-55/objects/', {
      method: 'POST',
      headers: { 'content-type': 'application/taxii+json;version=2.1' },
      body: JSON.stringify({ objects: [indicator(Z, '2026-01-01T00:00:00.000Z')] }),
    });
    expectError(added, 403);
  });

  it('5.4, objects: what is withdrawn is revoked, with its indicators, under the same ids', async () => {
    const { id } = await taxii.office.publish('official', {
      title: 'A mistake',
      audience: { regions: ['55'] },
    });
    await taxii.office.add('official', { publicationId: id, indicators: [{ value: '45.9.151.1' }] });
    await taxii.settle();
    const before = await taxii.all('all', 'match[type]=indicator');
    await taxii.office.ask(
      'official',
      'mutation ($id: ID!) { withdrawPublication(input: { id: $id, reason: "It was none" }) { outcome } }',
      { id },
    );
    await taxii.settle();
    const found = (await reports('community')).find((one) => one.id === `report--${id}`);
    expect(found).toMatchObject({ revoked: true });
    const after = await taxii.all('all', 'match[type]=indicator');
    expect(after.map((one) => [one.id, one.revoked])).toEqual(before.map((one) => [one.id, true]));
  });

  it('5.1, collections: one of a region holds nothing of another region, though everyone may read it', async () => {
    const clear = { title: 'For Florida, and clear', tlp: 'CLEAR', audience: { regions: ['12'] } };
    const { id } = await taxii.office.publish('distant', clear);
    await taxii.settle();
    const held = async (collection: string) =>
      JSON.stringify(await taxii.all(collection, 'match[type]=report')).includes(id);
    expect([await held('all'), await held('region-us'), await held('region-55')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('5.4, objects: an anonymous origin is named by none, not even to itself', async () => {
    const { id } = await taxii.office.publish('clerk', {
      title: 'Not by us',
      attribution: 'ANONYMOUS',
      audience: { regions: ['55025'] },
    });
    await taxii.settle();
    for (const as of ['clerk', 'official'] as const) {
      const all = await taxii.all('all', '', { as });
      const report = all.find((one) => one.id === `report--${id}`);
      const author = all.find((one) => one.id === report.created_by_ref);
      expect(author).toMatchObject({ type: 'identity', name: expect.not.stringContaining('Dane') });
      expect(JSON.stringify(all)).not.toContain('Dane County Election Office');
    }
  });

  describe('5.4, objects: what was there', () => {
    const CHANGE = `mutation ($input: ChangeAudienceInput!) { changeAudience(input: $input) { outcome } }`;
    const REVISE = `mutation ($input: RevisePublicationInput!) { revisePublication(input: $input) { outcome } }`;
    const shared = async (audience: object) => {
      const content = { title: 'Seen once', tlp: 'AMBER', audience };
      const { id, revision } = await taxii.office.publish('clerk', content);
      await taxii.office.add('clerk', { publicationId: id, indicators: [{ value: '45.9.151.77' }] });
      await taxii.settle();
      return { id, revisionId: revision.id, content };
    };
    const seen = async (as: Desk, id: string) => {
      const versions = await taxii.all('all', 'match[version]=all', { as });
      return versions.filter((object) => JSON.stringify(object).includes(id)).length > 0;
    };

    it('is no longer there, in any version, for whom it is no longer for', async () => {
      const { id, revisionId } = await shared({ regions: ['55'] });
      expect([await seen('neighbor', id), await seen('official', id)]).toEqual([true, true]);
      await taxii.office.ask('clerk', CHANGE, {
        input: { id, revisionId, audience: { regions: ['55025'] } },
      });
      await taxii.settle();
      expect([await seen('neighbor', id), await seen('clerk', id)]).toEqual([false, true]);
    });

    it('has left it when it has become red, also for whom it names', async () => {
      const { id, revisionId, content } = await shared({ regions: ['55'] });
      const { personId } = taxii.office.offices.neighbor;
      const red = { ...content, ...ALERT, tlp: 'RED', audience: { personIds: [personId] } };
      await taxii.office.ask('clerk', REVISE, {
        input: { id, revisionId, content: red, note: 'For one alone' },
      });
      await taxii.settle();
      const read = 'query ($id: ID!) { publication(id: $id) { tlp } }';
      expect(await taxii.office.ask('neighbor', read, { id })).toEqual({ publication: { tlp: 'RED' } });
      expect([await seen('neighbor', id), await seen('clerk', id)]).toEqual([false, false]);
    });

    it('names an origin no more that has become anonymous', async () => {
      const { id, revisionId, content } = await shared({ regions: ['55'] });
      const unnamed = { ...content, ...ALERT, attribution: 'ANONYMOUS' };
      const identities = async () => {
        const all = await taxii.all('all', 'match[version]=all', { as: 'neighbor' });
        return JSON.stringify(all).includes('Dane County Election Office');
      };
      expect(await identities()).toBe(true);
      await taxii.office.ask('clerk', REVISE, {
        input: { id, revisionId, content: unnamed, note: 'Unnamed from now on' },
      });
      await taxii.settle();
      expect(await identities()).toBe(false);
    });
  });

  it('5.4, objects: a member of a hundred groups, with more than two hundred keys, is answered like any other', async () => {
    const { memberId } = taxii.office.offices.neighbor;
    const groups = Array.from({ length: 100 }, () => randomUUID());
    await taxii.office.hub.app.get(Database).write(async (tx) => {
      await tx.execute(
        sql`INSERT INTO sharing_group (id, name, sort_name, owner_id) VALUES ${bulk(
          groups.map((id) => [id, id, id, memberId]),
        )}`,
      );
      await tx.execute(
        sql`INSERT INTO sharing_group_member (group_id, member_id, since) VALUES ${bulk(
          groups.map((id) => [id, memberId, 0]),
        )}`,
      );
    });
    await taxii.office.publish('official', { title: 'For the state', audience: { regions: ['55'] } });
    await taxii.settle();
    const all = await taxii.at('all', 'objects/?limit=1', { as: 'neighbor' });
    expect([all.status, all.json.objects.length]).toEqual([200, 1]);
    const [{ id }] = all.json.objects;
    const one = await taxii.at('all', `objects/${id}/?match[version]=first,last`, { as: 'neighbor' });
    expect(one.json.objects).toEqual(all.json.objects);
  });

  it('4.3, status: is there for 48 hours, and then no more', async () => {
    const { createApiKey } = await taxii.office.ask(
      'official',
      'mutation { createApiKey(input: { name: "x", scopes: [READ, PUBLISH] }) { secret } }',
    );
    const headers = { authorization: `Bearer ${createApiKey.secret}` };
    const { json } = await taxii.post('region-55', [indicator(Z, '2026-01-01T00:00:00.000Z')], { headers });
    const status = () => taxii.ask(`${ROOT}status/${json.id}/`, { headers });
    clock.advance(48 * HOUR);
    expect((await status()).json).toEqual(json);
    clock.advance(1);
    expectError(await status(), 404);
  });

  it('1.6.9, authentication: a password by Basic is good, and guessed at ten times at most', async () => {
    const { personId } = taxii.office.offices.clerk;
    const passwordHash = await hash(PASSWORD);
    await taxii.office.hub.app.get(Database).write((tx) =>
      tx.execute(sql`INSERT INTO credential (person_id, password_hash, changed_at)
        VALUES (${personId}, ${passwordHash}, '2026-01-01T00:00:00.000Z')`),
    );
    const by = (password: string) => {
      const basic = Buffer.from(`clerk@office.example:${password}`).toString('base64');
      return taxii.ask(ROOT, { as: null, headers: { authorization: `Basic ${basic}` } });
    };
    expect((await by(PASSWORD)).status).toBe(200);
    for (let count = 0; count < 10; count += 1) expectError(await by(`wrong ${count} and long enough`), 401);
    expectError(await by(PASSWORD), 429);
  });
});
