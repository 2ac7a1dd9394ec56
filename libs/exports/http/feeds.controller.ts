import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { Principal } from '#access';
import { Caller, Public } from '#contract';
import { toAtom, toJsonFeed } from '#exchange';
import { RegionsService } from '#regions';
import { answer } from './answer.js';
import type { HttpReply, HttpRequest } from './exchanged.js';
import { headOf, Listing, readName } from './listing.js';
import { Readers } from './readers.js';

const REASON =
  'What is for everyone is for every feed reader; a key in the address or the header opens what its person sees.';

/** Feeds of a kind, of a region, of both: `/feeds/alerts.atom`, `/feeds/55025/all.json`. */
@Controller('feeds')
export class FeedsController {
  constructor(
    private readonly listing: Listing,
    private readonly readers: Readers,
    private readonly regions: RegionsService,
  ) {}

  @Public(REASON)
  @Get(':file')
  everywhere(
    @Caller() caller: Principal,
    @Param('file') file: string,
    @Query('token') token: unknown,
    @Req() request: HttpRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    return this.send(request, reply, { caller, token, file, region: null });
  }

  @Public(REASON)
  @Get(':region/:file')
  ofRegion(
    @Caller() caller: Principal,
    @Param() { region, file }: { region: string; file: string },
    @Query('token') token: unknown,
    @Req() request: HttpRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    return this.send(request, reply, { caller, token, file, region });
  }

  private async send(
    request: HttpRequest,
    reply: HttpReply,
    asked: { caller: Principal; token: unknown; file: string; region: string | null },
  ): Promise<void> {
    const { kind, name, form } = readName(asked.file);
    const reader = await this.readers.of(asked.caller, asked.token);
    const listed = await this.listing.latest(reader, kind, asked.region);
    const place = asked.region && this.regions.tree().region(asked.region)?.fullName;
    const title = `${name === 'all' ? 'Publications' : name.charAt(0).toUpperCase() + name.slice(1)}${place ? `: ${place}` : ''}`;
    const head = headOf(title, `/feeds/${asked.region ? `${asked.region}/` : ''}${asked.file}`, listed);
    const open = reader.viewer === null;
    const { publications, source } = listed;
    if (form === 'atom')
      answer(request, reply, {
        type: 'application/atom+xml; charset=utf-8',
        text: toAtom(head, publications, source),
        open,
      });
    else
      answer(request, reply, {
        type: 'application/feed+json; charset=utf-8',
        text: JSON.stringify(toJsonFeed(head, publications, source)),
        open,
      });
  }
}
