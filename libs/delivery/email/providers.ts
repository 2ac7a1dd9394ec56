import { Unanswered } from '../answers/unanswered.js';
import { MailTroubles } from './addresses/mail-troubles.js';
import { Bounces } from './bounces/bounces.js';
import { EmailChannel } from './email.channel.js';
import { MailLinks } from './links/mail-links.js';
import { DigestMails } from './mails/digest-mails.js';
import { NoticeMails } from './mails/notice-mails.js';
import { Readers } from './mails/readers.js';
import { ReleaseMails } from './mails/release-mails.js';
import { TestMails } from './mails/test-mails.js';
import { AnswerByLink } from './pages/answer-by-link.js';
import { Unsubscribe } from './pages/unsubscribe.js';

/** What sends e-mail. */
export const EMAIL = [
  Bounces,
  DigestMails,
  EmailChannel,
  MailLinks,
  MailTroubles,
  NoticeMails,
  Readers,
  ReleaseMails,
  TestMails,
  Unanswered,
];

/** What the pages need to which links of mails lead. */
export const MAIL_PAGES = [AnswerByLink, Unsubscribe];
