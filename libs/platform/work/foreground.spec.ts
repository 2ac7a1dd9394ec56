import { setTimeout as wait } from 'node:timers/promises';
import { Foreground } from './foreground.js';

const NEVER = 60_000;

/** Work that ends by hand. */
function byHand() {
  let end = (_result: string): void => {};
  let fail = (_error: Error): void => {};
  const work = new Promise<string>((resolve, reject) => {
    end = resolve;
    fail = reject;
  });
  return { work, end, fail };
}

/** Work under way, and whether somebody who made room for it has gone on. */
function scene(mostMs: number) {
  const foreground = new Foreground();
  const under = byHand();
  const given = foreground.during(under.work);
  const seen = { wentOn: false };
  const waiting = foreground.quiet(mostMs).then(() => {
    seen.wentOn = true;
  });
  return { foreground, under, given, seen, waiting };
}

it('lets go on at once when nothing is under way', async () => {
  await new Foreground().quiet(NEVER);
});

it('has others wait until all of it has ended, also what began meanwhile', async () => {
  const { foreground, under, given, seen, waiting } = scene(NEVER);
  const later = byHand();
  const second = foreground.during(later.work);
  under.end('done');
  expect(await given).toBe('done');
  await wait(5);
  expect(seen.wentOn).toBe(false);
  later.end('done');
  await second;
  await waiting;
});

it('counts work that fails as ended, and hands on its failure', async () => {
  const { under, given, waiting } = scene(NEVER);
  under.fail(new Error('failed'));
  await expect(given).rejects.toThrow('failed');
  await waiting;
});

it('keeps nobody longer than they will wait', async () => {
  const { under, given, waiting } = scene(5);
  await waiting;
  under.end('late');
  await given;
});
