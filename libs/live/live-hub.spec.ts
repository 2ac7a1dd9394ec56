import { describe, expect, it } from '@jest/globals';
import { ALONE, COUNTY, clerk, FILTER, OTHER, started, TestWire } from './harness.fixture.js';

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
