import sql from 'sql-template-tag';
import { Escalate, ManageEndpoints, ReadReach, RemindSilent } from '#delivery';
import { ContactLists, SetPreferences } from '#preferences';
import { openSmtpSink, type SmtpSink } from '../../libs/mail/sending/smtp.fixture.js';
import type { TestDatabase } from '../support/database.js';
import { startReceiver } from '../support/webhook-receiver.js';
import { Community, hubOn, openHubDatabase } from './hub.js';
import { conforms } from './webhook-stage.js';

const MINUTE = 60_000;

describe('an alert that asks for an answer in time', () => {
  let opened: TestDatabase;
  let hub: Awaited<ReturnType<typeof hubOn>>;
  let community: Community;
  let sink: SmtpSink;
  let wisconsin: string;
  let dane: string;
  let releaser: string;
  let clerk: string;
  let deputy: string;
  let chief: string;

  beforeAll(async () => {
    sink = await openSmtpSink();
  });
  afterAll(() => sink.close());
  beforeEach(async () => {
    sink.mails.length = 0;
    opened = await openHubDatabase();
    hub = await hubOn(opened, opened.database, { smtpUrl: sink.url, publicUrl: 'https://hub.example' });
    community = new Community(hub);
    const agency = await community.member('HUB', 'US', 'Operations');
    wisconsin = await community.member('STATE', '55', 'Wisconsin');
    dane = await community.member('LOCAL', '55025', 'Dane');
    releaser = await community.person(agency, 'RELEASER', 'AUTHOR');
    clerk = await community.person(dane, 'AUTHOR', 'COORDINATOR');
    deputy = await community.person(dane, 'AUTHOR');
    chief = await community.person(wisconsin, 'AUTHOR');
    await community.subscribe(clerk);
    const contacts = [{ personId: deputy }, { personId: clerk }];
    await hub.get(ContactLists).set(await community.as(clerk), { contacts });
  });
  afterEach(async () => {
    await hub.app.close();
    await opened.close();
  });

  const work = async (minutes = 0) => {
    hub.clock.advance(minutes * MINUTE);
    await hub.planner.catchUp();
    await hub.get(Escalate).catchUp();
    await hub.worker.drained();
  };
  const ask = (more = {}) =>
    community.publish(releaser, { acknowledgeWithinMinutes: 30, urgency: 'EXPECTED', ...more });
  /** To whom mails went since the last look, in order. */
  const who = async () => {
    const rows = await hub.database.read((tx) =>
      tx.rows<{ id: string; email: string }>(sql`SELECT id, email FROM person`),
    );
    const names = new Map([
      [clerk, 'clerk'],
      [deputy, 'deputy'],
      [chief, 'chief'],
    ]);
    const found = sink.mails.map(({ to, parsed }) => {
      const id = rows.find(({ email }) => email === to)?.id ?? '';
      return `${names.get(id) ?? id}: ${parsed.subject?.replace(/^\[TLP:\S+\] /, '')}`;
    });
    sink.mails.length = 0;
    return found;
  };
  const ledger = () =>
    hub.database.read((tx) =>
      tx.rows(sql`SELECT reason, step, state, cause FROM delivery ORDER BY planned_at, step, reason`),
    );
  const standing = () =>
    hub.database.read((tx) => tx.rows(sql`SELECT state, step FROM escalation ORDER BY member_id`));

  it('goes to the contacts one after another, then to the jurisdiction above, and no further', async () => {
    await ask();
    await work();
    expect(await who()).toEqual(['clerk: High alert: Pollbooks are down']);
    await work(29);
    expect(await who()).toEqual([]);
    await work(1);
    expect(await who()).toEqual(['deputy: Unanswered: High alert: Pollbooks are down']);
    await work(30);
    expect(await who()).toEqual(['clerk: Unanswered: High alert: Pollbooks are down']);
    await work(30);
    hub.clock.advance(5_000);
    await work();
    expect(await who()).toEqual(['chief: Unanswered: High alert: Pollbooks are down']);
    expect(await standing()).toEqual([{ state: 'ENDED', step: 'ABOVE' }]);
    await work(600);
    expect(await who()).toEqual([]);
    expect(await ledger()).toEqual([
      { reason: 'RELEASE', step: 0, state: 'SENT', cause: null },
      { reason: 'ESCALATION', step: 2, state: 'SENT', cause: null },
      { reason: 'ESCALATION', step: 3, state: 'SENT', cause: null },
      { reason: 'ESCALATION', step: 1_000, state: 'SENT', cause: null },
    ]);
  });

  it('asks first by e-mail those who had it in their inbox only', async () => {
    await hub
      .get(SetPreferences)
      .set(await community.as(clerk), { channels: [{ severity: 'HIGH', email: 'OFF' }] });
    await ask();
    await work();
    expect(await who()).toEqual([]);
    await work(30);
    expect(await who()).toEqual(['clerk: Unanswered: High alert: Pollbooks are down']);
    expect(await standing()).toEqual([{ state: 'OPEN', step: 'CHANNEL' }]);
  });

  it('asks by the webhooks to which it did not go, of those who may be asked by them', async () => {
    const receiver = await startReceiver(() => 204);
    for (const [personId, owner, path] of [
      [clerk, 'PERSON', '/mine'],
      [clerk, 'MEMBER', '/ours'],
      [deputy, 'PERSON', '/not-told'],
      [chief, 'PERSON', '/elsewhere'],
    ] as const) {
      const asksFor = { name: path, owner, interest: { severityAtLeast: 'EMERGENCY' } } as const;
      await hub
        .get(ManageEndpoints)
        .create(await community.as(personId), { ...asksFor, url: receiver.url + path });
    }
    const types = (path: string) => receiver.at(path).map(({ body }) => JSON.parse(body).type);
    const first = await ask();
    await work();
    expect(receiver.posted).toEqual([]);
    await who();
    await work(30);
    expect([types('/mine'), types('/ours')]).toEqual([
      ['publication.unanswered'],
      ['publication.unanswered'],
    ]);
    expect(conforms(JSON.parse(receiver.at('/mine')[0]?.body ?? '')) || conforms.errors).toBe(true);
    expect([types('/not-told'), types('/elsewhere'), await who()]).toEqual([[], [], []]);
    await work(30);
    expect(await who()).toEqual(['deputy: Unanswered: High alert: Pollbooks are down']);
    await community.answer(deputy, first);

    const answered = await ask();
    await work();
    hub.clock.advance(30 * MINUTE);
    await hub.get(Escalate).catchUp();
    await community.answer(deputy, answered);
    await ask({ tlp: 'AMBER_STRICT' });
    await work();
    await work(30);
    expect([types('/mine').length, types('/ours').length]).toEqual([2, 1]);
    await receiver.close();
  });

  it('ends at the first answer, even for what is on its way', async () => {
    const id = await ask();
    await work();
    await who();
    hub.clock.advance(30 * MINUTE);
    await hub.get(Escalate).catchUp();
    await community.answer(deputy, id, 'ACTING');
    await hub.worker.drained();
    expect(await who()).toEqual([]);
    expect(await standing()).toEqual([{ state: 'ANSWERED', step: 'CONTACT' }]);
    expect((await ledger()).at(-1)).toMatchObject({ state: 'DROPPED', cause: 'ANSWERED' });
    await work(600);
    expect(await who()).toEqual([]);
  });

  it('goes on where it was after a restart, each step once', async () => {
    await ask();
    await work();
    await work(30);
    await who();
    const second = await hubOn(opened, await opened.again(), { smtpUrl: sink.url });
    second.clock.set(hub.clock.now());
    await Promise.all([second.get(Escalate).catchUp(), hub.get(Escalate).catchUp()]);
    await second.worker.drained();
    expect(await who()).toEqual([]);
    second.clock.advance(30 * MINUTE);
    hub.clock.advance(30 * MINUTE);
    await Promise.all([second.get(Escalate).catchUp(), hub.get(Escalate).catchUp()]);
    await second.worker.drained();
    expect(await who()).toEqual(['clerk: Unanswered: High alert: Pollbooks are down']);
    await second.app.close();
    await second.database.close();
  });

  it('passes over whoever is not on duty, unless it is severe', async () => {
    const night = [{ days: ['MONDAY', 'TUESDAY'], from: '20:00', until: '23:00' }] as const;
    const contacts = [{ personId: deputy, duties: night }, { personId: clerk }];
    await hub.get(ContactLists).set(await community.as(clerk), { contacts } as never);
    await ask({ title: 'One' });
    await ask({ title: 'Two', severity: 'SEVERE' });
    await work();
    await who();
    await work(30);
    expect((await who()).sort()).toEqual([
      'clerk: Unanswered: High alert: One',
      'deputy: Unanswered: Severe alert: Two',
    ]);
  });

  it('tells nobody above who may not see it, and nobody who was withdrawn from it', async () => {
    await ask({ tlp: 'AMBER_STRICT', audience: { regions: ['55025'], memberKinds: ['LOCAL'] } });
    await work();
    await work(30);
    await work(30);
    expect((await who()).map((mail) => mail.split(':')[0])).toEqual(['clerk', 'deputy', 'clerk']);
    await work(30);
    hub.clock.advance(5_000);
    await work();
    expect((await who()).filter((mail) => mail.startsWith('chief'))).toEqual([]);
  });

  it('ends when it is withdrawn', async () => {
    const id = await ask();
    await work();
    await community.withdraw(releaser, id);
    await work();
    await who();
    await work(30);
    expect(await who()).toEqual([]);
    expect(await standing()).toEqual([{ state: 'ENDED', step: null }]);
  });

  it('makes one mail above of many silent offices', async () => {
    for (const county of ['55079', '55105']) {
      const member = await community.member('LOCAL', county, `County ${county}`);
      await community.subscribe(await community.person(member, 'AUTHOR'));
    }
    await hub.get(ContactLists).set(await community.as(clerk), { contacts: [] });
    await hub.database.write((tx) => tx.execute(sql`UPDATE person SET contact = 0 WHERE id <> ${chief}`));
    await ask();
    await work();
    await who();
    await work(30);
    hub.clock.advance(5_000);
    await work();
    const [mail, ...others] = sink.mails;
    expect(others).toEqual([]);
    expect(mail?.parsed.text).toContain('Not answered yet: County 55079, County 55105, Dane.');
    expect(mail?.parsed.text).not.toContain('We are acting on it');
  });

  describe('is counted for its sender', () => {
    const totals = async (id: string) => {
      const me = await community.as(releaser);
      const originId = me.viewer?.member.id ?? '';
      return (await hub.get(ReadReach).of(me, { id, originId, tlp: 'AMBER' }))?.totals();
    };

    it('sent, failed and silent', async () => {
      const milwaukee = await community.person(await community.member('LOCAL', '55079'), 'AUTHOR');
      await community.subscribe(milwaukee);
      const dead = await hub.database.read((tx) =>
        tx.rows<{ email: string }>(sql`SELECT email FROM person WHERE id = ${milwaukee}`),
      );
      sink.refuseRecipient = (address) => (address === dead[0]?.email ? [550, '5.1.1 gone'] : null);
      const id = await ask();
      await work();
      sink.refuseRecipient = null;
      expect(await totals(id)).toMatchObject({
        memberCount: 2,
        sentCount: 1,
        failedCount: 1,
        silentCount: 2,
      });
      await community.answer(clerk, id);
      expect(await totals(id)).toMatchObject({ acknowledgedCount: 1, silentCount: 1 });
    });

    it('and the silent are reminded once, by one call', async () => {
      const milwaukee = await community.person(await community.member('LOCAL', '55079'), 'AUTHOR');
      await community.subscribe(milwaukee);
      const id = await ask();
      await work();
      await community.answer(milwaukee, id);
      await who();
      const remind = async (person: string) =>
        hub.get(RemindSilent).perform(await community.as(person), { publicationId: id });
      expect(await remind(releaser)).toEqual({ publicationId: id, memberCount: 1, personCount: 1 });
      expect(await remind(releaser)).toMatchObject({ memberCount: 0, personCount: 0 });
      await work();
      expect(await who()).toEqual(['clerk: Reminder: High alert: Pollbooks are down']);
      await expect(remind(clerk)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      const distant = await community.person(await community.member('LOCAL', '17031'), 'AUTHOR');
      await expect(remind(distant)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await community.withdraw(releaser, id);
      await expect(remind(releaser)).rejects.toMatchObject({ code: 'CONFLICT' });
    });
  });
});
