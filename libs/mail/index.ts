export { CAUGHT_MAIL, CaughtMail } from './caught/caught-mail.js';
export { htmlOf } from './letter/html.js';
export type { Action, Block, Letter } from './letter/letter.js';
export { STATUS_MARKS, subjectOf, TLP_MARKS } from './letter/marks.js';
export { Markup, markup } from './letter/markup.js';
export { textOf } from './letter/text.js';
export { MailModule } from './mail.module.js';
export type { Mail, Sent } from './sending/mail.js';
export { MAILS_AT_ONCE, Mailer, SMTP_URL } from './sending/mailer.js';
