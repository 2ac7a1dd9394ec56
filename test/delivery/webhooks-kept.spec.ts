import sql from 'sql-template-tag';
import { Webhook } from 'standardwebhooks';
import { ManageEndpoints, ReadEndpoints, ReplayDeliveries, RotateSecret } from '#delivery';
import { type Posted } from '../support/webhook-receiver.js';
import { hubOn } from './hub.js';
import { HOUR, webhookStage } from './webhook-stage.js';

describe('webhook endpoints', () => {
  const stage = webhookStage();
  const { state, endpoint } = stage;

  it('are signed by two secrets while one takes the place of the other', async () => {
    const mine = await endpoint(stage.clerk);
    const me = await stage.community.as(stage.clerk);
    const { secret } = await stage.hub.get(RotateSecret).rotate(me, { id: mine.id, overlapHours: 24 });
    const send = async (): Promise<Posted> => {
      await stage.hub.get(ReplayDeliveries).test(me, { id: mine.id });
      await stage.hub.worker.drained();
      return stage.receiver.at(mine.path).at(-1) as Posted;
    };
    const genuine = ({ headers, body }: Posted, by: string | null) =>
      new Webhook(by ?? '').verify(body, headers as Record<string, string>);
    const during = await send();
    expect(genuine(during, secret)).toEqual(genuine(during, mine.secret));
    expect((await state(mine)).previousSecretUntil).not.toBeNull();
    stage.hub.clock.advance(25 * HOUR);
    const after = await send();
    expect(after.headers['webhook-signature']?.toString().split(' ')).toHaveLength(1);
    expect((await state(mine)).previousSecretUntil).toBeNull();
  });

  it('keep secrets out of the database', async () => {
    const mine = await endpoint(stage.clerk);
    const stored = await stage.hub.database.read((tx) =>
      tx.rows(sql`SELECT * FROM webhook_endpoint WHERE id = ${mine.id}`),
    );
    expect(JSON.stringify(stored)).not.toContain(mine.secret.slice('whsec_'.length));
    const told = await stage.hub.database.read((tx) =>
      tx.rows(sql`SELECT * FROM audit_entry WHERE object_id = ${mine.id}`),
    );
    expect(told).toHaveLength(1);
    expect(JSON.stringify(told)).not.toContain(mine.secret.slice('whsec_'.length));
  });

  it('are run by their person or the member’s coordinators, and do not exist for anybody else', async () => {
    const [mine, ours] = [
      await endpoint(stage.clerk),
      await endpoint(stage.coordinator, { owner: 'MEMBER' }),
    ];
    const list = async (personId: string) =>
      (await stage.hub.get(ReadEndpoints).list(await stage.community.as(personId))).map(({ id }) => id);
    expect(await list(stage.clerk)).toContain(mine.id);
    expect(await list(stage.clerk)).not.toContain(ours.id);
    expect(await list(stage.coordinator)).toContain(ours.id);
    expect(await list(stage.coordinator)).not.toContain(mine.id);
    const absent = '3f0c8a52-0000-4000-8000-000000000000';
    for (const [personId, id] of [
      [stage.coordinator, mine.id],
      [stage.releaser, mine.id],
      [stage.clerk, ours.id],
      [stage.releaser, ours.id],
      [stage.clerk, absent],
      [stage.clerk, 'no id'],
    ] as const) {
      const me = await stage.community.as(personId);
      const refused = expect.objectContaining({ code: 'NOT_FOUND' });
      await expect(stage.hub.get(ManageEndpoints).update(me, { id, name: 'Mine now' })).rejects.toEqual(
        refused,
      );
      await expect(stage.hub.get(ManageEndpoints).delete(me, { id })).rejects.toEqual(refused);
      await expect(stage.hub.get(RotateSecret).rotate(me, { id })).rejects.toEqual(refused);
      await expect(stage.hub.get(ReplayDeliveries).test(me, { id })).rejects.toEqual(refused);
      await expect(stage.hub.get(ReplayDeliveries).replay(me, { id, failed: true })).rejects.toEqual(refused);
    }
    await expect(endpoint(stage.clerk, { owner: 'MEMBER' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await stage.hub.get(ManageEndpoints).delete(await stage.community.as(stage.clerk), { id: mine.id });
    expect(await list(stage.clerk)).not.toContain(mine.id);
  });

  it.each([
    ['no url', 'no URL'],
    ['ftp://example.org/x', 'https'],
    ['javascript:alert(1)', 'https'],
    ['https://user:pass@example.org/', 'password'],
    ['https://example.org/#part', '#'],
    ['https://10.0.0.7/', 'network'],
    ['https://2130706433/', null],
    ['https://[::1]/', 'network'],
    ['https://[::ffff:10.0.0.1]/', 'network'],
    ['https://169.254.169.254/latest/meta-data', 'network'],
    ['http://8.8.8.8/', 'https'],
    [`https://example.org/${'x'.repeat(2_000)}`, 'characters'],
  ])('refuse %j', async (url, why) => {
    const made = endpoint(stage.clerk, { url });
    if (why === null) await expect(made).resolves.toBeDefined();
    else {
      await expect(made).rejects.toMatchObject({
        code: 'BAD_INPUT',
        field: ['input', 'url'],
        message: expect.stringContaining(why),
      });
    }
  });

  it('connect to nothing in private networks, whatever a name leads to by then', async () => {
    const strict = await hubOn(stage.opened, stage.opened.database, { webhookNetworks: [] });
    strict.clock.set(new Date());
    const me = await stage.community.as(stage.clerk);
    const { id } = await strict
      .get(ManageEndpoints)
      .create(me, { name: 'Inside', url: `https://localhost:${stage.receiver.port}/inside` });
    await strict.get(ReplayDeliveries).test(me, { id });
    await strict.worker.drained();
    const { edges } = await strict.get(ReadEndpoints).deliveries(me, id, {});
    expect(edges[0]?.node).toMatchObject({ state: 'RETRYING', cause: 'ADDRESS_REFUSED' });
    await expect(
      strict.get(ManageEndpoints).create(me, { name: 'Plain', url: 'http://example.org/' }),
    ).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await strict.app.close();
  });
});
