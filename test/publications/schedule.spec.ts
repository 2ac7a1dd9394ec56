import sql from 'sql-template-tag';
import type { ScheduleReleaseInput } from '#contract';
import { DueReleases, ScheduleRelease } from '#publications';
import type { TestDatabase } from '../support/database.js';
import { drafting } from './drafting.js';
import { Hub, type Office, openHubDatabase, refused } from './hub.js';

describe('a scheduled release', () => {
  let place: TestDatabase;
  let hub: Hub;
  let dane: Office;
  let strict: Office;
  let rock: Office;
  let centre: Office;

  beforeAll(async () => {
    place = await openHubDatabase();
    hub = await Hub.on(place, { reviewNational: true, worker: false });
    dane = await hub.office('LOCAL', '55025');
    rock = await hub.office('LOCAL', '55105');
    strict = await hub.office('LOCAL', '55079', { twoPersonRelease: true });
    centre = await hub.office('HUB', 'US');
  });
  afterAll(async () => {
    await hub.close();
    await place.close();
  });

  const { create, update, submit, giveBack, discard, release, read } = drafting(() => hub);
  const schedule = async (who: Office | string, id: string, more: Partial<ScheduleReleaseInput> = {}) =>
    hub.get(ScheduleRelease).perform(await hub.as(who), { id, version: 1, ...more });
  const cancel = async (who: Office | string, id: string) =>
    hub.get(ScheduleRelease).cancel(await hub.as(who), { id });
  const due = () => hub.get(DueReleases).catchUp();
  const inSeconds = (seconds: number) => new Date(hub.clock.now().getTime() + seconds * 1_000).toISOString();
  const scheduleOf = async (id: string) => {
    const [row] = await hub.database.read((tx) =>
      tx.rows<{ state: string; refusal: string | null }>(
        sql`SELECT state, refusal FROM release_schedule WHERE draft_id = ${id}`,
      ),
    );
    return row ?? null;
  };
  /** How much was released by what is done. */
  const releasedBy = async (deed: () => Promise<unknown>): Promise<number> => {
    const before = await hub.count('release');
    await deed();
    return (await hub.count('release')) - before;
  };

  it('is in no log before its time, and then is as any', async () => {
    const id = await create(dane, { title: 'In ten seconds' });
    expect(await releasedBy(() => schedule(dane, id))).toBe(0);
    expect(await scheduleOf(id)).toEqual({ state: 'WAITING', refusal: null });
    hub.clock.advance(9_999);
    expect(await releasedBy(due)).toBe(0);
    hub.clock.advance(1);
    expect(await releasedBy(due)).toBe(1);
    const [latest = ''] = await hub.feed(rock);
    expect((await hub.see(rock, latest))?.title).toBe('In ten seconds');
    expect(await read(dane, id)).toBeNull();
    expect(await releasedBy(due)).toBe(0);
    expect((await hub.audited('publication.release')).at(-1)).toMatchObject({
      personId: dane.personId,
      objectId: latest,
      detail: { operation: 'scheduledRelease', draftId: id },
    });
  });

  it('is undone, and what is undone can be changed and released as any', async () => {
    const id = await create(dane);
    await schedule(dane, id);
    await expect(update(dane, id, 1)).rejects.toEqual(refused('CONFLICT'));
    await expect(submit(dane, id)).rejects.toEqual(refused('CONFLICT'));
    expect(await cancel(dane, id)).toBe(id);
    hub.clock.advance(60_000);
    expect(await releasedBy(due)).toBe(0);
    await expect(cancel(dane, id)).rejects.toEqual(refused('CONFLICT'));
    await update(dane, id, 1);
    expect(await releasedBy(() => release(dane, id, 2))).toBe(1);
    expect((await hub.audited('publication.schedule')).slice(-2)).toMatchObject([
      { objectId: id, detail: { operation: 'scheduleRelease', outcome: 'SCHEDULED' } },
      { objectId: id, detail: { operation: 'cancelScheduledRelease' } },
    ]);
  });

  it('goes out at the moment that was asked for, or at once if it is an emergency without one', async () => {
    const id = await create(dane);
    await schedule(dane, id, { at: inSeconds(3_600) });
    hub.clock.advance(3_599_000);
    expect(await releasedBy(due)).toBe(0);
    hub.clock.advance(1_000);
    expect(await releasedBy(due)).toBe(1);
    const urgent = await create(dane, { severity: 'EMERGENCY' });
    expect(await schedule(dane, urgent)).toMatchObject({ outcome: 'RELEASED' });
    const later = await create(dane, { severity: 'EMERGENCY' });
    expect(await schedule(dane, later, { at: inSeconds(60) })).toMatchObject({ outcome: 'SCHEDULED' });
    await discard(dane, later);
    hub.clock.advance(60_000);
    expect(await releasedBy(due)).toBe(0);
  });

  it('holds to two people: what needs another waits for review and not for its time', async () => {
    const id = await create(strict);
    expect(await schedule(strict, id)).toMatchObject({
      outcome: 'SUBMITTED_FOR_REVIEW',
      reviewReasons: ['TWO_PERSON'],
    });
    expect(await scheduleOf(id)).toBeNull();
    const second = await hub.person(strict.memberId, ['RELEASER']);
    expect(await schedule(second, id, { version: 2 })).toMatchObject({ outcome: 'SCHEDULED' });
    await expect(giveBack(centre, id)).rejects.toEqual(refused('CONFLICT'));
    hub.clock.advance(10_000);
    expect(await releasedBy(due)).toBe(1);
    const alone = await create(dane);
    await schedule(dane, alone);
    await hub.database.write(async (tx) => {
      await tx.execute(sql`UPDATE member SET two_person = 1 WHERE id = ${dane.memberId}`);
    });
    hub.clock.advance(10_000);
    expect(await releasedBy(due)).toBe(0);
    expect(await scheduleOf(alone)).toBeNull();
    expect((await read(dane, alone))?.state).toBe('SUBMITTED');
    await hub.database.write(async (tx) => {
      await tx.execute(sql`UPDATE member SET two_person = 0 WHERE id = ${dane.memberId}`);
    });
  });

  it('has at its time the rights that its releaser has then', async () => {
    const suspended = await hub.person(dane.memberId, ['AUTHOR', 'RELEASER']);
    const demoted = await hub.person(dane.memberId, ['AUTHOR', 'RELEASER']);
    const ids = [await create(suspended), await create(demoted)];
    await schedule(suspended, ids[0] as string);
    hub.clock.advance(1);
    await schedule(demoted, ids[1] as string);
    await hub.database.write(async (tx) => {
      await tx.execute(sql`UPDATE person SET suspended_at = 'now' WHERE id = ${suspended}`);
      await tx.execute(sql`DELETE FROM person_role WHERE person_id = ${demoted} AND role = 'RELEASER'`);
    });
    hub.clock.advance(10_000);
    expect(await releasedBy(due)).toBe(0);
    for (const id of ids) expect(await scheduleOf(id)).toEqual({ state: 'REFUSED', refusal: 'FORBIDDEN' });
    expect((await hub.audited('publication.release')).at(-1)).toMatchObject({
      objectId: ids[1],
      detail: { operation: 'scheduledRelease', refusal: 'FORBIDDEN' },
    });
    expect(await releasedBy(() => release(dane, ids[0] as string, 1))).toBe(1);
  });

  it('comes to nothing when what it revises has changed since', async () => {
    const publication = await hub.publish(dane);
    const id = await create(dane, { title: 'Another' }, publication);
    await schedule(dane, id, { note: 'Reworded.' });
    await hub.revise(dane, publication);
    hub.clock.advance(10_000);
    expect(await releasedBy(due)).toBe(0);
    expect(await scheduleOf(id)).toEqual({ state: 'REFUSED', refusal: 'CONFLICT' });
  });

  it('supersedes in its moment what was said when it was scheduled', async () => {
    const old = await hub.publish(dane);
    const id = await create(dane);
    await schedule(dane, id, { supersedesIds: [old] });
    expect((await hub.see(rock, old))?.state).toBe('RELEASED');
    hub.clock.advance(10_000);
    expect(await releasedBy(due)).toBe(2);
    expect((await hub.see(rock, old))?.state).toBe('WITHDRAWN');
  });

  it('is for releasers and analysts, of what was read, and within a year', async () => {
    const author = await hub.person(dane.memberId, ['AUTHOR']);
    const id = await create(dane);
    await expect(schedule(author, id)).rejects.toEqual(refused('FORBIDDEN'));
    await expect(schedule(rock, id)).rejects.toEqual(refused('NOT_FOUND'));
    await expect(cancel(rock, id)).rejects.toEqual(refused('NOT_FOUND'));
    await expect(schedule(dane, id, { version: 2 })).rejects.toEqual(refused('CONFLICT', 'input', 'version'));
    const at = (moment: string) => schedule(dane, id, { at: moment });
    await expect(at(inSeconds(0))).rejects.toEqual(refused('BAD_INPUT', 'input', 'at'));
    await expect(at(inSeconds(367 * 86_400))).rejects.toEqual(refused('BAD_INPUT', 'input', 'at'));
    await expect(at('tomorrow')).rejects.toEqual(refused('BAD_INPUT', 'input', 'at'));
    const byKey = { ...(await hub.as(dane)), scopes: ['READ', 'PUBLISH'] as const };
    const asked = hub.get(ScheduleRelease).perform(byKey, { id, version: 1 });
    await expect(asked).rejects.toEqual(refused('FORBIDDEN'));
    expect(await scheduleOf(id)).toBeNull();
  });

  it('survives a restart, and of several hubs one releases it', async () => {
    const id = await create(dane);
    await schedule(dane, id);
    const again = await place.again();
    const other = await Hub.on({ ...place, database: again }, { worker: false });
    other.clock.set(inSeconds(10));
    hub.clock.advance(10_000);
    expect(await releasedBy(() => Promise.all([due(), other.get(DueReleases).catchUp(), due()]))).toBe(1);
    await other.close();
    await again.close();
  });
});
