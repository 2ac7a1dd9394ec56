import { MailTroubles } from './addresses/mail-troubles.js';
import { EmailChannel } from './email.channel.js';
import { MailLinks } from './links/mail-links.js';
import { DigestMails } from './mails/digest-mails.js';
import { NoticeMails } from './mails/notice-mails.js';
import { Readers } from './mails/readers.js';
import { ReleaseMails } from './mails/release-mails.js';

/** What sends e-mail. */
export const EMAIL = [DigestMails, EmailChannel, MailLinks, MailTroubles, NoticeMails, Readers, ReleaseMails];
