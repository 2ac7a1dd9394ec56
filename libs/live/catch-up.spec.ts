import { clerk, Harness } from './harness.fixture.js';

describe('whoever reads on', () => {
  it('is sent nothing that a change of rights took away, though nobody woke it', async () => {
    const harness = new Harness();
    await harness.hub.start();
    const { connection, wire } = await harness.connect(clerk('p1', { groups: [{ id: 'g1', since: 0 }] }));
    harness.world.publish(1, ['group:g1']);
    harness.world.publish(2, ['public']);
    harness.world.change('GROUP', 'g1', [clerk('p1')]);
    await harness.listen(connection, { after: 0 });
    await harness.settle();
    expect(wire.sequences('1')).toEqual([2]);
    expect(wire.ending).toBeNull();
    harness.hub.stop();
  });

  it('is told to resume where the last that it saw stood, however far it has read', async () => {
    const harness = new Harness();
    await harness.hub.start();
    const { connection, wire } = await harness.connect(clerk('p1'));
    harness.world.publish(1, ['public']);
    harness.world.publish(2, ['group:g1']);
    await harness.listen(connection, { after: 0 });
    await harness.settle();
    expect(wire.sequences('1')).toEqual([1]);
    harness.hub.stop();
    expect(wire.resumeAfter).toBe('after-1');
  });
});
