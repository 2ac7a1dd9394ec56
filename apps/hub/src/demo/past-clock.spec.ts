import { setTimeout as sleep } from 'node:timers/promises';
import { PastClock } from './past-clock.js';

const PAST = new Date('2026-09-01T08:00:00.000Z');
const isNow = (time: Date) => Math.abs(time.getTime() - Date.now()) < 5_000;

describe('PastClock', () => {
  it('is at the present until its teller sets it', async () => {
    const clock = new PastClock();
    expect(isNow(clock.now())).toBe(true);
    await clock.tell(async (setTime) => {
      expect(isNow(clock.now())).toBe(true);
      setTime(PAST);
      await sleep(1);
      expect(clock.now()).toEqual(PAST);
    });
    expect(isNow(clock.now())).toBe(true);
  });

  it('stays at the present for everyone else meanwhile', async () => {
    const clock = new PastClock();
    const telling = clock.tell(async (setTime) => {
      setTime(PAST);
      await sleep(20);
      return clock.now();
    });
    await sleep(5);
    expect(isNow(clock.now())).toBe(true);
    expect(await telling).toEqual(PAST);
  });

  it('lets two tell of different times at once', async () => {
    const clock = new PastClock();
    const tell = (time: Date) =>
      clock.tell(async (setTime) => {
        setTime(time);
        await sleep(5);
        return clock.now();
      });
    const other = new Date('2026-09-02T08:00:00.000Z');
    expect(await Promise.all([tell(PAST), tell(other)])).toEqual([PAST, other]);
  });
});
