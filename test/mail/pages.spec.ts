import sql from 'sql-template-tag';
import type { PublicationContentInput } from '#contract';
import { Answers } from '#delivery';
import { Database } from '#platform';
import { Preferences } from '#preferences';
import { MailingHub } from './mailing-hub.js';

const DAY = 24 * 60 * 60_000;

describe('the pages behind links of mails', () => {
  let mailing: MailingHub;

  beforeAll(async () => {
    mailing = await MailingHub.open();
    await mailing.community.subscribe(mailing.desks.clerk.personId);
  });
  afterAll(() => mailing.close());

  /** Posts something, and gives the links of the clerk's mail as they lead to this hub. */
  const mailOf = async (content: Partial<PublicationContentInput> = {}) => {
    mailing.sink.mails.length = 0;
    const id = await mailing.community.publish(mailing.desks.official.personId, {
      acknowledgeWithinMinutes: 30,
      ...content,
    });
    await mailing.work();
    const mail = mailing.sink.to('clerk@office.example').find(({ parsed }) => parsed.text?.includes(id));
    const here = (url: string | undefined) => url?.replace('https://hub.example', mailing.hub.url) ?? '';
    const text = mail?.parsed.text ?? '';
    return {
      id,
      text,
      answer: here(/https:\S+\/mail\/answer\/[^\s?]+/.exec(text)?.[0]),
      unsubscribe: here(/<(.*)>/.exec(mail?.header('list-unsubscribe') ?? '')?.[1]),
    };
  };
  const post = (url: string, form: Readonly<Record<string, string>>) =>
    fetch(url, { method: 'POST', body: new URLSearchParams(form) });
  const answerTo = async (id: string) =>
    (await mailing.hub.app.get(Answers).ofMember(mailing.desks.clerk.memberId, [id])).get(id);
  const inboxOf = (id: string) =>
    mailing.hub.app
      .get(Database)
      .read((tx) =>
        tx.rows(
          sql`SELECT state, opened_at FROM inbox_item WHERE publication_id = ${id} AND person_id = ${mailing.desks.clerk.personId}`,
        ),
      );

  it('take no look of a program for an answer: only sending the form is one', async () => {
    const { id, answer } = await mailOf();
    for (const method of ['GET', 'HEAD', 'GET']) {
      const looked = await fetch(`${answer}?answer=ACTING`, { method });
      expect(looked.status).toBe(200);
      expect(looked.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(looked.headers.get('cache-control')).toBe('no-store');
      expect(looked.headers.get('referrer-policy')).toBe('no-referrer');
    }
    expect(await answerTo(id)).toBeUndefined();
    expect(await inboxOf(id)).toEqual([{ state: 'UNREAD', opened_at: null }]);

    const page = await (await fetch(`${answer}?answer=NOT_AFFECTED`)).text();
    expect(page).toContain('TLP:AMBER');
    expect(page).toContain('Pollbooks are down');
    expect(page).toMatch(/value="NOT_AFFECTED" required checked/);
    expect(page).not.toMatch(/<script|<img|src=/);

    const answered = await post(answer, { answer: 'NEED_HELP', note: 'Call us.' });
    expect(answered.status).toBe(200);
    expect(await answered.text()).toContain('Your office has answered: We need help.');
    expect(await answerTo(id)).toMatchObject({
      response: 'NEED_HELP',
      note: 'Call us.',
      personId: mailing.desks.clerk.personId,
    });
    const [audited] = await mailing.hub.app
      .get(Database)
      .read((tx) =>
        tx.rows<{ detail: string }>(
          sql`SELECT detail FROM audit_entry WHERE action = 'publication.acknowledge' AND object_id = ${id}`,
        ),
      );
    expect(JSON.parse(audited?.detail ?? '{}')).toMatchObject({ via: expect.stringMatching(/^mail /) });
  });

  it('say what is wrong with an answer, and then nothing is answered', async () => {
    const { id, answer } = await mailOf();
    const forms: Record<string, string>[] = [
      {},
      { answer: 'MAYBE' },
      { answer: 'ACTING', note: 'x'.repeat(1_001) },
    ];
    for (const form of forms) {
      const refused = await post(answer, form);
      expect(refused.status).toBe(400);
      expect(await refused.text()).toContain('role="alert"');
    }
    expect(await answerTo(id)).toBeUndefined();
    await mailing.community.withdraw(mailing.desks.official.personId, id);
    expect((await post(answer, { answer: 'ACTING' })).status).toBe(400);
  });

  it('are one and the same dead page for every link that is not good', async () => {
    const { id, answer } = await mailOf();
    const other = (await mailOf()).answer;
    const [token = '', another = ''] = [answer, other].map((url) => url.split('/').at(-1));
    const [delivery, sealed] = token.split('.');
    const bad = [
      `${another.split('.')[0]}.${sealed}`,
      `${delivery}.${'A'.repeat(48)}`,
      `${delivery}`,
      `${crypto.randomUUID()}.${sealed}`,
      'x'.repeat(90),
    ];
    const pages = new Set<string>();
    for (const one of bad) {
      for (const method of ['GET', 'POST']) {
        const answered = await fetch(`${mailing.hub.url}/mail/answer/${one}`, { method });
        expect(answered.status).toBe(404);
        pages.add(await answered.text());
      }
    }
    expect([...pages]).toEqual([expect.stringContaining('no longer good')]);
    const before = mailing.clock.now();
    mailing.clock.advance(7 * DAY + 1);
    expect((await post(answer, { answer: 'ACTING' })).status).toBe(404);
    mailing.clock.set(before);
    await mailing.community.address(mailing.desks.official.personId, id, { regions: ['55079'] });
    expect((await fetch(answer)).status).toBe(404);
    expect((await post(answer, { answer: 'ACTING' })).status).toBe(404);
    expect(await answerTo(id)).toBeUndefined();
  });

  it('open nothing to whoever is suspended', async () => {
    const { id, answer, unsubscribe } = await mailOf();
    await mailing.community.suspendPerson(mailing.desks.clerk.personId);
    for (const url of [answer, unsubscribe]) expect((await post(url, { answer: 'ACTING' })).status).toBe(404);
    await mailing.community.suspendPerson(mailing.desks.clerk.personId, null);
    expect(await answerTo(id)).toBeUndefined();
  });

  it('show no word of what became strict, and take its answer only after signing in', async () => {
    const { id, answer } = await mailOf({ title: 'Burnt umber', audience: { regions: ['55025'] } });
    await mailing.hub.app
      .get(Database)
      .write((tx) => tx.execute(sql`UPDATE publication SET tlp = 'AMBER_STRICT' WHERE id = ${id}`));
    const page = await fetch(answer);
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).toContain('Sign in to answer');
    expect(html).not.toMatch(/burnt|<form/i);
    expect((await post(answer, { answer: 'ACTING' })).status).toBe(403);
    expect(await answerTo(id)).toBeUndefined();
  });

  it('let whoever may not answer say that they have read it', async () => {
    const viewer = await mailing.community.person(mailing.desks.clerk.memberId, 'VIEWER');
    await mailing.community.subscribe(viewer);
    const { id } = await mailOf();
    const mail = mailing.sink.mails.find(({ to }) => to !== 'clerk@office.example');
    expect(mail?.parsed.text).not.toContain('We are acting on it');
    const url = /https:\S+\/mail\/answer\/[^\s?]+/.exec(mail?.parsed.text ?? '')?.[0] ?? '';
    const here = url.replace('https://hub.example', mailing.hub.url);
    expect(await (await fetch(here)).text()).toContain('I have read this');
    expect((await post(here, { answer: 'ACTING' })).status).toBe(400);
    expect((await post(here, { answer: 'READ' })).status).toBe(200);
    expect(await mailing.community.states(viewer)).toEqual([[id, 'READ']]);
    expect(await answerTo(id)).toBeUndefined();
    await mailing.community.suspendPerson(viewer);
  });

  it('switch mail off by one POST without a word, and never by a GET', async () => {
    const { unsubscribe } = await mailOf();
    const email = async () =>
      (
        await mailing.hub.app
          .get(Preferences)
          .view(await mailing.community.as(mailing.desks.clerk.personId), 'PERSON')
      ).email;
    for (const method of ['GET', 'HEAD']) expect((await fetch(unsubscribe, { method })).status).toBe(200);
    expect((await email())[3]).toBe('AT_ONCE');
    const multipart = new FormData();
    multipart.set('List-Unsubscribe', 'One-Click');
    const done = await fetch(unsubscribe, { method: 'POST', body: multipart, redirect: 'error' });
    expect(done.status).toBe(200);
    expect(await email()).toEqual(['OFF', 'OFF', 'OFF', 'OFF', 'OFF', 'AT_ONCE']);
    expect((await post(unsubscribe, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200);
    const token = unsubscribe.split('/').at(-1) ?? '';
    const [, sealed] = token.split('.');
    const foreign = `${mailing.hub.url}/mail/unsubscribe/${mailing.desks.neighbor.personId}.${sealed}`;
    expect((await post(foreign, {})).status).toBe(404);
    expect((await fetch(`${mailing.hub.url}/graphql`, { method: 'POST', body: multipart })).status).toBe(415);
  });
});
