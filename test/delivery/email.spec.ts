import { setTimeout as sleep } from 'node:timers/promises';
import sql from 'sql-template-tag';
import type { SetPreferencesInput } from '#contract';
import { SetPreferences } from '#preferences';
import { openSmtpSink, type SmtpSink, type TakenMail } from '../../libs/mail/sending/smtp.fixture.js';
import type { TestDatabase } from '../support/database.js';
import { Community, hubOn, openHubDatabase } from './hub.js';

const until = async (isSo: () => boolean | Promise<boolean>) => {
  while (!(await isSo())) await sleep(5);
};

describe('e-mail', () => {
  let opened: TestDatabase;
  let hub: Awaited<ReturnType<typeof hubOn>>;
  let community: Community;
  let sink: SmtpSink;
  let wisconsin: string;
  let dane: string;
  let releaser: string;
  let clerk: string;

  beforeAll(async () => {
    sink = await openSmtpSink();
  });
  afterAll(() => sink.close());
  beforeEach(async () => {
    sink.mails.length = 0;
    sink.refuseRecipient = null;
    opened = await openHubDatabase();
    hub = await hubOn(opened, opened.database, { smtpUrl: sink.url, publicUrl: 'https://hub.example' });
    community = new Community(hub);
    wisconsin = await community.member('STATE', '55', 'Wisconsin Elections Commission');
    dane = await community.member('LOCAL', '55025', 'Dane County Election Office');
    releaser = await community.person(wisconsin, 'RELEASER', 'AUTHOR');
    clerk = await community.person(dane, 'AUTHOR');
    await community.subscribe(clerk);
  });
  afterEach(async () => {
    await hub.app.close();
    await opened.close();
  });

  const addressOf = async (personId: string) => {
    const [row] = await hub.database.read((tx) =>
      tx.rows<{ email: string }>(sql`SELECT email FROM person WHERE id = ${personId}`),
    );
    return row?.email ?? '';
  };
  const mailsTo = async (personId: string) => sink.to(await addressOf(personId));
  /** Plans and sends all that is due at this moment. */
  const work = async () => {
    await hub.planner.catchUp();
    await hub.worker.drained();
  };
  const prefer = async (personId: string, input: SetPreferencesInput) =>
    hub.get(SetPreferences).set(await community.as(personId), input);
  const ledger = (columns = 'channel, reason, state, cause') =>
    hub.database.read((tx) =>
      tx.rows(
        sql([`SELECT ${columns} FROM delivery ORDER BY sequence, channel, address, planned_at, reason`]),
      ),
    );
  const bothForms = (mail: TakenMail | undefined) => `${mail?.parsed.text}\n${mail?.parsed.html}`;

  it('carries what an alert says, to those who asked for it and to nobody else', async () => {
    const distant = await community.person(await community.member('LOCAL', '17031'), 'AUTHOR');
    await community.subscribe(distant);
    await community.publish(releaser, {
      title: 'Pollbooks are down',
      instructions: 'Use **paper** lists.',
      acknowledgeWithinMinutes: 30,
    });
    await work();
    expect(sink.mails.length).toBe(1);
    const [mail] = await mailsTo(clerk);
    expect(mail?.parsed.subject).toBe('[TLP:AMBER] High alert: Pollbooks are down');
    expect(bothForms(mail)).toMatch(/Wisconsin Elections Commission[\s\S]*paper[\s\S]*We are not affected/);
    expect(mail?.parsed.text).toContain('Tuesday, November 3, 2026 at 6:30 AM CST (2026-11-03 12:30 UTC)');
    expect(mail?.parsed.text).toContain('https://hub.example/publications/');
    expect(mail?.header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(await ledger()).toEqual([{ channel: 'EMAIL', reason: 'RELEASE', state: 'SENT', cause: null }]);
    await work();
    expect(sink.mails.length).toBe(1);
  });

  it('to many goes out by eight connections, to each once, also when a hub stops in the middle and another goes on', async () => {
    for (let more = 0; more < 40; more += 1)
      await community.subscribe(await community.person(dane, 'AUTHOR'));
    await community.publish(releaser);
    await hub.planner.catchUp();
    const open = () =>
      opened.database.read((tx) =>
        tx.rows<{ leased: string | null }>(
          sql`SELECT leased_by AS leased FROM delivery WHERE state = 'PENDING'`,
        ),
      );
    let goOn = () => {};
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    sink.hold = (count) => (count > 8 ? held : null);
    const sending = hub.worker.drained();
    await until(async () => (await open()).filter(({ leased }) => leased).length > 8);
    const stopping = hub.app.close();
    goOn();
    sink.hold = null;
    await Promise.all([stopping, sending]);
    const left = await open();
    expect(left.length).toBeGreaterThan(0);
    expect(left.filter(({ leased }) => leased)).toEqual([]);
    hub = await hubOn(opened, opened.database, { smtpUrl: sink.url, publicUrl: 'https://hub.example' });
    await hub.worker.drained();
    expect(new Set(sink.mails.map(({ to }) => to)).size).toBe(41);
    expect(sink.mails).toHaveLength(41);
    expect(sink.most).toBe(8);
  });

  it('of a revision and a withdrawal is threaded to the first', async () => {
    const id = await community.publish(releaser);
    await work();
    await community.revise(releaser, id, { title: 'Pollbooks are slow' });
    await work();
    await community.withdraw(releaser, id);
    await work();
    const [first, second, third] = await mailsTo(clerk);
    expect(first?.parsed.inReplyTo).toBeUndefined();
    expect([second, third].map((mail) => mail?.parsed.inReplyTo)).toEqual(
      Array(2).fill(first?.parsed.messageId),
    );
    expect(second?.parsed.subject).toBe('[TLP:AMBER] Updated: High alert: Pollbooks are slow');
    expect(second?.parsed.text).toContain('What changed: More is known.');
    expect(third?.parsed.subject).toBe('[TLP:AMBER] Withdrawn: Alert: Pollbooks are slow');
    expect(third?.parsed.text).toContain('It was a mistake.');
    expect(third?.parsed.text).not.toContain('We are acting on it');
  });

  it.each(['AMBER_STRICT', 'RED'] as const)('of what is %s says nothing but to sign in', async (tlp) => {
    const audience = tlp === 'RED' ? { personIds: [clerk] } : { regions: ['55025'] };
    await community.publish(releaser, {
      tlp,
      audience,
      title: 'Burnt umber',
      body: 'Burnt body',
      severity: 'HIGH',
    });
    await work();
    const [mail] = await mailsTo(clerk);
    const label = tlp === 'RED' ? 'TLP:RED' : 'TLP:AMBER+STRICT';
    expect(mail?.parsed.subject).toBe(`[${label}] Sign in to read`);
    expect(mail?.raw).not.toMatch(/burnt/i);
    expect(bothForms(mail)).not.toMatch(/alert|high|wisconsin|\/mail\/answer/i);
    expect(mail?.parsed.inReplyTo).toBeUndefined();
    expect(mail?.header('list-unsubscribe') === undefined).toBe(tlp === 'RED');
    const opened = await hub.database.read((tx) =>
      tx.rows(sql`SELECT opened_at FROM inbox_item WHERE opened_at IS NOT NULL`),
    );
    expect(opened).toEqual([]);
  });

  it('says nowhere who posted what is anonymous', async () => {
    await community.publish(releaser, { attribution: 'ANONYMOUS' });
    await work();
    const [mail] = await mailsTo(clerk);
    expect(mail?.raw.replace(/=\r\n/g, '')).not.toMatch(/Wisconsin Elections/);
    expect(mail?.raw).not.toContain(wisconsin);
    expect(mail?.parsed.text).toContain('From: an office that is not named');
  });

  it.each(['EXERCISE', 'TEST'] as const)('cannot take what is %s for real', async (status) => {
    await community.publish(releaser, { status });
    await work();
    const [mail] = await mailsTo(clerk);
    expect(mail?.parsed.subject).toBe(`[${status}] [TLP:AMBER] High alert: Pollbooks are down`);
    expect(
      mail?.parsed.text?.startsWith(`TLP:AMBER\n*** ${status} ${status} ${status}: this is not real ***`),
    ).toBe(true);
  });

  it('goes to nobody who is suspended, or lost sight of it, between planning and sending', async () => {
    const second = await community.person(dane, 'VIEWER');
    await community.subscribe(second);
    const milwaukee = await community.person(await community.member('LOCAL', '55079'), 'VIEWER');
    await community.subscribe(milwaukee);
    const id = await community.publish(releaser);
    await hub.planner.catchUp();
    await community.suspendPerson(second);
    await community.address(releaser, id, { regions: ['55025'] });
    await hub.worker.drained();
    expect(sink.mails.map(({ to }) => to)).toEqual([await addressOf(clerk)]);
    expect(await ledger('state, cause')).toEqual(
      expect.arrayContaining([
        { state: 'SENT', cause: null },
        { state: 'DROPPED', cause: 'NOT_VISIBLE' },
        { state: 'DROPPED', cause: 'NOT_VISIBLE' },
      ]),
    );
  });

  it('comes to newcomers by a change of audience, and not once more to those who have it', async () => {
    const milwaukee = await community.person(await community.member('LOCAL', '55079'), 'VIEWER');
    await community.subscribe(milwaukee);
    const id = await community.publish(releaser, { audience: { regions: ['55025'] } });
    await work();
    await community.address(releaser, id, { regions: ['55'] });
    await work();
    expect(await mailsTo(clerk)).toHaveLength(1);
    expect(await mailsTo(milwaukee)).toHaveLength(1);
  });

  it('waits for the end of the night, unless it is severe', async () => {
    await prefer(clerk, { quietHours: { from: '05:00', until: '07:30' }, timeZone: 'America/Chicago' });
    await community.publish(releaser, { title: 'Can wait', severity: 'HIGH' });
    await community.publish(releaser, { title: 'Cannot wait', severity: 'SEVERE' });
    await work();
    expect(sink.mails.map(({ parsed }) => parsed.subject)).toEqual(['[TLP:AMBER] Severe alert: Cannot wait']);
    expect(sink.mails[0]?.header('importance')).toMatch(/high/i);
    hub.clock.set('2026-11-03T13:29:59.000Z');
    await work();
    expect(sink.mails.length).toBe(1);
    hub.clock.set('2026-11-03T13:30:00.000Z');
    await work();
    expect(sink.mails[1]?.parsed.subject).toBe('[TLP:AMBER] High alert: Can wait');
  });

  it('is dropped for whoever switched it off meanwhile; an emergency and what is red come all the same', async () => {
    await community.publish(releaser, { title: 'One' });
    await hub.planner.catchUp();
    await prefer(clerk, {
      channels: (['BASELINE', 'LOW', 'MEDIUM', 'HIGH', 'SEVERE'] as const).map((severity) => ({
        severity,
        email: 'OFF',
      })),
    });
    await hub.worker.drained();
    await community.publish(releaser, { title: 'Two', severity: 'EMERGENCY' });
    await community.publish(releaser, { tlp: 'RED', audience: { personIds: [clerk] }, severity: 'LOW' });
    await community.publish(releaser, { title: 'Three', severity: 'SEVERE' });
    await work();
    expect(sink.mails.map(({ parsed }) => parsed.subject).sort()).toEqual([
      '[TLP:AMBER] Emergency alert: Two',
      '[TLP:RED] Sign in to read',
    ]);
    expect(sink.mails.map((mail) => mail.header('list-unsubscribe'))).toEqual([undefined, undefined]);
    expect((await ledger('state, cause'))[0]).toEqual({ state: 'DROPPED', cause: 'UNWANTED' });
  });

  describe('to an address that is refused', () => {
    let coordinator: string;

    beforeEach(async () => {
      coordinator = await community.person(dane, 'COORDINATOR', 'VIEWER');
      const dead = await addressOf(clerk);
      sink.refuseRecipient = (address) => (address === dead ? [550, '5.1.1 no such user'] : null);
      await community.publish(releaser);
      await work();
    });

    it('is written down, and those who run the member are told once', async () => {
      const [told, ...others] = await mailsTo(coordinator);
      expect(others).toEqual([]);
      expect(told?.parsed.subject).toBe('Mail to A person comes back');
      expect(told?.parsed.text).toContain(await addressOf(clerk));
      expect(told?.parsed.text).toContain('550 5.1.1 no such user');
      expect(await ledger('reason, state, cause, said')).toEqual(
        expect.arrayContaining([
          { reason: 'RELEASE', state: 'FAILED', cause: 'GONE', said: '550 5.1.1 no such user' },
        ]),
      );
      await community.publish(releaser, { title: 'Again', severity: 'EMERGENCY' });
      await work();
      expect(
        (await mailsTo(coordinator)).filter(({ parsed }) => parsed.subject?.startsWith('Mail')),
      ).toHaveLength(1);
    });

    it('is not tried again but for what is severe, which mends it when it arrives', async () => {
      sink.refuseRecipient = null;
      await community.publish(releaser, { title: 'High' });
      await work();
      expect(await mailsTo(clerk)).toEqual([]);
      await community.publish(releaser, { title: 'Severe', severity: 'SEVERE' });
      await work();
      await community.publish(releaser, { title: 'High again' });
      await work();
      expect((await mailsTo(clerk)).map(({ parsed }) => parsed.subject)).toEqual([
        '[TLP:AMBER] Severe alert: Severe',
        '[TLP:AMBER] High alert: High again',
      ]);
    });
  });

  it('says the latest once where a revision came in the night', async () => {
    await prefer(clerk, { quietHours: { from: '05:00', until: '07:30' }, timeZone: 'America/Chicago' });
    const id = await community.publish(releaser, { title: 'Early' });
    await work();
    await community.revise(releaser, id, { title: 'Later' });
    hub.clock.set('2026-11-03T13:30:00.000Z');
    await work();
    expect(sink.mails.map(({ parsed }) => parsed.subject)).toEqual([
      '[TLP:AMBER] Updated: High alert: Later',
    ]);
    expect((await ledger('state, cause'))[0]).toEqual({ state: 'DROPPED', cause: 'OVERTAKEN' });
  });

  it('is tried again where the server is busy, under the same Message-ID', async () => {
    sink.refuseRecipient = () => [451, '4.7.1 try later'];
    await community.publish(releaser);
    await work();
    expect(await ledger('state, cause, tries')).toEqual([{ state: 'RETRYING', cause: 'BUSY', tries: 1 }]);
    sink.refuseRecipient = null;
    hub.clock.advance(10_000);
    await work();
    expect(await ledger('state, tries')).toEqual([{ state: 'SENT', tries: 2 }]);
    expect(sink.mails.length).toBe(1);
  });
});
