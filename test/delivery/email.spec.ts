import sql from 'sql-template-tag';
import type { TakenMail } from '../../libs/mail/sending/smtp.fixture.js';
import { emailStage } from './email-stage.js';

describe('e-mail', () => {
  const stage = emailStage();
  const bothForms = (mail: TakenMail | undefined) => `${mail?.parsed.text}\n${mail?.parsed.html}`;

  it('carries what an alert says, to those who asked for it and to nobody else', async () => {
    const distant = await stage.community.person(await stage.community.member('LOCAL', '17031'), 'AUTHOR');
    await stage.community.subscribe(distant);
    await stage.community.publish(stage.releaser, {
      title: 'Pollbooks are down',
      instructions: 'Use **paper** lists.',
      acknowledgeWithinMinutes: 30,
    });
    await stage.work();
    expect(stage.sink.mails.length).toBe(1);
    const [mail] = await stage.mailsTo(stage.clerk);
    expect(mail?.parsed.subject).toBe('[TLP:AMBER] High alert: Pollbooks are down');
    expect(bothForms(mail)).toMatch(/Wisconsin Elections Commission[\s\S]*paper[\s\S]*We are not affected/);
    expect(mail?.parsed.text).toContain('Tuesday, November 3, 2026 at 6:30 AM CST (2026-11-03 12:30 UTC)');
    expect(mail?.parsed.text).toContain('https://hub.example/publications/');
    expect(mail?.header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(await stage.ledger()).toEqual([
      { channel: 'EMAIL', reason: 'RELEASE', state: 'SENT', cause: null },
    ]);
    await stage.work();
    expect(stage.sink.mails.length).toBe(1);
  });

  it('of a revision and a withdrawal is threaded to the first', async () => {
    const id = await stage.community.publish(stage.releaser);
    await stage.work();
    await stage.community.revise(stage.releaser, id, { title: 'Pollbooks are slow' });
    await stage.work();
    await stage.community.withdraw(stage.releaser, id);
    await stage.work();
    const [first, second, third] = await stage.mailsTo(stage.clerk);
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
    const audience = tlp === 'RED' ? { personIds: [stage.clerk] } : { regions: ['55025'] };
    await stage.community.publish(stage.releaser, {
      tlp,
      audience,
      title: 'Burnt umber',
      body: 'Burnt body',
      severity: 'HIGH',
    });
    await stage.work();
    const [mail] = await stage.mailsTo(stage.clerk);
    const label = tlp === 'RED' ? 'TLP:RED' : 'TLP:AMBER+STRICT';
    expect(mail?.parsed.subject).toBe(`[${label}] Sign in to read`);
    expect(mail?.raw).not.toMatch(/burnt/i);
    expect(bothForms(mail)).not.toMatch(/alert|high|wisconsin|\/mail\/answer/i);
    expect(mail?.parsed.inReplyTo).toBeUndefined();
    expect(mail?.header('list-unsubscribe') === undefined).toBe(tlp === 'RED');
    const seen = await stage.database.read((tx) =>
      tx.rows(sql`SELECT opened_at FROM inbox_item WHERE opened_at IS NOT NULL`),
    );
    expect(seen).toEqual([]);
  });

  it('says nowhere who posted what is anonymous', async () => {
    await stage.community.publish(stage.releaser, { attribution: 'ANONYMOUS' });
    await stage.work();
    const [mail] = await stage.mailsTo(stage.clerk);
    expect(mail?.raw.replace(/=\r\n/g, '')).not.toMatch(/Wisconsin Elections/);
    expect(mail?.raw).not.toContain(stage.wisconsin);
    expect(mail?.parsed.text).toContain('From: an office that is not named');
  });

  it.each(['EXERCISE', 'TEST'] as const)('cannot take what is %s for real', async (status) => {
    await stage.community.publish(stage.releaser, { status });
    await stage.work();
    const [mail] = await stage.mailsTo(stage.clerk);
    expect(mail?.parsed.subject).toBe(`[${status}] [TLP:AMBER] High alert: Pollbooks are down`);
    expect(
      mail?.parsed.text?.startsWith(`TLP:AMBER\n*** ${status} ${status} ${status}: this is not real ***`),
    ).toBe(true);
  });

  it('goes to nobody who is suspended, or lost sight of it, between planning and sending', async () => {
    const second = await stage.community.person(stage.dane, 'VIEWER');
    await stage.community.subscribe(second);
    const milwaukee = await stage.community.person(await stage.community.member('LOCAL', '55079'), 'VIEWER');
    await stage.community.subscribe(milwaukee);
    const id = await stage.community.publish(stage.releaser);
    await stage.hub.planner.catchUp();
    await stage.community.suspendPerson(second);
    await stage.community.address(stage.releaser, id, { regions: ['55025'] });
    await stage.hub.worker.drained();
    expect(stage.sink.mails.map(({ to }) => to)).toEqual([await stage.addressOf(stage.clerk)]);
    expect(await stage.ledger('state, cause')).toEqual(
      expect.arrayContaining([
        { state: 'SENT', cause: null },
        { state: 'DROPPED', cause: 'NOT_VISIBLE' },
        { state: 'DROPPED', cause: 'NOT_VISIBLE' },
      ]),
    );
  });

  it('comes to newcomers by a change of audience, and not once more to those who have it', async () => {
    const milwaukee = await stage.community.person(await stage.community.member('LOCAL', '55079'), 'VIEWER');
    await stage.community.subscribe(milwaukee);
    const id = await stage.community.publish(stage.releaser, { audience: { regions: ['55025'] } });
    await stage.work();
    await stage.community.address(stage.releaser, id, { regions: ['55'] });
    await stage.work();
    expect(await stage.mailsTo(stage.clerk)).toHaveLength(1);
    expect(await stage.mailsTo(milwaukee)).toHaveLength(1);
  });
});
