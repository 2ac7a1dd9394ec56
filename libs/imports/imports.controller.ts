import { Readable } from 'node:stream';
import { Controller, Post, Query, Req, Res } from '@nestjs/common';
import type { Principal } from '#access';
import { Caller, SignedIn } from '#contract';
import { badInput } from '#platform';
import { ImportDocuments, type Told } from './import-documents.js';
import { settingsOf } from './settings.js';

/** Of a request and a reply, what is used here: the library knows no server. */
interface Sent {
  readonly body: unknown;
}
interface Answering {
  code(status: number): this;
  type(mediaType: string): this;
  send(body: unknown): unknown;
}

/** The way in for documents of any size: the body is the document, the answer a line of JSON for each thing that is told. */
@Controller()
export class ImportsController {
  constructor(private readonly importing: ImportDocuments) {}

  @SignedIn('Who may do what with a document is asked once it is known what it is.')
  @Post('imports')
  take(
    @Caller() caller: Principal,
    @Query() query: Record<string, unknown>,
    @Req() request: Sent,
    @Res() reply: Answering,
  ): void {
    const settings = settingsOf(query);
    const { body } = request;
    if (!(body instanceof Readable))
      throw badInput(['body'], 'Send the document as application/octet-stream.');
    const told = this.importing.take(caller, body.iterator({ destroyOnReturn: false }), settings);
    reply
      .code(200)
      .type('application/x-ndjson')
      .send(Readable.from(lines(told)));
  }
}

async function* lines(told: AsyncIterable<Told>): AsyncGenerator<string> {
  for await (const one of told) yield `${JSON.stringify(one)}\n`;
}
