import { Publish } from '#publications';
import type { TestDatabase } from '../support/database.js';
import { drafting } from './drafting.js';
import { alert, Hub, type Office, openHubDatabase, refused } from './hub.js';

describe('review', () => {
  let place: TestDatabase;
  let hub: Hub;
  let dane: Office;
  let wisconsin: Office;
  let cook: Office;
  let cisa: Office;
  let centre: Office;
  let author: string;
  let strict: Office;
  let strictSecond: string;

  beforeAll(async () => {
    place = await openHubDatabase();
    hub = await Hub.on(place, { reviewNational: true });
    dane = await hub.office('LOCAL', '55025');
    wisconsin = await hub.office('STATE', '55');
    cook = await hub.office('LOCAL', '17031');
    cisa = await hub.office('FEDERAL', 'US');
    centre = await hub.office('HUB', 'US');
    author = await hub.person(dane.memberId, ['AUTHOR']);
    strict = await hub.office('STATE', '17', { twoPersonRelease: true });
    strictSecond = await hub.person(strict.memberId, ['RELEASER']);
  });
  afterAll(async () => {
    await hub.close();
    await place.close();
  });

  const { create, update, submit, release, read } = drafting(() => hub);
  const beyond = { audience: { regions: ['17'] } };
  const counts = async () => [
    await hub.count('release'),
    await hub.count('publication'),
    await hub.count('revision'),
  ];

  it('takes what reaches beyond its origin, and nothing of it is out before', async () => {
    const before = await counts();
    const outcome = await hub.tryPublish(dane, beyond);
    expect(outcome).toMatchObject({
      outcome: 'SUBMITTED_FOR_REVIEW',
      reviewReasons: ['BEYOND_OWN_REGION'],
    });
    expect(await counts()).toEqual(before);
    const draftId = outcome.outcome === 'SUBMITTED_FOR_REVIEW' ? outcome.draftId : '';
    const second = await hub.person(dane.memberId, ['RELEASER']);
    expect(await release(dane, draftId, 1)).toMatchObject({ outcome: 'SUBMITTED_FOR_REVIEW' });
    expect(await release(second, draftId, 2)).toMatchObject({ outcome: 'SUBMITTED_FOR_REVIEW' });
    expect(await counts()).toEqual(before);
    const out = await release(centre, draftId, 3);
    expect(out.outcome).toBe('RELEASED');
    const id = out.outcome === 'RELEASED' ? out.publicationId : '';
    expect((await hub.see(cook, id))?.origin?.id).toBe(dane.memberId);
    expect(await hub.see(wisconsin, id)).toBeNull();
  });

  it('takes it for revisions and changes of audience too', async () => {
    const id = await hub.publish(dane);
    expect(await hub.revise(dane, id, { content: alert(beyond) })).toMatchObject({
      outcome: 'SUBMITTED_FOR_REVIEW',
    });
    const outcome = await hub.changeAudience(dane, id, beyond);
    expect(outcome).toMatchObject({
      outcome: 'SUBMITTED_FOR_REVIEW',
      reviewReasons: ['BEYOND_OWN_REGION'],
    });
    expect(await hub.see(cook, id)).toBeNull();
    const draftId = outcome.outcome === 'SUBMITTED_FOR_REVIEW' ? outcome.draftId : '';
    await release(centre, draftId, 1);
    expect(await hub.see(cook, id)).not.toBeNull();
    expect((await hub.log(dane)).filter(([, of]) => of === id)).toEqual([
      ['PUBLISHED', id],
      ['AUDIENCE_CHANGED', id],
    ]);
  });

  it('needs a second person where the member asks for it', async () => {
    const to = { audience: { regions: ['17'] } };
    const outcome = await hub.tryPublish(strict, to);
    expect(outcome).toMatchObject({ outcome: 'SUBMITTED_FOR_REVIEW', reviewReasons: ['TWO_PERSON'] });
    const draftId = outcome.outcome === 'SUBMITTED_FOR_REVIEW' ? outcome.draftId : '';
    expect((await release(strict, draftId, 1)).outcome).toBe('SUBMITTED_FOR_REVIEW');
    expect((await release(strictSecond, draftId, 2)).outcome).toBe('RELEASED');
  });

  it('is not done by whoever wrote it last, though another started it', async () => {
    const to = { audience: { regions: ['17'] } };
    const draftId = await create(strict, to);
    await update(strictSecond, draftId, 1, { ...to, title: 'All mine now' });
    expect((await release(strictSecond, draftId, 2)).outcome).toBe('SUBMITTED_FOR_REVIEW');
    expect((await release(strict, draftId, 3)).outcome).toBe('SUBMITTED_FOR_REVIEW');
    await update(strict, draftId, 4, to);
    expect((await release(strictSecond, draftId, 5)).outcome).toBe('RELEASED');
  });

  it('needs two people for the nation, of members and of the hub alike', async () => {
    const nation = { kind: 'BULLETIN' as const, audience: { regions: ['US'] } };
    const second = await hub.person(centre.memberId, ['ANALYST']);
    for (const office of [cisa, centre]) {
      const outcome = await hub.tryPublish(office, nation);
      expect(outcome).toMatchObject({
        outcome: 'SUBMITTED_FOR_REVIEW',
        reviewReasons: ['NATIONAL_AUDIENCE'],
      });
      const draftId = outcome.outcome === 'SUBMITTED_FOR_REVIEW' ? outcome.draftId : '';
      expect((await release(office, draftId, 1)).outcome).toBe('SUBMITTED_FOR_REVIEW');
      expect((await release(second, draftId, 2)).outcome).toBe('RELEASED');
    }
  });

  it('keeps what is to be superseded, and the reviewer does it', async () => {
    const old = await hub.publish(dane);
    const input = { content: alert(beyond), supersedesIds: [old] };
    const outcome = await hub.get(Publish).perform(await hub.as(dane), input);
    const draftId = outcome.outcome === 'SUBMITTED_FOR_REVIEW' ? outcome.draftId : '';
    expect((await hub.see(dane, old))?.state).toBe('RELEASED');
    expect((await (await read(centre, draftId))?.supersedes())?.map(({ id }) => id)).toEqual([old]);
    await release(centre, draftId, 1);
    expect((await hub.see(dane, old))?.state).toBe('WITHDRAWN');
  });

  it('does not half-happen when the reviewer may not do all of it', async () => {
    const id = await create(author);
    await submit(author, id);
    const hidden = await hub
      .publish(strictSecond, { tlp: 'RED', audience: { personIds: [cook.personId] } })
      .catch(() => '');
    const before = await counts();
    const attempt = release(centre, id, 2, { supersedesIds: [hidden || crypto.randomUUID()] });
    await expect(attempt).rejects.toEqual(refused('NOT_FOUND'));
    expect(await counts()).toEqual(before);
    expect(await read(author, id)).toMatchObject({ state: 'SUBMITTED', version: 2 });
  });

  it('refuses a group that its writer has left since', async () => {
    const group = await hub.group(cook.memberId, dane.memberId);
    const id = await create(author, { audience: { groupIds: [group] } });
    await hub.leave(group, dane.memberId);
    await expect(release(dane, id, 1)).rejects.toEqual(
      refused('BAD_INPUT', 'draft', 'content', 'audience', 'groupIds', '0'),
    );
  });
});
