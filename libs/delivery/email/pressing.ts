import type { Pressing } from '#preferences';
import type { LogEntry } from '#publications';

/** How much a release presses. A withdrawal presses as what it withdraws did, and asks for nothing. */
export const pressingOf = ({ facts, what, revision, presentTlp, released }: LogEntry): Pressing => ({
  severity: facts.severity,
  immediate: revision.content.urgency === 'IMMEDIATE',
  asks: what !== 'WITHDRAWN' && facts.acknowledgeWithinMinutes !== null,
  red: presentTlp === 'RED' || released.tlp === 'RED',
});
