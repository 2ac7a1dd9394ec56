import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ANONYMOUS } from '#access';
import { Public } from '#contract';
import {
  CSAF_TREE,
  type CsafDocument,
  changesCsv,
  csafPathOf,
  hashText,
  indexText,
  providerMetadata,
  rolieFeed,
  type Source,
  toCsaf,
  WHITE_FEED,
} from '#exchange';
import { notFound } from '#platform';
import { Publications } from '#publications';
import { Outgoings } from '../outgoing.js';
import { answer } from './answer.js';
import type { HttpReply, HttpRequest } from './exchanged.js';
import { Listing } from './listing.js';

const REASON = 'What is TLP:CLEAR is published to everybody; nothing else is in the tree, whoever asks.';
const JSON_TYPE = 'application/json; charset=utf-8';
const FILE = /^wf-(?<id>[0-9a-f-]{36})\.json(?:\.(?<hash>sha256|sha512))?$/;

/** What is CLEAR and real as the tree of a CSAF provider. CSAF 2.0, section 7. */
@Controller(CSAF_TREE.slice(1))
export class CsafController {
  constructor(
    private readonly listing: Listing,
    private readonly publications: Publications,
    private readonly outgoings: Outgoings,
  ) {}

  @Public(REASON)
  @Get('provider-metadata.json')
  async metadata(@Req() request: HttpRequest, @Res() reply: HttpReply): Promise<void> {
    const { documents, source } = await this.documents();
    const text = JSON.stringify(providerMetadata(source, latestOf(documents)), null, 2);
    answer(request, reply, { type: JSON_TYPE, text, open: true });
  }

  @Public(REASON)
  @Get('white/:file')
  async list(
    @Param('file') file: string,
    @Req() request: HttpRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const { documents, source } = await this.documents();
    const lists: Readonly<Record<string, () => [string, string]>> = {
      'index.txt': () => ['text/plain; charset=utf-8', indexText(documents)],
      'changes.csv': () => ['text/csv; charset=utf-8', changesCsv(documents)],
      [WHITE_FEED]: () => [
        JSON_TYPE,
        JSON.stringify(rolieFeed(documents, source, latestOf(documents)), null, 2),
      ],
    };
    const [type, text] = (Object.hasOwn(lists, file) ? lists[file]?.() : undefined) ?? [];
    if (type === undefined || text === undefined) throw notFound();
    answer(request, reply, { type, text, open: true });
  }

  @Public(REASON)
  @Get('white/:year/:file')
  async document(
    @Param() { year, file }: { year: string; file: string },
    @Req() request: HttpRequest,
    @Res() reply: HttpReply,
  ): Promise<void> {
    const { id, hash } = FILE.exec(file)?.groups ?? {};
    const view = id === undefined ? null : await this.publications.one(ANONYMOUS, id);
    const [publication] = view && view.status === 'ACTUAL' ? await this.outgoings.of([view]) : [];
    if (!publication) throw notFound();
    const csaf = documentOf(publication, this.outgoings.source());
    const name = file.replace(/\.sha\d+$/, '');
    if (csafPathOf(csaf) !== `white/${year}/${name}`) throw notFound();
    const text = textOf(csaf);
    if (hash === 'sha256' || hash === 'sha512')
      answer(request, reply, {
        type: 'text/plain; charset=utf-8',
        text: hashText(hash, text, name),
        open: true,
      });
    else answer(request, reply, { type: JSON_TYPE, text, open: true });
  }

  private async documents(): Promise<{ documents: CsafDocument[]; source: Source }> {
    const { source, publications } = await this.listing.all(ANONYMOUS, { statuses: ['ACTUAL'] });
    return { source, documents: publications.map((publication) => documentOf(publication, source)) };
  }
}

function documentOf(publication: Parameters<typeof toCsaf>[0], source: Source): CsafDocument {
  const path = csafPathOf(toCsaf(publication, source));
  return toCsaf(publication, source, `${source.url}${CSAF_TREE}/${path}`);
}

const textOf = (csaf: CsafDocument): string => `${JSON.stringify(csaf, null, 2)}\n`;

const latestOf = (documents: readonly CsafDocument[]): string =>
  documents
    .map(({ document }) => document.tracking.current_release_date)
    .sort()
    .at(-1) ?? '1970-01-01T00:00:00.000Z';
