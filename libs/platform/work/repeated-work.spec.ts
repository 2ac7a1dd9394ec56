import { setTimeout as wait } from 'node:timers/promises';
import { RepeatedWork } from './repeated-work.js';

const NEVER = 60_000;

/** Work whose turns are ended by hand. */
function byHand(every = NEVER) {
  const turns: { end: () => void; fail: (error: Error) => void; signal: AbortSignal }[] = [];
  const failures: unknown[] = [];
  const work = new RepeatedWork({
    every,
    report: (error) => failures.push(error),
    work: (signal) => new Promise((end, fail) => turns.push({ end, fail, signal })),
  });
  return { work, turns, failures };
}

it('begins at once, and has one turn at a time however often it is woken', async () => {
  const { work, turns } = byHand();
  work.start();
  work.wake();
  work.wake();
  await wait(5);
  expect(turns).toHaveLength(1);
  turns[0]?.end();
  await wait(5);
  expect(turns).toHaveLength(2);
  turns[1]?.end();
  await wait(5);
  expect(turns).toHaveLength(2);
  await work.stop();
});

it('comes by itself, also after a turn that failed', async () => {
  const { work, turns, failures } = byHand(5);
  work.start();
  await wait(1);
  turns[0]?.fail(new Error('once'));
  await wait(50);
  expect(failures).toEqual([new Error('once')]);
  expect(turns.length).toBe(2);
  turns[1]?.end();
  await work.stop();
});

it('ends with the turn under way, which is told, and begins no other', async () => {
  const { work, turns } = byHand();
  work.start();
  await wait(1);
  work.wake();
  let stopped = false;
  const stopping = work.stop().then(() => {
    stopped = true;
  });
  await wait(5);
  expect(turns[0]?.signal.aborted).toBe(true);
  expect(stopped).toBe(false);
  turns[0]?.end();
  await stopping;
  work.wake();
  await wait(5);
  expect(turns).toHaveLength(1);
});
