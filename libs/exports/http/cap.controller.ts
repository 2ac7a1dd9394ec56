import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { Principal } from '#access';
import { Caller, Public } from '#contract';
import { toAtom } from '#exchange';
import { notFound } from '#platform';
import { ExportPublications } from '../export-publications.js';
import { answer } from './answer.js';
import type { HttpReply, HttpRequest } from './exchanged.js';
import { headOf, Listing } from './listing.js';
import { Readers } from './readers.js';

const REASON =
  'What is for everyone is for every receiver of alerts; a key in the address or the header opens what its person sees.';
const TYPE = 'application/cap+xml';

/** Alerts as CAP 1.2, with an index in Atom: `/cap/index.atom`, `/cap/55025/index.atom`, `/cap/messages/ID.xml`. */
@Controller('cap')
export class CapController {
  constructor(
    private readonly listing: Listing,
    private readonly exporting: ExportPublications,
    private readonly readers: Readers,
  ) {}

  @Public(REASON)
  @Get('index.atom')
  everywhere(
    @Caller() caller: Principal,
    @Query('token') token: unknown,
    @Req() request: HttpRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    return this.index(request, reply, caller, token, null);
  }

  @Public(REASON)
  @Get(':region/index.atom')
  ofRegion(
    @Caller() caller: Principal,
    @Param('region') region: string,
    @Query('token') token: unknown,
    @Req() request: HttpRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    return this.index(request, reply, caller, token, region);
  }

  @Public(REASON)
  @Get('messages/:file')
  async message(
    @Caller() caller: Principal,
    @Param('file') file: string,
    @Query('token') token: unknown,
    @Req() request: HttpRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const reader = await this.readers.of(caller, token);
    const document = await this.exporting.one(reader, file.replace(/\.xml$/, ''), 'CAP');
    if (!document) throw notFound();
    answer(request, reply, {
      type: `${TYPE}; charset=utf-8`,
      text: document.text,
      open: reader.viewer === null,
    });
  }

  private async index(
    request: HttpRequest,
    reply: HttpReply,
    caller: Principal,
    token: unknown,
    region: string | null,
  ): Promise<void> {
    const reader = await this.readers.of(caller, token);
    const listed = await this.listing.latest(reader, 'ALERT', region);
    const { source, publications } = listed;
    const head = headOf('Alerts in CAP', `/cap/${region ? `${region}/` : ''}index.atom`, listed);
    const key = typeof token === 'string' ? `?token=${token}` : '';
    const text = toAtom(head, publications, source, ({ id }) => ({
      type: TYPE,
      href: `${source.url}/cap/messages/${id}.xml${key}`,
    }));
    answer(request, reply, {
      type: 'application/atom+xml; charset=utf-8',
      text,
      open: reader.viewer === null,
    });
  }
}
