import { jest } from '@jest/globals';
import sql from 'sql-template-tag';
import { ManageEndpoints, ReplayDeliveries } from '#delivery';
import { Releases } from '#publications';
import { type Answering, startReceiver } from '../support/webhook-receiver.js';
import { DAY, MINUTE, SECOND, WAITS, webhookStage } from './webhook-stage.js';

describe('webhooks that are not taken', () => {
  const stage = webhookStage();
  const { answers, later, ledger, state, rows, endpoint, deliver } = stage;

  it('are tried again by the schedule, with the same id, until they are dead letters; and can be replayed', async () => {
    let broken = true;
    const mine = await endpoint(stage.clerk, { answer: () => (broken ? 500 : 200) });
    await stage.community.publish(stage.releaser);
    await deliver();
    for (const wait of WAITS) {
      expect(await ledger(mine)).toMatchObject([
        { state: 'RETRYING', cause: 'SERVER_ERROR', said: 'HTTP 500' },
      ]);
      const tries = stage.receiver.at(mine.path).length;
      await later(wait * 0.99);
      expect(stage.receiver.at(mine.path)).toHaveLength(tries);
      await later(wait * 0.22);
      expect(stage.receiver.at(mine.path)).toHaveLength(tries + 1);
    }
    expect(await ledger(mine)).toMatchObject([{ state: 'FAILED', tries: 10, dueAt: null }]);
    expect(new Set(stage.receiver.at(mine.path).map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(
      new Set(stage.receiver.at(mine.path).map(({ headers }) => headers['webhook-timestamp'])).size,
    ).toBe(10);
    broken = false;
    const me = await stage.community.as(stage.clerk);
    const replay = (input: object) => stage.hub.get(ReplayDeliveries).replay(me, { id: mine.id, ...input });
    expect(await replay({ failed: true })).toMatchObject({ count: 1 });
    await stage.hub.worker.drained();
    expect(await ledger(mine)).toMatchObject([{ state: 'SENT', tries: 1, cause: null }]);
    expect(await replay({ failed: true })).toMatchObject({ count: 0 });
    const [sent] = await ledger(mine);
    expect(await replay({ deliveryIds: [sent?.id, 'another'] })).toMatchObject({ count: 1 });
    await stage.hub.worker.drained();
    expect(await replay({ from: sent?.plannedAt })).toMatchObject({ count: 1 });
    expect(await replay({ from: sent?.plannedAt, until: sent?.plannedAt })).toMatchObject({ count: 0 });
    for (const input of [
      {},
      { failed: true, from: sent?.plannedAt },
      { until: sent?.plannedAt, failed: true },
    ]) {
      await expect(replay(input)).rejects.toMatchObject({ code: 'BAD_INPUT' });
    }
  });

  it('are tried again where the hub itself could not write them, and hold up no other', async () => {
    const mine = await endpoint(stage.clerk);
    const [broken, whole] = [
      await stage.community.publish(stage.releaser),
      await stage.community.publish(stage.releaser),
    ];
    const releases = stage.hub.get(Releases);
    const write = releases.release.bind(releases);
    const fault = jest.spyOn(releases, 'release').mockImplementation(async (entry, ...rest) => {
      if (entry.publicationId === broken) throw new Error('It cannot be read.');
      return write(entry, ...rest);
    });
    await deliver();
    fault.mockRestore();
    const outcomes = async () =>
      new Map((await ledger(mine)).map(({ publicationId, state, cause }) => [publicationId, [state, cause]]));
    expect(await outcomes()).toEqual(
      new Map([
        [broken, ['RETRYING', 'INTERNAL']],
        [whole, ['SENT', null]],
      ]),
    );
    await later(7 * SECOND);
    expect((await outcomes()).get(broken)).toEqual(['SENT', null]);
  });

  it('wait as long as a receiver asks', async () => {
    let busy = true;
    const mine = await endpoint(stage.clerk, {
      answer: () => (busy ? { status: 429, 'retry-after': '600' } : 200),
    });
    await stage.community.publish(stage.releaser);
    await deliver();
    busy = false;
    await later(9 * MINUTE);
    expect(stage.receiver.at(mine.path)).toHaveLength(1);
    await later(MINUTE);
    expect(await ledger(mine)).toMatchObject([{ state: 'SENT', tries: 2 }]);
  });

  it('are tried again at their moment, whatever else fails at the endpoint then', async () => {
    const mine = await endpoint(stage.clerk, {
      answer: () => ({ status: 429, 'retry-after': '600' }),
    });
    await stage.community.publish(stage.releaser);
    await deliver();
    const [first] = await ledger(mine);
    await later(9 * MINUTE);
    for (let more = 0; more < 8; more += 1) await stage.community.publish(stage.releaser);
    await stage.hub.planner.catchUp();
    await later(2 * MINUTE);
    expect(stage.receiver.at(mine.path)).toHaveLength(10);
    expect((await ledger(mine)).find(({ id }) => id === first?.id)).toMatchObject({ tries: 2 });
  });

  it('end with 410 Gone, until the endpoint is enabled again', async () => {
    const mine = await endpoint(stage.clerk, { answer: () => 410 });
    await stage.community.publish(stage.releaser);
    await deliver();
    expect(await state(mine)).toMatchObject({ state: 'DISABLED', disabledBecause: 'GONE' });
    await stage.community.publish(stage.releaser);
    await deliver();
    expect(stage.receiver.at(mine.path)).toHaveLength(1);
    expect(await rows(mine)).toEqual([{ state: 'FAILED', cause: 'GONE' }]);
    const told = await stage.hub.database.read((tx) =>
      tx.rows(sql`SELECT address, carries FROM delivery WHERE channel = 'EMAIL' AND reason = 'NOTICE'`),
    );
    expect(told).toEqual([
      { address: stage.clerk, carries: JSON.stringify({ about: 'WEBHOOK_DISABLED', endpointId: mine.id }) },
    ]);
    const me = await stage.community.as(stage.clerk);
    await expect(stage.hub.get(ReplayDeliveries).test(me, { id: mine.id })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    answers.delete(mine.path);
    await stage.hub.get(ManageEndpoints).update(me, { id: mine.id, enabled: true });
    await stage.hub.get(ReplayDeliveries).replay(me, { id: mine.id, failed: true });
    await deliver();
    expect(stage.receiver.at(mine.path)).toHaveLength(2);
  });

  it('leave alone an endpoint that fails, give it up after five days, and catch up with one that comes back', async () => {
    let down = true;
    const reset: Answering = (_, response) => {
      response.socket?.destroy();
      return undefined;
    };
    const [back, gone, well] = [
      await endpoint(stage.clerk, { answer: (...posted) => (down ? reset(...posted) : 200) }),
      await endpoint(stage.clerk, { answer: reset }),
      await endpoint(stage.clerk),
    ];
    const publish = async () => {
      await stage.community.publish(stage.releaser);
      await deliver();
    };
    await publish();
    await publish();
    expect(await state(back)).toMatchObject({
      state: 'ACTIVE',
      lastFailure: 'UNREACHABLE',
      failingSince: expect.any(String),
    });
    expect(stage.receiver.at(back.path)).toHaveLength(1);
    expect(stage.receiver.at(well.path)).toHaveLength(2);
    down = false;
    await later(6 * SECOND);
    expect(await state(back)).toMatchObject({
      failingSince: null,
      lastFailure: null,
      lastSuccessAt: expect.any(String),
    });
    expect((await ledger(back)).map((one) => one.state)).toEqual(['SENT', 'SENT']);
    for (let day = 0; day < 6; day += 1) await later(DAY);
    expect(await state(gone)).toMatchObject({ state: 'DISABLED', disabledBecause: 'FAILING' });
    expect((await ledger(gone)).map((one) => one.state)).toEqual(['FAILED', 'FAILED']);
  });

  it('follow no redirect', async () => {
    const other = await startReceiver();
    const mine = await endpoint(stage.clerk, {
      answer: () => ({ status: 307, location: `${other.url}/inside` }),
    });
    await stage.community.publish(stage.releaser);
    await deliver();
    expect(other.posted).toEqual([]);
    expect(await ledger(mine)).toMatchObject([{ state: 'RETRYING', cause: 'REJECTED', said: 'HTTP 307' }]);
    await other.close();
  });
});
