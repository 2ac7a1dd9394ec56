import { ReadDrafts } from '#publications';
import type { TestDatabase } from '../support/database.js';
import { drafting } from './drafting.js';
import { Hub, type Office, openHubDatabase, refused } from './hub.js';

describe('drafts', () => {
  let place: TestDatabase;
  let hub: Hub;
  let dane: Office;
  let wisconsin: Office;
  let cook: Office;
  let centre: Office;
  let author: string;

  beforeAll(async () => {
    place = await openHubDatabase();
    hub = await Hub.on(place);
    dane = await hub.office('LOCAL', '55025');
    wisconsin = await hub.office('STATE', '55');
    cook = await hub.office('LOCAL', '17031');
    centre = await hub.office('HUB', 'US');
    author = await hub.person(dane.memberId, ['AUTHOR']);
  });
  afterAll(async () => {
    await hub.close();
    await place.close();
  });

  const { create, update, submit, giveBack, discard, release, read, list } = drafting(() => hub);

  it('are seen by the authors and releasers of their member, and by analysts once submitted', async () => {
    const id = await create(author);
    const viewer = await hub.person(dane.memberId, ['VIEWER', 'COORDINATOR']);
    for (const who of [author, dane]) {
      expect(await read(who, id)).toMatchObject({ id, state: 'DRAFT', version: 1, author: { id: author } });
      expect(await list(who)).toContain(id);
    }
    for (const who of [viewer, wisconsin, centre, cook]) {
      expect(await read(who, id)).toBeNull();
      expect(await list(who)).not.toContain(id);
    }
    await submit(author, id);
    expect(await read(centre, id)).toMatchObject({ state: 'SUBMITTED', reviewReasons: ['REQUESTED'] });
    expect(await list(centre)).toContain(id);
    for (const who of [viewer, wisconsin, cook]) expect(await read(who, id)).toBeNull();
    await giveBack(centre, id);
    expect(await read(centre, id)).toBeNull();
    expect(await list(centre)).not.toContain(id);
    expect(await read(author, id)).toMatchObject({ state: 'RETURNED', reviewNote: 'Say where.' });
  });

  it('are listed latest change first, page by page, by state', async () => {
    const office = await hub.office('LOCAL', '55079');
    const ids = [];
    for (let n = 0; n < 5; n += 1) ids.push(await create(office));
    await update(office, ids[1] as string, 1);
    await submit(office, ids[3] as string);
    const order = [ids[3], ids[1], ids[4], ids[2], ids[0]];
    expect(await list(office)).toEqual(order);
    const principal = await hub.as(office);
    const paged: string[] = [];
    for (let after: string | null = null; ; ) {
      const page = await hub.get(ReadDrafts).page(principal, { first: 2, after });
      paged.push(...page.edges.map(({ node }) => node.id));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(paged).toEqual(order);
    expect(await list(office, { filter: { states: ['SUBMITTED'] } })).toEqual([ids[3]]);
    await expect(list(office, { after: 'x'.repeat(48) })).rejects.toEqual(refused('BAD_INPUT', 'after'));
  });

  it('are changed by whoever read their latest version', async () => {
    const id = await create(author);
    await update(dane, id, 1, { title: 'Better' });
    await expect(update(author, id, 1)).rejects.toEqual(refused('CONFLICT', 'input', 'version'));
    expect(await read(author, id)).toMatchObject({ version: 2, content: { title: 'Better' } });
    await expect(release(dane, id, 1)).rejects.toEqual(refused('CONFLICT', 'input', 'version'));
  });

  it('are taken out of review by a change', async () => {
    const id = await create(author);
    await submit(author, id);
    await update(author, id, 2);
    expect(await read(author, id)).toMatchObject({ state: 'DRAFT', reviewReasons: [] });
    expect(await read(centre, id)).toBeNull();
    await expect(giveBack(dane, id)).rejects.toEqual(refused('CONFLICT'));
  });

  it('may be unfinished, but not when they are released or submitted', async () => {
    const id = await create(author, { severity: null });
    await expect(submit(author, id)).rejects.toEqual(refused('BAD_INPUT', 'draft', 'content', 'severity'));
    await expect(release(dane, id, 1)).rejects.toEqual(refused('BAD_INPUT', 'draft', 'content', 'severity'));
    await update(author, id, 1, { audience: {} });
    await expect(release(dane, id, 2)).rejects.toEqual(
      refused('BAD_INPUT', 'draft', 'content', 'audience', 'regions'),
    );
    const malformed = create(author, { title: 'x'.repeat(201) });
    await expect(malformed).rejects.toEqual(refused('BAD_INPUT', 'input', 'content', 'title'));
  });

  it('are gone once released or discarded', async () => {
    const id = await create(author, { title: 'From a draft' });
    const outcome = await release(dane, id, 1, { note: 'First' });
    expect(outcome.outcome).toBe('RELEASED');
    expect(await read(author, id)).toBeNull();
    const publicationId = outcome.outcome === 'RELEASED' ? outcome.publicationId : '';
    const seen = await hub.see(wisconsin, publicationId);
    expect(seen?.title).toBe('From a draft');
    expect(await (await hub.see(dane, publicationId))?.revision?.releasedBy()).toMatchObject({
      id: dane.personId,
    });
    const other = await create(author);
    await discard(dane, other);
    for (const gone of [id, other]) await expect(discard(author, gone)).rejects.toEqual(refused('NOT_FOUND'));
  });

  it('answer whoever may not see them as if they were not there', async () => {
    const id = await create(author);
    const refusals = [];
    for (const target of [id, crypto.randomUUID(), 'x']) {
      for (const attempt of [
        () => update(cook, target, 9, { title: '' }),
        () => submit(cook, target),
        () => giveBack(centre, target, ''),
        () => discard(wisconsin, target),
        () => release(centre, target, 9),
      ]) {
        refusals.push(
          await attempt().catch(({ code, field, message }) => JSON.stringify({ code, field, message })),
        );
      }
    }
    expect(new Set(refusals)).toEqual(new Set([expect.stringContaining('NOT_FOUND')]));
  });

  it('are not for others than authors and releasers to write', async () => {
    const viewer = await hub.person(dane.memberId, ['VIEWER', 'COORDINATOR']);
    await expect(create(viewer)).rejects.toEqual(refused('FORBIDDEN'));
    const id = await create(author);
    await expect(release(author, id, 1)).rejects.toEqual(refused('FORBIDDEN'));
    await submit(author, id);
    await expect(update(centre, id, 2)).rejects.toEqual(refused('FORBIDDEN'));
    await expect(discard(centre, id)).rejects.toEqual(refused('FORBIDDEN'));
  });

  describe('of a revision', () => {
    it('release one', async () => {
      const id = await hub.publish(dane);
      const draftId = await create(author, { title: 'Revised by draft' }, id);
      expect((await (await read(author, draftId))?.revises())?.id).toBe(id);
      await release(dane, draftId, 1, { note: 'By draft.' });
      const seen = await hub.see(dane, id);
      expect(seen).toMatchObject({ title: 'Revised by draft', revision: { note: 'By draft.' } });
      expect(await seen?.revision?.number()).toBe(2);
    });

    it('are refused once another revision is out, or the publication is withdrawn', async () => {
      const id = await hub.publish(dane);
      const draftId = await create(author, {}, id);
      await hub.revise(dane, id);
      await expect(release(dane, draftId, 1)).rejects.toEqual(refused('CONFLICT'));
      const next = await create(author, {}, id);
      await hub.withdraw(dane, id);
      await expect(release(dane, next, 1)).rejects.toEqual(refused('CONFLICT'));
      await expect(create(author, {}, id)).rejects.toEqual(refused('CONFLICT'));
    });

    it('are released by nobody who does not see what they revise', async () => {
      const red = { tlp: 'RED' as const, audience: { personIds: [wisconsin.personId] } };
      const id = await hub.publish(dane, red);
      const draftId = await create(dane, red, id);
      const second = await hub.person(dane.memberId, ['RELEASER']);
      const count = await hub.count('publication');
      expect(await (await read(second, draftId))?.revises()).toBeNull();
      await expect(release(second, draftId, 1)).rejects.toEqual(refused('NOT_FOUND'));
      expect(await hub.count('publication')).toBe(count);
      expect((await release(dane, draftId, 1)).outcome).toBe('RELEASED');
    });

    it('are for its own people', async () => {
      const id = await hub.publish(wisconsin);
      await expect(create(author, {}, id)).rejects.toEqual(refused('FORBIDDEN'));
      await expect(create(cook, {}, id)).rejects.toEqual(refused('NOT_FOUND'));
    });
  });
});
