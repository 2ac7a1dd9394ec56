import { setTimeout as sleep } from 'node:timers/promises';
import sql from 'sql-template-tag';
import { emailStage } from './email-stage.js';

const until = async (isSo: () => boolean | Promise<boolean>) => {
  while (!(await isSo())) await sleep(5);
};

describe('e-mail, as it is sent,', () => {
  const stage = emailStage();

  it('to many goes out by eight connections, to each once, also when a hub stops in the middle and another goes on', async () => {
    for (let more = 0; more < 40; more += 1)
      await stage.community.subscribe(await stage.community.person(stage.dane, 'AUTHOR'));
    await stage.community.publish(stage.releaser);
    await stage.hub.planner.catchUp();
    const open = () =>
      stage.database.read((tx) =>
        tx.rows<{ leased: string | null }>(sql`SELECT leased_by AS leased FROM delivery_queue`),
      );
    let goOn = () => {};
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    stage.sink.hold = (count) => (count > 8 ? held : null);
    const sending = stage.hub.worker.drained();
    await until(async () => (await open()).filter(({ leased }) => leased).length > 8);
    const stopping = stage.hub.app.close();
    goOn();
    stage.sink.hold = null;
    await Promise.all([stopping, sending]);
    const left = await open();
    expect(left.length).toBeGreaterThan(0);
    expect(left.filter(({ leased }) => leased)).toEqual([]);
    await stage.openHub();
    await stage.hub.worker.drained();
    expect(new Set(stage.sink.mails.map(({ to }) => to)).size).toBe(41);
    expect(stage.sink.mails).toHaveLength(41);
    expect(stage.sink.most).toBe(8);
  });

  it('waits for the end of the night, unless it is severe', async () => {
    await stage.prefer(stage.clerk, {
      quietHours: { from: '05:00', until: '07:30' },
      timeZone: 'America/Chicago',
    });
    await stage.community.publish(stage.releaser, { title: 'Can wait', severity: 'HIGH' });
    await stage.community.publish(stage.releaser, { title: 'Cannot wait', severity: 'SEVERE' });
    await stage.work();
    expect(stage.sink.mails.map(({ parsed }) => parsed.subject)).toEqual([
      '[TLP:AMBER] Severe alert: Cannot wait',
    ]);
    expect(stage.sink.mails[0]?.header('importance')).toMatch(/high/i);
    stage.hub.clock.set('2026-11-03T13:29:59.000Z');
    await stage.work();
    expect(stage.sink.mails.length).toBe(1);
    stage.hub.clock.set('2026-11-03T13:30:00.000Z');
    await stage.work();
    expect(stage.sink.mails[1]?.parsed.subject).toBe('[TLP:AMBER] High alert: Can wait');
  });

  it('is dropped for whoever switched it off meanwhile; an emergency and what is red come all the same', async () => {
    await stage.community.publish(stage.releaser, { title: 'One' });
    await stage.hub.planner.catchUp();
    await stage.prefer(stage.clerk, {
      channels: (['BASELINE', 'LOW', 'MEDIUM', 'HIGH', 'SEVERE'] as const).map((severity) => ({
        severity,
        email: 'OFF',
      })),
    });
    await stage.hub.worker.drained();
    await stage.community.publish(stage.releaser, { title: 'Two', severity: 'EMERGENCY' });
    await stage.community.publish(stage.releaser, {
      tlp: 'RED',
      audience: { personIds: [stage.clerk] },
      severity: 'LOW',
    });
    await stage.community.publish(stage.releaser, { title: 'Three', severity: 'SEVERE' });
    await stage.work();
    expect(stage.sink.mails.map(({ parsed }) => parsed.subject).sort()).toEqual([
      '[TLP:AMBER] Emergency alert: Two',
      '[TLP:RED] Sign in to read',
    ]);
    expect(stage.sink.mails.map((mail) => mail.header('list-unsubscribe'))).toEqual([undefined, undefined]);
    expect((await stage.ledger('state, cause'))[0]).toEqual({ state: 'DROPPED', cause: 'UNWANTED' });
  });

  describe('to an address that is refused', () => {
    let coordinator: string;

    beforeEach(async () => {
      coordinator = await stage.community.person(stage.dane, 'COORDINATOR', 'VIEWER');
      const dead = await stage.addressOf(stage.clerk);
      stage.sink.refuseRecipient = (address) => (address === dead ? [550, '5.1.1 no such user'] : null);
      await stage.community.publish(stage.releaser);
      await stage.work();
    });

    it('is written down, and those who run the member are told once', async () => {
      const [told, ...others] = await stage.mailsTo(coordinator);
      expect(others).toEqual([]);
      expect(told?.parsed.subject).toBe('Mail to A person comes back');
      expect(told?.parsed.text).toContain(await stage.addressOf(stage.clerk));
      expect(told?.parsed.text).toContain('550 5.1.1 no such user');
      expect(await stage.ledger('reason, state, cause, said')).toEqual(
        expect.arrayContaining([
          { reason: 'RELEASE', state: 'FAILED', cause: 'GONE', said: '550 5.1.1 no such user' },
        ]),
      );
      await stage.community.publish(stage.releaser, { title: 'Again', severity: 'EMERGENCY' });
      await stage.work();
      expect(
        (await stage.mailsTo(coordinator)).filter(({ parsed }) => parsed.subject?.startsWith('Mail')),
      ).toHaveLength(1);
    });

    it('is not tried again but for what is severe, which mends it when it arrives', async () => {
      stage.sink.refuseRecipient = null;
      await stage.community.publish(stage.releaser, { title: 'High' });
      await stage.work();
      expect(await stage.mailsTo(stage.clerk)).toEqual([]);
      await stage.community.publish(stage.releaser, { title: 'Severe', severity: 'SEVERE' });
      await stage.work();
      await stage.community.publish(stage.releaser, { title: 'High again' });
      await stage.work();
      expect((await stage.mailsTo(stage.clerk)).map(({ parsed }) => parsed.subject)).toEqual([
        '[TLP:AMBER] Severe alert: Severe',
        '[TLP:AMBER] High alert: High again',
      ]);
    });
  });

  it('says the latest once where a revision came in the night', async () => {
    await stage.prefer(stage.clerk, {
      quietHours: { from: '05:00', until: '07:30' },
      timeZone: 'America/Chicago',
    });
    const id = await stage.community.publish(stage.releaser, { title: 'Early' });
    await stage.work();
    await stage.community.revise(stage.releaser, id, { title: 'Later' });
    stage.hub.clock.set('2026-11-03T13:30:00.000Z');
    await stage.work();
    expect(stage.sink.mails.map(({ parsed }) => parsed.subject)).toEqual([
      '[TLP:AMBER] Updated: High alert: Later',
    ]);
    expect((await stage.ledger('state, cause'))[0]).toEqual({ state: 'DROPPED', cause: 'OVERTAKEN' });
  });

  it('is tried again where the server is busy, under the same Message-ID', async () => {
    stage.sink.refuseRecipient = () => [451, '4.7.1 try later'];
    await stage.community.publish(stage.releaser);
    await stage.work();
    expect(await stage.ledger('state, cause, tries')).toEqual([
      { state: 'RETRYING', cause: 'BUSY', tries: 1 },
    ]);
    stage.sink.refuseRecipient = null;
    stage.hub.clock.advance(10_000);
    await stage.work();
    expect(await stage.ledger('state, tries')).toEqual([{ state: 'SENT', tries: 2 }]);
    expect(stage.sink.mails.length).toBe(1);
  });
});
