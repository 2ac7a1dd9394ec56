/**
 * The ways on which a release goes to somebody by itself. Live connections and the inbox are read by whoever wants them. What goes
 * by `DIGEST` waits for the e-mail that carries it, and stands as that does.
 */
export const CHANNELS = ['EMAIL', 'WEBHOOK', 'DIGEST'] as const;
export type ChannelName = (typeof CHANNELS)[number];

/** Those of them on which something is sent by itself. */
export const SENDING_CHANNELS = ['EMAIL', 'WEBHOOK'] as const satisfies readonly ChannelName[];

/** Why something is delivered: a release, a reminder of it, a step of its escalation, many in one, news of delivery itself, or a try. */
export const REASONS = ['RELEASE', 'REMINDER', 'ESCALATION', 'DIGEST', 'NOTICE', 'TEST'] as const;
export type DeliveryReason = (typeof REASONS)[number];

/**
 * Where a delivery stands. `PENDING` and `RETRYING` are still to be sent. `FAILED` is a dead letter and can be replayed;
 * `DROPPED` was not sent because whoever it is for may no longer have it, or wants it no more.
 */
export const DELIVERY_STATES = ['PENDING', 'RETRYING', 'SENT', 'FAILED', 'DROPPED'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Why an attempt did not succeed, in words that can be counted. */
export const CAUSES = [
  'UNREACHABLE',
  'TIMED_OUT',
  'ADDRESS_REFUSED',
  'BUSY',
  'SERVER_ERROR',
  'REJECTED',
  'GONE',
  'DISABLED',
  'NOT_VISIBLE',
  'NO_ADDRESS',
  'OVERTAKEN',
  'ANSWERED',
  'UNWANTED',
  'EMPTY',
  'INTERNAL',
] as const;
export type Cause = (typeof CAUSES)[number];
