import type { Outcome, Settled } from '../channels/channel.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How long to wait after the first attempt that did not succeed, after the second, and so on (Standard Webhooks). */
export const RETRY_AFTER: readonly number[] = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];

/** Up to so much longer, at random, so that what failed together does not come back together. */
const JITTER = 0.2;

/** What an outcome makes of a delivery. */
export interface Verdict {
  readonly state: Settled['state'];
  /** Whether an attempt was made. */
  readonly tried: boolean;
  readonly dueAt: Date | null;
}

/**
 * @param tries how many attempts had been made before
 * @param chance from 0 up to 1
 */
export function verdictOn(outcome: Outcome, tries: number, now: Date, chance: number): Verdict {
  if (outcome.state === 'WAIT') {
    return { state: tries === 0 ? 'PENDING' : 'RETRYING', tried: false, dueAt: outcome.until };
  }
  if (outcome.state !== 'RETRY') {
    return { state: outcome.state, tried: outcome.state !== 'DROPPED', dueAt: null };
  }
  const wait = RETRY_AFTER[tries];
  if (wait === undefined) return { state: 'FAILED', tried: true, dueAt: null };
  const due = now.getTime() + wait * (1 + JITTER * chance);
  return {
    state: 'RETRYING',
    tried: true,
    dueAt: new Date(Math.max(due, outcome.notBefore?.getTime() ?? 0)),
  };
}
