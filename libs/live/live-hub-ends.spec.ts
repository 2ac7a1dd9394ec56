import { describe, expect, it } from '@jest/globals';
import { ALONE, COUNTY, clerk, SHARED, started } from './harness.fixture.js';

describe('rights that change', () => {
  it('ends a connection whose session has ended and sends nothing more', async () => {
    const harness = await started();
    const { connection, wire } = await harness.connect(clerk('p1'));
    await harness.listen(connection);
    harness.publish(1, ['public']);
    await harness.settle();
    harness.world.endSession('p1');
    harness.publish(2, ['public']);
    await harness.settle();
    expect(wire.sequences('1')).toEqual([1]);
    expect(wire.ending).toBe('REVOKED');
    expect(wire.resumeAfter).toBe('after-1');
  });

  it.each([
    ['in step with others', SHARED],
    ['alone', ALONE],
  ])('sends nothing that is being worked out %s when the session ends', async (_, selection) => {
    const harness = await started();
    const { connection, wire } = await harness.connect(clerk('p1'));
    await harness.listen(connection, { selection });
    harness.meanwhile = async () => {
      harness.world.endSession('p1');
      harness.hub.wakeRights();
      await harness.settle();
    };
    harness.publish(1, ['public']);
    await harness.settle(200);
    expect(wire.ending).toBe('REVOKED');
    expect(wire.sent).toEqual([]);
  });

  it('knows a change that came before the release, though nobody woke it', async () => {
    const harness = await started();
    const { connection, wire } = await harness.connect(clerk('p1', { groups: [{ id: 'g1', since: 0 }] }));
    await harness.listen(connection);
    harness.world.change('GROUP', 'g1', [clerk('p1')]);
    harness.publish(1, ['group:g1']);
    harness.publish(2, ['public']);
    await harness.settle();
    expect(wire.sequences('1')).toEqual([2]);
    expect(wire.ending).toBeNull();
  });

  it('gives somebody who joins a group what the group gets from then on', async () => {
    const harness = await started();
    const { connection, wire } = await harness.connect(clerk('p1'));
    await harness.listen(connection);
    harness.world.change('GROUP', 'g1', [clerk('p1', { groups: [{ id: 'g1', since: 0 }] })]);
    harness.hub.wakeRights();
    await harness.settle();
    harness.publish(1, ['group:g1']);
    await harness.settle();
    expect(wire.sequences('1')).toEqual([1]);
  });

  it('sends nothing while it cannot tell', async () => {
    const harness = await started();
    const { connection, wire } = await harness.connect(clerk('p1'));
    await harness.listen(connection);
    harness.world.fails = true;
    harness.publish(1, ['public']);
    await harness.settle();
    expect(wire.sent).toEqual([]);
    harness.world.fails = false;
    harness.hub.wakeReleases();
    await harness.settle();
    expect(wire.sequences('1')).toEqual([1]);
  });
});

describe('a slow reader', () => {
  const limits = { bufferBytes: 300, leastBufferBytes: 300 };

  it('is kept no more than its buffer and one payload, and misses nothing', async () => {
    const harness = await started(limits);
    const slow = await harness.connect(clerk('p1'));
    const quick = await harness.connect(clerk('p2'));
    for (const { connection } of [slow, quick]) await harness.listen(connection);
    slow.wire.stuck = true;
    for (let publication = 0; publication < 50; publication += 1) harness.publish(publication, ['public']);
    await harness.settle(300);
    expect(quick.wire.sent).toHaveLength(50);
    expect(slow.wire.mostWaiting).toBeLessThanOrEqual(300 + (slow.wire.sent[0]?.bytes ?? 0));
    slow.wire.flow();
    await harness.settle(300);
    expect(slow.wire.sequences('1')).toEqual(quick.wire.sequences('1'));
  });

  it('is ended when it takes too long, and told where to resume', async () => {
    const harness = await started({ ...limits, pollMs: 5, drainMs: 1_000 });
    const { connection, wire } = await harness.connect(clerk('p1'));
    await harness.listen(connection);
    wire.stuck = true;
    for (let publication = 0; publication < 9; publication += 1) harness.publish(publication, ['public']);
    await harness.settle();
    expect(wire.ending).toBeNull();
    harness.time += 1_000;
    await new Promise((resolve) => setTimeout(resolve, 30));
    harness.hub.stop();
    expect(wire.ending).toBe('TOO_SLOW');
    expect(wire.resumeAfter).toBe(`after-${wire.sent.length}`);
  });

  it('leaves less room to each the more are slow', async () => {
    const harness = await started({ bufferBytes: 10_000, leastBufferBytes: 100, allBuffersBytes: 1_000 });
    const wires = await Promise.all(
      Array.from({ length: 20 }, async (_, person) => {
        const { connection, wire } = await harness.connect(clerk(`p${person}`));
        await harness.listen(connection);
        wire.stuck = true;
        return wire;
      }),
    );
    for (let publication = 0; publication < 50; publication += 1) harness.publish(publication, ['public']);
    await harness.settle(300);
    const waiting = wires.reduce((sum, wire) => sum + wire.buffered(), 0);
    const payload = wires[0]?.sent[0]?.bytes ?? 0;
    expect(waiting).toBeLessThanOrEqual(1_000 + 20 * (100 + payload));
  });
});

describe('the end', () => {
  it('comes for a session that expires, before another release is sent', async () => {
    const harness = await started();
    const { connection, wire } = await harness.connect(clerk('p1'));
    await harness.listen(connection, { after: 0 });
    connection.standing = { ...connection.standing, expiresAt: 10 };
    harness.time = 10;
    harness.publish(1, ['public']);
    await harness.settle();
    expect(wire.sent).toEqual([]);
    expect(wire.ending).toBe('REVOKED');
    expect(wire.resumeAfter).toBe('after-0');
  });

  it('comes when reading on fails again and again, so that the client comes back', async () => {
    const harness = await started({ retryMs: 1, retries: 3 });
    const { connection, wire } = await harness.connect(clerk('p1'));
    harness.publish(1, ['public']);
    await harness.listen(connection, { after: 0 });
    harness.world.fails = true;
    while (wire.ending === null) await new Promise((resolve) => setTimeout(resolve, 2));
    expect([wire.ending, wire.resumeAfter, wire.sent]).toEqual(['FAILED', 'after-0', []]);
    expect(harness.reports).toHaveLength(4);
  });

  it('comes for all when the hub stops, each with a cursor', async () => {
    const harness = await started();
    const first = await harness.connect(clerk('p1'));
    const idle = await harness.connect(clerk('p2'));
    await harness.listen(first.connection, { after: 0 });
    harness.hub.stop();
    expect([first.wire.ending, idle.wire.ending]).toEqual(['GOING_AWAY', 'GOING_AWAY']);
    expect([first.wire.resumeAfter, idle.wire.resumeAfter]).toEqual(['after-0', null]);
  });

  it('gives no cursor that would tell of a release that one may not see', async () => {
    const harness = await started();
    const { connection, wire } = await harness.connect(null);
    harness.publish(1, ['public']);
    await harness.listen(connection, { after: 0 });
    harness.publish(2, [COUNTY]);
    await harness.settle();
    harness.hub.stop();
    expect(wire.resumeAfter).toBe('after-1');
  });

  it('leaves nothing behind of one who has left', async () => {
    const harness = await started();
    const { connection, wire } = await harness.connect(clerk('p1'));
    const listener = await harness.listen(connection);
    await harness.listen(connection, { id: '2' });
    harness.hub.close(listener);
    harness.publish(1, ['public']);
    await harness.settle();
    harness.hub.disconnect(connection);
    harness.publish(2, ['public']);
    await harness.settle();
    expect(wire.sequences('1')).toEqual([]);
    expect(wire.sequences('2')).toEqual([1]);
  });
});
