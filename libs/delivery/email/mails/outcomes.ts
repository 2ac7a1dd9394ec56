import type { Mail, Mailer } from '#mail';
import { breaksQuiet, mustArrive, type Pressing, quietEnd } from '#preferences';
import type { Attempt, Outcome } from '../../channels/channel.js';
import type { MailReader } from './readers.js';

/** An attempt whose outcome is known before anything is sent. */
export const at =
  (outcome: Outcome): Attempt =>
  async () =>
    outcome;

/** Why a mail is not sent now; `null` if it may be. */
export function hindrance(reader: MailReader, pressing: Pressing, now: Date): Outcome | null {
  const quiet = quietEnd(reader.reach, pressing, now);
  if (quiet !== null) return { state: 'WAIT', until: quiet };
  const severe = mustArrive(pressing) || breaksQuiet(pressing);
  if (reader.trouble === undefined || severe) return null;
  return { state: 'FAILED', cause: 'NO_ADDRESS', said: `refused since ${reader.trouble.since}` };
}

export async function sendBy(mailer: Mailer, mail: Mail, signal: AbortSignal): Promise<Outcome> {
  const sent = await mailer.send(mail, signal);
  if (sent.state === 'SENT') return sent;
  const { cause, said } = sent;
  return { state: sent.state === 'NEVER' ? 'FAILED' : 'RETRY', cause, said };
}
