import sql from 'sql-template-tag';
import { ReplayDeadLetters } from '#delivery';
import { SetPreferences } from '#preferences';
import { openSmtpSink, type SmtpSink } from '../../libs/mail/sending/smtp.fixture.js';
import type { TestDatabase } from '../support/database.js';
import { Community, hubOn, openHubDatabase } from './hub.js';

/** Noon in London is six in the morning in Wisconsin, where digests come at eight. */
const EIGHT = '2026-11-03T14:00:00.000Z';

describe('a digest', () => {
  let opened: TestDatabase;
  let hub: Awaited<ReturnType<typeof hubOn>>;
  let community: Community;
  let sink: SmtpSink;
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
    releaser = await community.person(
      await community.member('STATE', '55', 'Wisconsin'),
      'RELEASER',
      'AUTHOR',
    );
    clerk = await community.person(await community.member('LOCAL', '55025'), 'AUTHOR');
    await community.subscribe(clerk);
  });
  afterEach(async () => {
    await hub.app.close();
    await opened.close();
  });

  const work = async (at?: string) => {
    if (at) hub.clock.set(at);
    await hub.planner.catchUp();
    await hub.worker.drained();
  };
  const low = (title: string, more = {}) => community.publish(releaser, { title, severity: 'LOW', ...more });
  const states = () =>
    hub.database.read((tx) =>
      tx.rows(sql`SELECT channel, state, cause FROM delivery ORDER BY channel, sequence, step, planned_at`),
    );
  const item = (state: string, cause: string | null = null) => ({ channel: 'DIGEST', state, cause });

  it('comes at its time, with each thing once, the most severe first', async () => {
    await low('First');
    const second = await low('Second', { kind: 'ALERT', severity: 'MEDIUM' });
    await work();
    await community.revise(releaser, second, { title: 'Second, revised', severity: 'MEDIUM' });
    await work('2026-11-03T13:59:00.000Z');
    expect(sink.mails.length).toBe(0);
    await work(EIGHT);
    const [mail] = sink.mails;
    expect(mail?.parsed.subject).toBe('[TLP:AMBER] Digest: 2 publications');
    const text = mail?.parsed.text ?? '';
    expect(text.match(/^(First|Second).*$/gm)).toEqual(['Second, revised', 'First']);
    expect(await states()).toEqual([
      item('SENT'),
      item('SENT'),
      item('SENT'),
      { channel: 'EMAIL', state: 'SENT', cause: null },
      { channel: 'EMAIL', state: 'PENDING', cause: null },
    ]);
    await work('2026-11-04T14:00:00.000Z');
    expect(sink.mails.length).toBe(1);
    expect((await states()).at(-1)).toEqual({ channel: 'EMAIL', state: 'DROPPED', cause: 'EMPTY' });
  });

  it('holds nothing that is no longer to be seen, and does not come when nothing is left', async () => {
    const gone = await low('Elsewhere');
    const kept = await low('Here');
    const withdrawn = await low('A mistake');
    await work();
    await community.address(releaser, gone, { regions: ['55079'] });
    await community.withdraw(releaser, withdrawn);
    await work(EIGHT);
    expect(sink.mails.length).toBe(1);
    expect(sink.mails[0]?.parsed.text).toContain('Here');
    expect(sink.mails[0]?.parsed.text).not.toMatch(/Elsewhere|mistake/);

    await community.revise(releaser, kept, { title: 'Here', severity: 'LOW' });
    await work();
    await community.address(releaser, kept, { regions: ['55079'] });
    await work('2026-11-04T14:00:00.000Z');
    expect(sink.mails.length).toBe(1);
    const { length } = (await states()).filter((row) => (row as { state: string }).state === 'PENDING');
    expect(length).toBe(0);
  });

  it('tells of a withdrawal of what was told, and no title of what is strict', async () => {
    const id = await low('Told before');
    await work();
    await work(EIGHT);
    await community.withdraw(releaser, id);
    await low('Burnt umber', { tlp: 'AMBER_STRICT', audience: { regions: ['55025'] } });
    await work();
    await work('2026-11-04T14:00:00.000Z');
    const [, mail] = sink.mails;
    expect(mail?.parsed.subject).toBe('[TLP:AMBER+STRICT] Digest: 2 publications');
    expect(mail?.parsed.text).toContain('Withdrawn: Told before');
    expect(mail?.parsed.text).toContain('1 more that does not travel by mail.');
    expect(mail?.raw).not.toMatch(/burnt/i);
  });

  it('holds back nothing that is urgent, and nothing red', async () => {
    await low('Immediate', { urgency: 'IMMEDIATE' });
    await low('Asks', { acknowledgeWithinMinutes: 60 });
    await low('Red', { tlp: 'RED', audience: { personIds: [clerk] } });
    await work();
    expect(sink.mails.map(({ parsed }) => parsed.subject).sort()).toEqual([
      '[TLP:AMBER] Low alert: Asks',
      '[TLP:AMBER] Low alert: Immediate',
      '[TLP:RED] Sign in to read',
    ]);
    await work(EIGHT);
    expect(sink.mails.length).toBe(3);
  });

  it('marks one by one what is an exercise among what is real, and itself where all of it is', async () => {
    await low('Drill', { status: 'EXERCISE' });
    await low('Real');
    await work();
    await work(EIGHT);
    expect(sink.mails[0]?.parsed.subject).toBe('[TLP:AMBER] Digest: 2 publications');
    expect(sink.mails[0]?.parsed.text).toContain('[EXERCISE] Drill');
    await low('Drill only', { status: 'EXERCISE' });
    await work();
    await work('2026-11-04T14:00:00.000Z');
    expect(sink.mails[1]?.parsed.subject).toBe('[EXERCISE] [TLP:AMBER] Digest: 1 publication');
  });

  it('comes later with all of it when the server is busy, and fails with all of it when the address is dead', async () => {
    sink.refuseRecipient = () => [451, '4.3.0 busy'];
    await low('One');
    await work();
    await work(EIGHT);
    expect(await states()).toEqual([item('PENDING'), { channel: 'EMAIL', state: 'RETRYING', cause: 'BUSY' }]);
    sink.refuseRecipient = () => [550, '5.1.1 gone'];
    await work('2026-11-03T14:00:10.000Z');
    expect(await states()).toEqual([
      item('FAILED', 'GONE'),
      { channel: 'EMAIL', state: 'FAILED', cause: 'GONE' },
    ]);
    sink.refuseRecipient = null;
    const operator = await community.person(await community.member('HUB', 'US'), 'OPERATOR');
    await hub.database.write((tx) => tx.execute(sql`DELETE FROM mail_trouble`));
    const replayed = await hub.get(ReplayDeadLetters).replay(await community.as(operator), { all: true });
    await work();
    expect([replayed, sink.mails.at(-1)?.parsed.text]).toEqual([1, expect.stringContaining('One')]);
    expect(await states()).toContainEqual(item('SENT'));
  });

  it('follows the clocks of its reader over the end of summer time', async () => {
    hub.clock.set('2026-10-31T18:00:00.000Z');
    await hub.get(SetPreferences).set(await community.as(clerk), {
      timeZone: 'America/New_York',
      digest: { every: 'DAY', at: '07:00' },
    });
    await low('Before the change');
    await work();
    await work('2026-11-01T11:59:00.000Z');
    expect(sink.mails.length).toBe(0);
    await work('2026-11-01T12:00:00.000Z');
    expect(sink.mails.length).toBe(1);
  });
});
