import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Mailer } from '#mail';
import { amongIds } from '#members';
import { Clock, Database, timestamp, type WriteTx } from '#platform';
import { type LogEntry, levelOf, Publications, type PublicationView } from '#publications';
import type { Attempt, Due, Outcome, Settled } from '../../channels/channel.js';
import { leaveQueue } from '../../queue/waiting.js';
import { wakeReach } from '../../reach/watch-reach.js';
import { StillTheirs } from '../../sending/still-theirs.js';
import { type DigestItem, digestLetter } from '../letters/digest-letter.js';
import { MailLinks } from '../links/mail-links.js';
import { at, hindrance, sendBy } from './outcomes.js';
import type { MailReader } from './readers.js';

/** An item of a digest in the ledger, with what it is about. */
interface Item {
  readonly due: Due;
  readonly entry: LogEntry;
  /** Whether its reader had a mail about the same before. */
  readonly had: boolean;
}

/** The items of a digest on its way. */
interface Contents {
  readonly shown: readonly string[];
  readonly left: readonly string[];
}

/** Things that one digest tells of; of more it tells how many. */
const MOST_SHOWN = 100;

/** What presses least: so a digest waits for the morning, and for an address to work again. */
const DIGEST = { severity: null, immediate: false, asks: false, red: false } as const;

/** Digests: all that waits for a reader in one mail, each thing once. */
@Injectable()
export class DigestMails {
  private readonly underWay = new Map<string, Contents>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly still: StillTheirs,
    private readonly publications: Publications,
    private readonly links: MailLinks,
    private readonly mailer: Mailer,
  ) {}

  async prepare(
    due: readonly Due[],
    readers: ReadonlyMap<string, MailReader>,
  ): Promise<Map<string, Attempt>> {
    const waiting = await this.waiting(due.map(({ address }) => address));
    const [theirs, had] = await Promise.all([this.still.of(waiting), this.had(waiting)]);
    const attempts = new Map<string, Attempt>();
    for (const digest of due) {
      const own = waiting.filter(({ address }) => address === digest.address);
      const items = own.flatMap((one): Item[] => {
        const entry = theirs.get(one.id)?.entry;
        if (!entry || entry.presentTlp === 'RED') return [];
        return [{ due: one, entry, had: had.has(`${one.publicationId} ${one.address}`) }];
      });
      const reader = readers.get(digest.address);
      const ids = own.map(({ id }) => id);
      this.underWay.set(digest.id, reader ? { shown: ids, left: [] } : { shown: [], left: ids });
      if (!reader) continue;
      attempts.set(digest.id, this.attempt(digest, reader, items, own));
    }
    return attempts;
  }

  /** The items of a digest stand as it does: sent with it, failed with it, and dropped where it left them out. */
  async settle(tx: WriteTx, settled: readonly Settled[]): Promise<void> {
    for (const { due, state, outcome, at: tried } of settled) {
      const contents = this.underWay.get(due.id);
      this.underWay.delete(due.id);
      if (!contents || state === 'PENDING' || state === 'RETRYING') continue;
      const cause = 'cause' in outcome ? outcome.cause : null;
      await mark(tx, contents.shown, state, { tried, cause });
      await mark(tx, contents.left, 'DROPPED', { tried: null, cause: 'NOT_VISIBLE' });
    }
  }

  private attempt(digest: Due, reader: MailReader, items: readonly Item[], own: readonly Due[]): Attempt {
    const hindered = hindrance(reader, DIGEST, this.clock.now());
    if (hindered) return at(hindered);
    return async (signal): Promise<Outcome> => {
      const views = await this.publications.byIds(
        reader.principal,
        items.map(({ due }) => due.publicationId),
      );
      const told = [...views.values()].flatMap((view): { item: DigestItem; view: PublicationView }[] => {
        const item = this.itemOf(
          view,
          items.filter(({ due }) => due.publicationId === view.id),
        );
        return item ? [{ item, view }] : [];
      });
      const ids = new Set(told.map(({ view }) => view.id));
      const isShown = ({ publicationId }: Due) => ids.has(publicationId);
      this.underWay.set(digest.id, {
        shown: own.filter(isShown).map(({ id }) => id),
        left: own.filter((one) => !isShown(one)).map(({ id }) => id),
      });
      if (told.length === 0) return { state: 'DROPPED', cause: 'EMPTY' };
      const ways = {
        inbox: this.links.inbox(),
        settings: this.links.settings(),
        unsubscribe: this.links.unsubscribe(digest.address),
      };
      const sorted = told.map(({ item }) => item).sort(bySeverity);
      const letter = digestLetter(sorted.slice(0, MOST_SHOWN), sorted.length - MOST_SHOWN, ways, {
        timeZone: reader.reach.timeZone,
      });
      const { unsubscribe } = ways;
      const to = { name: reader.name, address: reader.address };
      return sendBy(this.mailer, { id: digest.id, deliveryId: digest.id, to, letter, unsubscribe }, signal);
    };
  }

  /** `null` for what was withdrawn before its reader was ever told of it. */
  private itemOf(view: PublicationView, items: readonly Item[]): DigestItem | null {
    const first = items[0]?.entry;
    const last = items.at(-1)?.entry;
    if (!first || !last || view.tlp === 'RED') return null;
    const isNew = first.what === 'PUBLISHED' || first.what === 'AUDIENCE_CHANGED';
    const withdrawn = view.state === 'WITHDRAWN';
    if (withdrawn && !items[0]?.had) return null;
    const what = withdrawn ? 'WITHDRAWN' : isNew ? 'NEW' : 'UPDATED';
    return { told: view, what, at: last.at, read: this.links.read(view.id) };
  }

  /** The publications and readers of those of these items that tell of a withdrawal, where a mail told of it before. */
  private async had(items: readonly Due[]): Promise<ReadonlySet<string>> {
    if (items.length === 0) return new Set();
    const publicationIds = [...new Set(items.map(({ publicationId }) => publicationId))];
    const addresses = [...new Set(items.map(({ address }) => address))];
    const rows = await this.database.read((tx) =>
      tx.rows<{ pair: string }>(sql`
        SELECT DISTINCT d.publication_id || ' ' || d.address AS pair
        FROM publication p JOIN delivery d ON d.publication_id = p.id
        WHERE p.id ${amongIds(tx, publicationIds)} AND p.state = 'WITHDRAWN'
          AND d.address ${amongIds(tx, addresses)} AND d.state = 'SENT'`),
    );
    return new Set(rows.map(({ pair }) => pair));
  }

  /** What waits for these people's digests, in the order of the log; of each publication all, since it is shown as it is now. */
  private async waiting(personIds: readonly string[]): Promise<Due[]> {
    const now = timestamp(this.clock.now());
    const items = await this.database.read((tx) =>
      tx.rows<Due & { dueAt: string }>(sql`
        SELECT d.id, d.channel, d.address, d.person_id AS "personId", d.member_id AS "memberId",
          d.publication_id AS "publicationId", d.sequence, d.reason, d.step, d.carries, d.tries,
          d.planned_at AS "plannedAt", q.due_at AS "dueAt"
        FROM delivery_queue q JOIN delivery d ON d.id = q.delivery_id
        WHERE q.address ${amongIds(tx, personIds)} AND d.channel = 'DIGEST'
        ORDER BY d.sequence`),
    );
    const pair = ({ address, publicationId }: Due) => `${address} ${publicationId}`;
    const dueNow = new Set(items.filter(({ dueAt }) => dueAt <= now).map(pair));
    return items.filter((item) => dueNow.has(pair(item)));
  }
}

async function mark(
  tx: WriteTx,
  ids: readonly string[],
  state: Settled['state'],
  { tried, cause }: { readonly tried: string | null; readonly cause: string | null },
): Promise<void> {
  if (ids.length === 0) return;
  const marked = await tx.rows<{ id: string }>(sql`
    UPDATE delivery SET state = ${state}, cause = ${cause}, tried_at = ${tried}, tries = ${tried === null ? 0 : 1}
    WHERE id ${amongIds(tx, ids)} AND channel = 'DIGEST' AND state = 'PENDING' RETURNING publication_id AS id`);
  await leaveQueue(tx, ids);
  wakeReach(
    tx,
    marked.map(({ id }) => id),
  );
}

const bySeverity = (a: DigestItem, b: DigestItem): number =>
  level(b) - level(a) || (a.at < b.at ? 1 : a.at > b.at ? -1 : 0);

const level = ({ told }: DigestItem): number => (told.severity === null ? 0 : levelOf(told.severity));
