import PostalMime from 'postal-mime';
import { isGone } from '../sending/refusals.js';

/** That a mail which a server had taken could not be delivered after all. */
export interface Bounce {
  /** GONE: the mailbox is not there. REJECTED: this mail was not wanted. */
  readonly cause: 'GONE' | 'REJECTED';
  readonly said: string;
}

const STATUS_PART = 'message/delivery-status';
const FAILED_FOR_GOOD = /^5\.\d{1,3}\.\d{1,3}$/;

/**
 * Reads a delivery status notification (RFC 3464).
 * @returns `null` for what reports no failure for good: a delay, a success, an answer from holiday
 */
export async function bounceIn(mail: Uint8Array): Promise<Bounce | null> {
  const { attachments } = await PostalMime.parse(mail, { attachmentEncoding: 'utf8' });
  const part = attachments.find(({ mimeType }) => mimeType === STATUS_PART);
  if (typeof part?.content !== 'string') return null;
  for (const fields of groupsOf(part.content)) {
    const status = fields.get('status')?.split(/[\s(]/, 1)[0] ?? '';
    if (fields.get('action')?.toLowerCase() !== 'failed' || !FAILED_FOR_GOOD.test(status)) continue;
    const diagnostic = fields.get('diagnostic-code')?.replace(/^[^;]*;\s*/, '') ?? '';
    return { cause: isGone(status) ? 'GONE' : 'REJECTED', said: `${status} ${diagnostic}`.trim() };
  }
  return null;
}

/** Groups of fields, by their names in lower case, each group ended by an empty line; a line that begins with a blank goes on. */
const groupsOf = (text: string): Map<string, string>[] =>
  text
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((group) => {
      const lines = group.replace(/\n[ \t]+/g, ' ').split('\n');
      return new Map(
        lines.flatMap((line): [string, string][] => {
          const colon = line.indexOf(':');
          return colon < 1 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
        }),
      );
    });
