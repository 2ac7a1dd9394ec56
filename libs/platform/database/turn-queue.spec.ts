import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { TurnQueue } from './turn-queue.js';

describe('TurnQueue', () => {
  it('keeps to its width and to the order, whatever fails', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.boolean(), { maxLength: 20 }),
        async (width, jobs) => {
          const queue = new TurnQueue(width, 100);
          const begun: number[] = [];
          let [working, most] = [0, 0];
          const done = jobs.map((fails, index) =>
            queue.run(async () => {
              begun.push(index);
              most = Math.max(most, ++working);
              await sleep(0);
              working -= 1;
              if (fails) throw new Error('fails');
              return index;
            }),
          );
          const results = await Promise.allSettled(done);
          await queue.idle();
          expect(working).toBe(0);
          expect(begun).toEqual(jobs.map((_, index) => index));
          expect(most).toBe(Math.min(width, jobs.length));
          expect(results.map((result) => result.status === 'rejected')).toEqual(jobs);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('refuses who would have to wait behind too many', async () => {
    const queue = new TurnQueue(1, 1);
    const both = [queue.run(() => sleep(5)), queue.run(() => sleep(5))];
    await expect(queue.run(() => sleep(5))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await Promise.all(both);
    await expect(queue.run(async () => 'again')).resolves.toBe('again');
  });

  it('is idle only when those who waited are done too', async () => {
    const queue = new TurnQueue(1, 10);
    const done: string[] = [];
    void queue.run(async () => sleep(5)).then(() => done.push('first'));
    void queue.run(async () => sleep(5)).then(() => done.push('second'));
    await queue.idle();
    await sleep(0);
    expect(done).toEqual(['first', 'second']);
  });
});
