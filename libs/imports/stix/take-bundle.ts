import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { mayEver, type Principal, type Tlp, type Viewer } from '#access';
import { type Incoming, incomingOfHead, incomingOfRest, refsOf, type StixObject, strictest } from '#exchange';
import { Clock, Database, forbidden, Ids, timestamp } from '#platform';
import { type Attached, AttachIndicators } from '../attaching/attach-indicators.js';
import {
  bodiesOf,
  dropAbandoned,
  dropUnused,
  gather,
  type Kept,
  type Marks,
  marksOf,
  putDocument,
  putParts,
} from '../kept/parts.js';
import { type Staged, stage } from '../kept/stage.js';
import type { Settings } from '../settings.js';
import { knownByDigest } from '../sources.js';
import { TakeIn } from '../take-in.js';
import type { Taken } from '../taken.js';

interface Head {
  readonly ordinal: number;
  readonly body: string;
}

export type Progress =
  | { readonly objects: number }
  | { readonly taken: Taken }
  | { readonly attached: Attached };

const DAY = 24 * 60 * 60_000;
const MOST_RELATED = 500;
const HEADS_AT_ONCE = 50;

/**
 * Takes a bundle in: first its objects as they come, in batches, then each of its reports as a publication, and what no report
 * gathers as one more. Until then nothing of it is seen by anybody; one that breaks off leaves nothing.
 */
@Injectable()
export class TakeBundle {
  constructor(
    private readonly database: Database,
    private readonly takeIn: TakeIn,
    private readonly attaching: AttachIndicators,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @throws Unreadable naming where; Refusal */
  async *take(
    principal: Principal & { readonly viewer: Viewer },
    chunks: AsyncIterable<Buffer>,
    settings: Settings,
  ): AsyncGenerator<Progress> {
    if (!mayEver(principal.viewer, 'publication.draft', principal.scopes)) throw forbidden();
    const documentId = this.ids.id();
    const memberId = principal.viewer.member.id;
    await this.begin(documentId, memberId);
    try {
      const staging = stage(chunks);
      let count = 0;
      let next = await staging.next();
      for (; !next.done; next = await staging.next()) {
        const batch: readonly Kept[] = next.value;
        await this.database.write((tx) => putParts(tx, documentId, batch));
        count += batch.length;
        yield { objects: count };
      }
      const staged = next.value;
      if (count === 0) yield { objects: 0 };
      const only = await this.onlyHead(documentId);
      if (only) {
        yield* this.told(await this.head(principal, documentId, only, settings, null), settings);
        return;
      }
      for (let after = -1; ; ) {
        const heads = await this.headsAfter(documentId, after);
        for (const head of heads) {
          yield* this.told(await this.head(principal, documentId, head, settings, head.ordinal), settings);
          after = head.ordinal;
        }
        if (heads.length < HEADS_AT_ONCE) break;
      }
      const rest = await this.rest(principal, documentId, staged, settings);
      if (rest) yield* this.told(rest, settings);
    } finally {
      await this.database.write((tx) => dropUnused(tx, documentId));
    }
  }

  /** What came of it, and what then becomes part of it. */
  async *told(taken: Taken, { dryRun }: Settings): AsyncGenerator<Progress> {
    yield { taken };
    if (taken.publicationId !== null && !dryRun)
      for await (const attached of this.attaching.of(taken.publicationId)) yield { attached };
  }

  private begin(documentId: string, memberId: string): Promise<void> {
    const now = this.clock.now();
    return this.database.write(async (tx) => {
      await dropAbandoned(tx, memberId, timestamp(new Date(now.getTime() - DAY)));
      await putDocument(tx, documentId, memberId, timestamp(now));
    });
  }

  /** The one report of a bundle that has no other: then all of the bundle belongs to it. */
  private async onlyHead(documentId: string): Promise<Head | null> {
    const [head, another] = await this.headsAfter(documentId, -1);
    return head && !another ? head : null;
  }

  private headsAfter(documentId: string, after: number): Promise<Head[]> {
    return this.database.read((tx) =>
      tx.rows(sql`SELECT ordinal, body FROM import_part WHERE document_id = ${documentId}
        AND type IN ('report', 'grouping') AND ordinal > ${after} ORDER BY ordinal LIMIT ${HEADS_AT_ONCE}`),
    );
  }

  /** @param alone null where the whole bundle belongs to it */
  private async head(
    principal: Principal & { readonly viewer: Viewer },
    documentId: string,
    { body }: Head,
    settings: Settings,
    alone: number | null,
  ): Promise<Taken> {
    const head = JSON.parse(body) as StixObject;
    const ids = [head.id, ...refsOf(head)];
    const { marks, related } = await this.database.read(async (tx) => ({
      marks: await marksOf(tx, documentId, alone === null ? null : ids),
      related: await bodiesOf(tx, documentId, refsOf(head).slice(0, MOST_RELATED)),
    }));
    const incoming = {
      ...incomingOfHead(
        head,
        related.map((text) => JSON.parse(text) as StixObject),
      ),
      tlp: tlpOf(marks),
    };
    if (alone !== null) await this.database.write((tx) => gather(tx, documentId, ids));
    const digest = createHash('sha256').update(body).digest('base64url');
    return this.takeIn.one(principal, incoming, { documentId, head: alone, digest }, settings);
  }

  private async rest(
    principal: Principal & { readonly viewer: Viewer },
    documentId: string,
    { id, digest, some, versionAt }: Staged,
    settings: Settings,
  ): Promise<Taken | null> {
    const memberId = principal.viewer.member.id;
    const { marks, told, known } = await this.database.read(async (tx) => ({
      marks: await marksOf(tx, documentId, null),
      told: await tx.rows<{ type: string }>(
        sql`SELECT DISTINCT type FROM import_part WHERE document_id = ${documentId} AND rest = 1`,
      ),
      known: await knownByDigest(tx, memberId, 'STIX', digest),
    }));
    // Who somebody is and how something is marked says nothing by itself; with reports it belongs to them.
    if (!told.some(({ type }) => !OF_OTHERS.has(type))) return null;
    const incoming: Incoming = {
      ...incomingOfRest({ bundleId: known?.sourceId ?? id, count: marks.count, versionAt, some }),
      tlp: tlpOf(marks),
    };
    return this.takeIn.one(principal, incoming, { documentId, head: null, digest }, settings);
  }
}

const OF_OTHERS = new Set([
  'marking-definition',
  'extension-definition',
  'language-content',
  'identity',
  'relationship',
]);

/** As it is marked; where a part that needs a marking has none, and the others are looser, what unmarked things get. */
const tlpOf = ({ tlp, unmarked }: Marks): Tlp | null =>
  tlp !== null && unmarked ? strictest(tlp, 'AMBER') : tlp;
