import { SEVERITIES } from '#publications';
import type { Reachability } from './reachability.js';
import { nextDigest } from './time/digest-times.js';
import { quietUntil } from './time/quiet-hours.js';

/** What of a release decides when it goes to somebody by e-mail. */
export interface Pressing {
  /** From 0, BASELINE, to 5, EMERGENCY; what has none counts as BASELINE. */
  readonly severity: number | null;
  /** Whether its urgency is immediate. */
  readonly immediate: boolean;
  /** Whether it asks for an answer. */
  readonly asks: boolean;
  readonly red: boolean;
}

/** When it goes, and whether by itself or in a digest. */
export interface MailRoute {
  readonly by: 'MAIL' | 'DIGEST';
  readonly dueAt: Date;
}

const SEVERE = SEVERITIES.indexOf('SEVERE');
const EMERGENCY = SEVERITIES.indexOf('EMERGENCY');

/** Whether it waits for no morning. */
export const breaksQuiet = ({ severity }: Pick<Pressing, 'severity'>): boolean => (severity ?? 0) >= SEVERE;

/** Whether it waits for no digest. */
const breaksDigest = (pressing: Pressing): boolean =>
  breaksQuiet(pressing) || pressing.immediate || pressing.asks;

/** Whether nobody can switch it off. */
export const mustArrive = ({ severity, red }: Pick<Pressing, 'severity' | 'red'>): boolean =>
  red || severity === EMERGENCY;

/** How a release goes to somebody by e-mail; `null` if it does not. What is red goes in no digest. */
export function mailRoute(reach: Reachability, pressing: Pressing, now: Date): MailRoute | null {
  const wish = reach.email[pressing.severity ?? 0] ?? 'AT_ONCE';
  if (wish === 'OFF' && !mustArrive(pressing)) return null;
  if (wish === 'DIGEST' && !breaksDigest(pressing) && !mustArrive(pressing)) {
    return { by: 'DIGEST', dueAt: nextDigest(reach.digest, reach.timeZone, now) };
  }
  return { by: 'MAIL', dueAt: quietEnd(reach, pressing, now) ?? now };
}

/** When something may go to somebody who has quiet hours now; `null` if it may at once. */
export function quietEnd(
  { quietHours, timeZone }: Reachability,
  pressing: Pick<Pressing, 'severity'>,
  now: Date,
): Date | null {
  if (quietHours === null || breaksQuiet(pressing)) return null;
  return quietUntil(quietHours, timeZone, now);
}
