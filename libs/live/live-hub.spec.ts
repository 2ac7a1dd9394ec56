import { describe, expect, it } from '@jest/globals';
import { ALONE, clerk, FILTER, Harness, SHARED, TestWire } from './harness.fixture.js';

const COUNTY = 'at:55025';
const OTHER = 'at:06001';

async function started(limits = {}): Promise<Harness> {
  const harness = new Harness({ limits });
  await harness.hub.start();
  return harness;
}

describe('who is told of a release', () => {
  it('tells those whose keys open it and nobody else', async () => {
    const harness = await started();
    const near = await harness.connect(clerk('p1'));
    const far = await harness.connect(
      clerk('p2', { member: { jurisdiction: ['06001', '06', 'R09', 'US'] } }),
    );
    const nobody = await harness.connect(null);
    for (const { connection } of [near, far, nobody]) await harness.listen(connection);
    harness.publish(1, [COUNTY]);
    harness.publish(2, ['public']);
    await harness.settle();
    expect(near.wire.sequences('1')).toEqual([1, 2]);
    expect(far.wire.sequences('1')).toEqual([2]);
    expect(nobody.wire.sequences('1')).toEqual([2]);
  });

  it('needs a key of the entry and one of the present audience', async () => {
    const harness = await started();
    const { connection, wire } = await harness.connect(clerk('p1'));
    harness.publish(1, [COUNTY, OTHER]);
    harness.publish(1, [OTHER]);
    await harness.listen(connection, { after: 0 });
    await harness.settle();
    expect(wire.sent.map(({ fact }) => fact.outcome)).toEqual(['UNAVAILABLE']);
  });

  it('tells of a loss only those who could see it before', async () => {
    const harness = await started();
    harness.publish(1, ['group:g1']);
    const before = await harness.connect(clerk('p1', { groups: [{ id: 'g1', since: 0 }] }));
    const later = await harness.connect(clerk('p2', { groups: [{ id: 'g1', since: 2 }] }));
    for (const { connection } of [before, later]) await harness.listen(connection);
    harness.publish(1, [OTHER]);
    await harness.settle();
    expect(before.wire.sent.map(({ fact }) => fact)).toEqual([
      { sequence: 2, outcome: 'UNAVAILABLE', view: null },
    ]);
    expect(later.wire.sent).toEqual([]);
  });

  it('applies the filter live as when reading on', async () => {
    const harness = await started();
    const { connection, wire } = await harness.connect(clerk('p1'));
    harness.publish(1, ['public']);
    harness.publish(2, ['public']);
    await harness.listen(connection, { after: 0, filter: FILTER });
    await harness.settle();
    harness.publish(3, ['public']);
    harness.publish(4, ['public']);
    await harness.settle();
    expect(wire.sequences('1')).toEqual([2, 4]);
  });

  it('tells the first to listen of what was released while it read on, and nobody else was there to be told', async () => {
    const harness = await started();
    const { connection, wire } = await harness.connect(null);
    await harness.listen(connection, { after: 0 });
    harness.publish(1, ['public']);
    await harness.settle();
    expect(wire.sequences('1')).toEqual([1]);
  });

  it('refuses a cursor that lies ahead of the log', async () => {
    const harness = await started();
    const { connection } = await harness.connect(null);
    await expect(harness.listen(connection, { after: 1 })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      field: ['after'],
    });
  });
});

describe('what is worked out once', () => {
  it('serves all for whom it comes to the same', async () => {
    const harness = await started();
    const wires: TestWire[] = [];
    for (let person = 0; person < 20; person += 1) {
      const { connection, wire } = await harness.connect(clerk(`p${person}`));
      await harness.listen(connection);
      wires.push(wire);
    }
    harness.publish(1, ['public', COUNTY, 'at:55', 'at:US', 'community']);
    await harness.settle();
    expect(wires.map((wire) => wire.sequences('1'))).toEqual(wires.map(() => [1]));
    expect(harness.executions).toBe(1);
  });

  it('keeps apart those who can tell the origin and those who cannot', async () => {
    const harness = await started();
    const own = await harness.connect(clerk('p1', { member: { id: 'm1' } }));
    const other = await harness.connect(clerk('p2', { member: { id: 'm2' } }));
    for (const { connection } of [own, other]) await harness.listen(connection);
    harness.publish(1, ['public']);
    await harness.settle();
    expect(own.wire.sent[0]?.fact.view).toEqual({ present: true, revisions: [1], told: true });
    expect(other.wire.sent[0]?.fact.view).toEqual({ present: true, revisions: [1], told: false });
  });

  it('shows nobody what is released while it is worked out, by a key that somebody else holds', async () => {
    const harness = await started();
    const near = await harness.connect(clerk('p1'));
    const analyst = await harness.connect(
      clerk('p2', { member: { kind: 'HUB', jurisdiction: ['US'] }, roles: ['ANALYST'] }),
    );
    for (const { connection } of [near, analyst]) await harness.listen(connection);
    harness.meanwhile = async () => {
      harness.world.publish(1, [COUNTY]);
    };
    harness.publish(1, [COUNTY, 'analyst']);
    await harness.settle();
    for (const { fact } of analyst.wire.sent) expect(fact.view?.revisions ?? []).not.toContain(2);
    harness.hub.wakeReleases();
    await harness.settle();
    expect(near.wire.sequences('1')).toEqual([1, 2]);
  });

  it('is worked out for each where the selection or a personal key asks for it', async () => {
    const harness = await started();
    const alone = await harness.connect(clerk('p1'));
    const named = await harness.connect(clerk('p2'));
    await harness.listen(alone.connection, { selection: ALONE });
    await harness.listen(named.connection);
    harness.publish(1, ['public']);
    await harness.settle();
    expect(harness.world.pages).toBe(1);
    harness.publish(2, ['person:p2']);
    await harness.settle();
    expect(harness.world.pages).toBe(2);
    expect(alone.wire.sequences('1')).toEqual([1]);
    expect(named.wire.sequences('1')).toEqual([1, 2]);
  });

  it('is tried by each alone when it fails for all', async () => {
    const harness = await started();
    const { connection, wire } = await harness.connect(clerk('p1'));
    await harness.listen(connection);
    harness.fails = ({ principal }) => principal.viewer === null;
    harness.publish(1, ['public']);
    await harness.settle();
    expect(wire.sequences('1')).toEqual([1]);
  });
});

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
