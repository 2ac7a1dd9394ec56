import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { Public } from '#contract';
import { Refusal } from '#platform';
import { MailLinks } from '../links/mail-links.js';
import { AnswerByLink } from './answer-by-link.js';
import { answeredPage, askPage, deadPage } from './answer-pages.js';
import { PAGE_HEADERS } from './page.js';
import { Unsubscribe, unsubscribedPage, unsubscribePage } from './unsubscribe.js';

const LINK =
  'the sealed link was sent to one person and tells who they are; what they may do is asked as of anyone';

/** What of an answer over HTTP is set here. */
interface Reply {
  code(status: number): Reply;
  headers(values: Readonly<Record<string, string>>): unknown;
}

type Form = Readonly<Record<string, unknown>> | undefined;

/** The pages to which links of mails lead. A GET changes nothing: programs that scan mail follow every link. */
@Controller('mail')
export class MailPagesController {
  constructor(
    private readonly answering: AnswerByLink,
    private readonly unsubscribing: Unsubscribe,
    private readonly links: MailLinks,
  ) {}

  @Public(LINK)
  @Get('answer/:token')
  async ask(
    @Param('token') token: string,
    @Query('answer') chosen: unknown,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<string> {
    const asked = await this.answering.open(token);
    if (asked === null) return this.dead(reply);
    return page(reply, askPage(asked, this.links.read(asked.publicationId), chosen, null));
  }

  @Public(LINK)
  @Post('answer/:token')
  @HttpCode(200)
  async answer(
    @Param('token') token: string,
    @Body() form: Form,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<string> {
    const asked = await this.answering.open(token);
    if (asked === null) return this.dead(reply);
    const read = this.links.read(asked.publicationId);
    if (asked.told === null) return page(reply.code(403), askPage(asked, read, null, null));
    try {
      return page(
        reply,
        answeredPage(asked, await this.answering.answer(asked, form?.answer, form?.note), read),
      );
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return page(reply.code(400), askPage(asked, read, form?.answer, error.message));
    }
  }

  @Public(LINK)
  @Get('unsubscribe/:token')
  askToUnsubscribe(@Param('token') token: string, @Res({ passthrough: true }) reply: Reply): string {
    if (!this.unsubscribing.isGood(token)) return this.dead(reply);
    return page(reply, unsubscribePage(this.links.settings()));
  }

  /** RFC 8058, section 3.1: without cookies, without asking again, whatever the body says. */
  @Public(LINK)
  @Post('unsubscribe/:token')
  @HttpCode(200)
  async unsubscribe(
    @Param('token') token: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<string> {
    if (!(await this.unsubscribing.perform(token))) return this.dead(reply);
    return page(reply, unsubscribedPage(this.links.settings()));
  }

  private dead(reply: Reply): string {
    return page(reply.code(404), deadPage(this.links.inbox()));
  }
}

function page(reply: Reply, html: string): string {
  reply.headers(PAGE_HEADERS);
  return html;
}
