import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { mayEver, type Principal, type Viewer } from '#access';
import {
  beginsLikeBundle,
  checkCsaf,
  checkMisp,
  decoded,
  eventsIn,
  fromCap,
  fromCsaf,
  fromMisp,
  type Incoming,
  recognize,
  Unreadable,
} from '#exchange';
import { Clock, forbidden, Ids, Refusal, timestamp, unauthenticated } from '#platform';
import { putDocument, putParts } from './kept/parts.js';
import { type CatalogueTaken, TakeCatalogue } from './kev/take-catalogue.js';
import type { Settings } from './settings.js';
import { type Progress, TakeBundle } from './stix/take-bundle.js';
import { TakeIn } from './take-in.js';

/** What an importer is told while a document is taken in: how far it is, what came of a part, where an index leads. */
export type Told =
  | Progress
  | { readonly catalogue: CatalogueTaken }
  | { readonly links: readonly string[] }
  | { readonly error: Fault };

export interface Fault {
  readonly code: string;
  readonly message: string;
  /** Where in the document, if it lies there: a JSON pointer or a line. */
  readonly where: string | null;
}

/** Documents that are read whole. Bytes. */
const MOST_WHOLE = 16_777_216;
const BEGINNING = 65_536;
const MOST_EVENTS = 1_000;

/** Takes documents of other formats in, whatever they are. */
@Injectable()
export class ImportDocuments {
  constructor(
    private readonly bundles: TakeBundle,
    private readonly takeIn: TakeIn,
    private readonly catalogues: TakeCatalogue,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Ends with what is wrong, where something is: what was taken in before stays. */
  async *take(principal: Principal, chunks: AsyncIterable<Buffer>, settings: Settings): AsyncGenerator<Told> {
    const { viewer } = principal;
    if (!viewer) throw unauthenticated();
    try {
      if (
        !mayEver(viewer, 'publication.draft', principal.scopes) &&
        !mayEver(viewer, 'catalogue.update', principal.scopes)
      )
        throw forbidden();
      yield* this.recognized({ ...principal, viewer }, chunks, settings);
    } catch (error) {
      if (error instanceof Unreadable)
        yield { error: { code: 'BAD_INPUT', message: error.reason, where: error.where || null } };
      else if (error instanceof Refusal)
        yield { error: { code: error.code, message: error.message, where: error.field?.join('.') ?? null } };
      else throw error;
    }
  }

  private async *recognized(
    principal: Principal & { readonly viewer: Viewer },
    chunks: AsyncIterable<Buffer>,
    settings: Settings,
  ): AsyncGenerator<Told> {
    const reading = chunks[Symbol.asyncIterator]();
    const begun: Buffer[] = [];
    let size = 0;
    let ended = false;
    const more = async (until: number): Promise<void> => {
      while (!ended && size < until) {
        const next = await reading.next();
        if (next.done) ended = true;
        else {
          begun.push(next.value);
          size += next.value.length;
        }
      }
    };
    await more(BEGINNING);
    if (!ended && beginsLikeBundle(Buffer.concat(begun).toString('latin1'))) {
      yield* this.bundles.take(principal, rejoined(begun, reading), settings);
      return;
    }
    await more(MOST_WHOLE + 1);
    if (size > MOST_WHOLE) throw new Unreadable('', `This is larger than ${MOST_WHOLE} bytes.`);
    yield* this.whole(principal, Buffer.concat(begun), settings);
  }

  private async *whole(
    principal: Principal & { readonly viewer: Viewer },
    bytes: Buffer,
    settings: Settings,
  ): AsyncGenerator<Told> {
    const found = recognize(bytes);
    switch (found.format) {
      case 'INDEX':
        yield { links: found.links };
        return;
      case 'STIX':
        yield* this.bundles.take(
          principal,
          rejoined([found.envelope ? Buffer.from(JSON.stringify(found.envelope)) : bytes]),
          settings,
        );
        return;
      case 'CSAF':
        yield* this.document(
          principal,
          fromCsaf(await checkCsaf(found.document)),
          bytes.toString('utf8'),
          settings,
        );
        return;
      case 'CAP': {
        const text = asUtf8(decoded(bytes));
        for (const alert of found.alerts)
          yield* this.document(principal, fromCap(alert), text, settings, found.alone ? 'CAP' : 'EDXL');
        return;
      }
      case 'MISP': {
        const events = eventsIn(found.document);
        if (events.length > MOST_EVENTS)
          throw new Unreadable('', `This holds more than ${MOST_EVENTS} events.`);
        for (const { at, event } of events) {
          const body = JSON.stringify({ Event: event });
          yield* this.document(principal, fromMisp(checkMisp(event, at)), body, settings);
        }
        return;
      }
      case 'KEV':
        yield { catalogue: await this.catalogues.perform(principal, found.catalogue, settings) };
        return;
    }
  }

  /** A document of one part. */
  private async *document(
    principal: Principal & { readonly viewer: Viewer },
    incoming: Incoming,
    body: string,
    settings: Settings,
    type: string = incoming.format,
  ): AsyncGenerator<Told> {
    const documentId = this.ids.id();
    const digest = createHash('sha256').update(body).digest('base64url');
    const part = {
      ordinal: 0,
      objectId: incoming.sourceId.slice(0, 300),
      type,
      about: '',
      tlp: incoming.tlp,
      needsMarking: true,
      body,
    };
    const origin = { documentId, head: 0, digest };
    const taken = await this.takeIn.one(principal, incoming, origin, settings, async (tx) => {
      await putDocument(tx, documentId, principal.viewer.member.id, timestamp(this.clock.now()));
      await putParts(tx, documentId, [part]);
    });
    yield* this.bundles.told(taken, settings);
  }
}

/** XML that is kept is kept as text: what it says of its encoding is made true. */
const asUtf8 = (text: string): string =>
  text.replace(/^(<\?xml[^>]*?encoding\s*=\s*["'])(?!utf-8["'])[^"']+/i, '$1UTF-8');

async function* rejoined(begun: readonly Buffer[], rest?: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield* begun;
  for (let next = await rest?.next(); next && !next.done; next = await rest?.next()) yield next.value;
}
