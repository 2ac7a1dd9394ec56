import { Injectable } from '@nestjs/common';
import { principalOf } from '#access';
import { markup } from '#mail';
import { Viewers } from '#members';
import { Database } from '#platform';
import { SetPreferences } from '#preferences';
import { MailLinks } from '../links/mail-links.js';
import { pageHtml } from './page.js';

/** Takes e-mail away from whoever holds a link of a mail that was sent to them. */
@Injectable()
export class Unsubscribe {
  constructor(
    private readonly database: Database,
    private readonly viewers: Viewers,
    private readonly preferences: SetPreferences,
    private readonly links: MailLinks,
  ) {}

  isGood(token: string): boolean {
    const personId = this.links.idIn(token);
    return personId !== null && this.links.isGood('unsubscribe', token, personId);
  }

  /** @returns false for a link that is not good, or of somebody who is not active */
  async perform(token: string): Promise<boolean> {
    const personId = this.links.idIn(token);
    if (personId === null || !this.isGood(token)) return false;
    const viewer = await this.database.read((tx) => this.viewers.load(tx, personId));
    if (!viewer?.active || !viewer.member.active) return false;
    await this.preferences.silence(principalOf(viewer), 'mail');
    return true;
  }
}

export const unsubscribePage = (settings: string): string =>
  pageHtml({
    title: 'No more mail?',
    content: [
      markup`<p>You will still get what is red and names you, and emergencies. The rest waits in your inbox.</p>
<form method="post"><p><button type="submit">Switch mail off</button></p></form>
<p><a href="${settings}">Set instead what comes when</a></p>
`,
    ],
  });

export const unsubscribedPage = (settings: string): string =>
  pageHtml({
    title: 'Mail is switched off',
    content: [markup`<p role="status">You can <a href="${settings}">switch it on again</a>.</p>\n`],
  });
