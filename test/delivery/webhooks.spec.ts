import { SetPreferences } from '#preferences';
import { type Made, webhookStage } from './webhook-stage.js';

describe('webhooks', () => {
  const stage = webhookStage();
  const { got, ledger, rows, endpoint, deliver } = stage;

  it('go once, signed, to whoever may see a release and asks for it, and to nobody else', async () => {
    const distant = await stage.community.person(
      await stage.community.member('LOCAL', '12086'),
      'VIEWER',
      'COORDINATOR',
    );
    const [mine, ours, loud, elsewhere, theirs] = [
      await endpoint(stage.clerk),
      await endpoint(stage.coordinator, { owner: 'MEMBER', interest: { regions: ['55'] } }),
      await endpoint(stage.clerk, { interest: { severityAtLeast: 'SEVERE' } }),
      await endpoint(stage.clerk, { interest: { regions: ['12'] } }),
      await endpoint(distant, { owner: 'MEMBER' }),
    ];
    const id = await stage.community.publish(stage.releaser);
    await deliver();
    await deliver();
    for (const one of [mine, ours]) {
      expect(got(one)).toMatchObject([
        { event: { type: 'publication.published', data: { publication: { id } } } },
      ]);
      expect(await ledger(one)).toMatchObject([
        { state: 'SENT', tries: 1, said: 'HTTP 204', publicationId: id },
      ]);
    }
    for (const one of [loud, elsewhere, theirs]) {
      expect(got(one)).toEqual([]);
      expect(await rows(one)).toEqual([]);
    }
    await stage.community.publish(stage.releaser, { severity: 'EMERGENCY' });
    await deliver();
    expect(got(elsewhere)).toHaveLength(1);
    expect(got(loud)).toHaveLength(1);
    expect(got(theirs)).toEqual([]);
  });

  it('spare whoever wants nothing of a severity, but for emergencies and news of what they have', async () => {
    const somebody = await stage.community.person(stage.county, 'VIEWER');
    const [mine, ours] = [
      await endpoint(somebody, { interest: { regions: ['55'] } }),
      await endpoint(stage.coordinator, { owner: 'MEMBER' }),
    ];
    const first = await stage.community.publish(stage.releaser, { severity: 'LOW' });
    await deliver();
    const set = async (personId: string, owner: 'PERSON' | 'MEMBER', severity: 'LOW' | 'MEDIUM') =>
      stage.hub
        .get(SetPreferences)
        .set(await stage.community.as(personId), { owner, channels: [{ severity, webhook: false }] });
    await set(somebody, 'PERSON', 'LOW');
    await set(stage.coordinator, 'MEMBER', 'MEDIUM');
    for (const severity of ['LOW', 'MEDIUM', 'EMERGENCY'] as const)
      await stage.community.publish(stage.releaser, { severity, title: severity });
    await stage.community.withdraw(stage.releaser, first);
    await deliver();
    const titles = (one: Made) =>
      got(one).map(({ event }) => [event.type.split('.')[1], event.data.publication.title]);
    expect(titles(mine)).toEqual([
      ['published', 'Pollbooks are down'],
      ['published', 'EMERGENCY'],
      ['published', 'MEDIUM'],
      ['withdrawn', 'Pollbooks are down'],
    ]);
    expect(titles(ours).map(([, title]) => title)).toEqual([
      'Pollbooks are down',
      'EMERGENCY',
      'LOW',
      'Pollbooks are down',
    ]);
    await stage.hub
      .get(SetPreferences)
      .set(await stage.community.as(stage.coordinator), { owner: 'MEMBER', inherit: ['CHANNELS'] });
  });

  it('follow a publication to those who have it: revised, addressed anew, withdrawn', async () => {
    const [mine, newcomer] = [
      await endpoint(stage.clerk),
      await endpoint(await stage.community.person(await stage.community.member('LOCAL', '55079'), 'VIEWER')),
    ];
    const id = await stage.community.publish(stage.releaser, { audience: { regions: ['55025'] } });
    await deliver();
    await stage.community.revise(stage.releaser, id, {
      title: 'More is known',
      audience: { regions: ['55025'] },
    });
    await deliver();
    await stage.community.address(stage.releaser, id, { regions: ['55'] });
    await deliver();
    await stage.community.withdraw(stage.releaser, id);
    await deliver();
    const types = (one: Made) => got(one).map(({ event }) => event.type.split('.')[1]);
    expect(types(mine)).toEqual(['published', 'revised', 'withdrawn']);
    expect(types(newcomer)).toEqual(['published', 'withdrawn']);
    expect(got(mine)[2]?.event.data.publication).toMatchObject({
      body: null,
      withdrawal: { reason: 'It was a mistake.' },
    });
  });

  it('tell whoever had it and loses sight of it that it is no longer available, by its id alone', async () => {
    const [kept, lost] = [
      await endpoint(stage.clerk),
      await endpoint(await stage.community.person(await stage.community.member('LOCAL', '55079'), 'VIEWER')),
    ];
    const id = await stage.community.publish(stage.releaser, { audience: { regions: ['55025', '55079'] } });
    await deliver();
    await stage.community.address(stage.releaser, id, { regions: ['55025'] });
    await deliver();
    expect(got(kept)).toHaveLength(1);
    expect(got(lost).map(({ event }) => [event.type, event.data])).toEqual([
      ['publication.published', expect.anything()],
      ['publication.unavailable', { publication: { id } }],
    ]);
  });

  it('never carry red, carry AMBER+STRICT without a title to a person alone, and hide who is anonymous', async () => {
    const [mine, ours] = [
      await endpoint(stage.clerk),
      await endpoint(stage.coordinator, { owner: 'MEMBER' }),
    ];
    await stage.community.publish(stage.releaser, {
      tlp: 'RED',
      audience: { personIds: [stage.clerk, stage.coordinator] },
    });
    await stage.community.publish(stage.releaser, { tlp: 'AMBER_STRICT', title: 'Do not tell' });
    await deliver();
    expect(got(ours)).toEqual([]);
    expect(got(mine).map(({ event }) => event.data.publication)).toEqual([
      {
        id: expect.any(String),
        url: expect.any(String),
        tlp: 'AMBER_STRICT',
        tlpLabel: 'TLP:AMBER+STRICT',
        status: 'ACTUAL',
        notice: 'Sign in to read it.',
        omitted: [],
      },
    ]);
    const named = await stage.community.publish(stage.releaser, { attribution: 'NAMED', status: 'EXERCISE' });
    const hidden = await stage.community.publish(stage.releaser, { attribution: 'ANONYMOUS' });
    await deliver();
    const told = new Map(got(ours).map(({ event }) => [event.data.publication.id, event.data.publication]));
    expect(told.get(named)).toMatchObject({
      origin: { name: 'STATE 55' },
      title: 'EXERCISE: Pollbooks are down',
    });
    expect(told.get(hidden)).toMatchObject({ origin: null });
    expect(stage.receiver.at(ours.path).at(-1)?.body).not.toContain('STATE 55');
  });

  it('stay below 20 kB, and say what is left out', async () => {
    const mine = await endpoint(stage.clerk);
    await stage.community.publish(stage.releaser, {
      body: 'é'.repeat(19_000),
      instructions: 'Call the desk.',
    });
    await deliver();
    const [{ body = '' } = {}] = stage.receiver.at(mine.path);
    expect(Buffer.byteLength(body)).toBeLessThan(20_000);
    const [{ event } = {}] = got(mine);
    expect(event?.data.publication).toMatchObject({ omitted: ['body'], instructions: 'Call the desk.' });
    expect(event?.data.publication).not.toHaveProperty('body');
  });

  it('are not sent to whoever lost their rights between planning and sending', async () => {
    const leaver = await stage.community.person(stage.county, 'VIEWER');
    const mover = await stage.community.member('LOCAL', '55105');
    const [mine, lost, kept] = [
      await endpoint(leaver),
      await endpoint(await stage.community.person(mover, 'VIEWER')),
      await endpoint(stage.clerk),
    ];
    const id = await stage.community.publish(stage.releaser, { audience: { regions: ['55025', '55105'] } });
    await stage.hub.planner.catchUp();
    await stage.community.suspendPerson(leaver);
    await stage.community.address(stage.releaser, id, { regions: ['55025'] });
    await deliver();
    expect([got(mine), got(lost)]).toEqual([[], []]);
    expect(await rows(mine)).toEqual([{ state: 'DROPPED', cause: 'DISABLED' }]);
    expect(await rows(lost)).toEqual([{ state: 'DROPPED', cause: 'NOT_VISIBLE' }]);
    expect(await ledger(lost)).toEqual([]);
    expect(got(kept)).toHaveLength(1);
  });
});
