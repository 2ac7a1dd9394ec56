import type { Sent } from './mail.js';

/** What of an error of the SMTP client tells why a mail was not taken. */
export interface SmtpError {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
  readonly message: string;
}

/** An enhanced status code (RFC 3463) after the reply's number: `550 5.1.1 no such user`. */
const ENHANCED = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/;

/** RFC 3463, sections 3.2 and 3.3: a bad or moved mailbox, and one that is disabled. */
const NO_SUCH_ADDRESS = /^5\.(1\.(0|1|2|3|6|10)|2\.1)$/;
/** Without an enhanced code: RFC 5321, section 4.2.3. */
const NO_SUCH_MAILBOX = [550, 551, 553];

/**
 * What a refusal means. Only what the server says for good of a recipient or of a message is for good: what it says of the hub
 * itself, such as a wrong password, concerns every mail and may be mended.
 */
export function refusalOf(error: SmtpError): Exclude<Sent, { state: 'SENT' }> {
  const said = (error.response ?? error.message).replace(/\s+/g, ' ').trim();
  const reply = error.responseCode ?? 0;
  const about = error.command ?? '';
  if (reply >= 500 && about === 'RCPT TO') {
    return { state: 'NEVER', cause: saysGone(said, reply) ? 'GONE' : 'REJECTED', said };
  }
  if (reply >= 500 && about === 'DATA') return { state: 'NEVER', cause: 'REJECTED', said };
  if (reply >= 500) return { state: 'LATER', cause: 'REJECTED', said };
  if (reply >= 400) return { state: 'LATER', cause: 'BUSY', said };
  return { state: 'LATER', cause: error.code === 'ETIMEDOUT' ? 'TIMED_OUT' : 'UNREACHABLE', said };
}

/** Whether an enhanced status code says that the mailbox is not there. */
export const isGone = (enhanced: string): boolean => NO_SUCH_ADDRESS.test(enhanced);

function saysGone(said: string, reply: number): boolean {
  const enhanced = ENHANCED.exec(said)?.[1];
  return enhanced === undefined ? NO_SUCH_MAILBOX.includes(reply) : isGone(enhanced);
}
