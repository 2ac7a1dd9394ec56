import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { Principal } from '#access';
import { Caller, Public } from '#contract';
import { manifestOf, toMisp } from '#exchange';
import { PublicationParts } from '#indicators';
import { notFound } from '#platform';
import { ExportPublications } from '../export-publications.js';
import { later } from '../render.js';
import { answer } from './answer.js';
import type { HttpReply, HttpRequest } from './exchanged.js';
import { Listing } from './listing.js';
import { Readers } from './readers.js';

const REASON =
  'What is for everyone is for every MISP that pulls; a key in the address or the header opens what its person sees.';
const TYPE = 'application/json; charset=utf-8';

/** A MISP feed: `/misp/manifest.json` and an event file for each publication. */
@Controller('misp')
export class MispController {
  constructor(
    private readonly listing: Listing,
    private readonly exporting: ExportPublications,
    private readonly readers: Readers,
    private readonly parts: PublicationParts,
  ) {}

  @Public(REASON)
  @Get('manifest.json')
  async manifest(
    @Caller() caller: Principal,
    @Query('token') token: unknown,
    @Req() request: HttpRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const reader = await this.readers.of(caller, token);
    const { publications, source } = await this.listing.all(reader, {});
    const changed = await this.parts.changedAt(
      reader,
      publications.map(({ id }) => id),
    );
    // A puller takes an event anew when its time is later: an indicator that was added makes it so.
    const events = publications.map((publication) => {
      const updatedAt = later(publication.updatedAt, changed.get(publication.id) ?? null);
      return toMisp({ ...publication, updatedAt }, source).Event;
    });
    answer(request, reply, {
      type: TYPE,
      text: JSON.stringify(manifestOf(events)),
      open: reader.viewer === null,
    });
  }

  @Public(REASON)
  @Get(':file')
  async event(
    @Caller() caller: Principal,
    @Param('file') file: string,
    @Query('token') token: unknown,
    @Req() request: HttpRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const reader = await this.readers.of(caller, token);
    const document = await this.exporting.one(reader, file.replace(/\.json$/, ''), 'MISP');
    if (!document) throw notFound();
    answer(request, reply, { type: TYPE, text: document.text, open: reader.viewer === null });
  }
}
