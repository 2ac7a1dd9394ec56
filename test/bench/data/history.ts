import { opens } from '#access';
import type { Community } from './community.js';
import { addressedAnew, LEVELS, type Material, type Post, post, revised } from './publications.js';
import { Random, weighted } from './random.js';
import { type Rows, TABLES } from './tables.js';
import { Text } from './text.js';

/** A publication that may still be revised or withdrawn. */
interface Standing {
  readonly id: string;
  readonly firstAt: string;
  present: Post;
  revisionId: string;
  number: number;
  sequence: number;
  updatedAt: string;
  audienceChanged: boolean;
  withdrawal: { readonly reason: string; readonly supersededById: string | null } | null;
}

type What = 'PUBLISHED' | 'REVISED' | 'AUDIENCE_CHANGED' | 'WITHDRAWN';

/** How many of the latest publications are still revised and withdrawn. */
const OPEN = 2000;
const BETWEEN = 90_000;

/** Rows are handed over when so many have gathered. */
const GATHER = 20_000;

const CHANGE = weighted({ REVISED: 75, AUDIENCE_CHANGED: 12, WITHDRAWN: 13 });
const INBOX = weighted({ UNREAD: 35, READ: 50, ACKNOWLEDGED: 15 });

export interface HistoryOptions {
  readonly publications: number;
  /** Whether inboxes are filled. */
  readonly inboxes: boolean;
  /** Puts the words of a present text into the index of words; left out, the index stays empty. */
  readonly text?: (rows: Rows, sequence: number, text: string) => void;
}

/**
 * The log of a hub from its beginning: publications, some of them revised, addressed anew, superseded or withdrawn soon after;
 * with all rows that releases leave behind. It ends at this moment.
 */
export class History {
  private readonly random: Random;
  private readonly material: Material;
  private readonly open: Standing[] = [];
  private readonly begin: number;
  private sequence = 0;
  private arrived = 0;

  constructor(
    private readonly community: Community,
    private readonly rows: Rows,
    private readonly options: HistoryOptions,
  ) {
    this.random = new Random(options.publications);
    this.material = { random: this.random, text: new Text(this.random), community };
    this.begin = Date.now() - options.publications * 1.2 * BETWEEN;
  }

  /** @param handOver takes the rows that have gathered; @returns the log's last sequence */
  async write(handOver: () => Promise<void>): Promise<number> {
    for (let count = 0; count < this.options.publications; count += 1) {
      this.publish();
      if (this.random.chance(0.14)) this.change(this.random.pick(this.open));
      if (this.open.length > OPEN) this.settle(this.open.shift() as Standing);
      if (this.rows.count > GATHER) await handOver();
    }
    for (const standing of this.open.splice(0)) this.settle(standing);
    await handOver();
    return this.sequence;
  }

  private publish(): void {
    const at = this.next();
    const present = post(this.material, Date.parse(at));
    const standing: Standing = {
      id: this.random.uuid(),
      firstAt: at,
      present,
      revisionId: '',
      number: 0,
      sequence: 0,
      updatedAt: at,
      audienceChanged: false,
      withdrawal: null,
    };
    this.release(standing, 'PUBLISHED', present, at);
    if (this.options.inboxes) this.deliver(standing, at);
    this.open.push(standing);
    if (this.random.chance(0.01)) this.supersede(standing);
  }

  private change(standing: Standing): void {
    if (standing.withdrawal) return;
    const at = this.next();
    const what = CHANGE.pick(this.random);
    if (what === 'WITHDRAWN') standing.withdrawal = { reason: 'It was a false alarm.', supersededById: null };
    this.release(standing, what, this.nextOf(standing.present, what, at), at);
  }

  private nextOf(present: Post, what: What, at: string): Post {
    if (what === 'REVISED') return revised(this.material, present, Date.parse(at));
    return what === 'AUDIENCE_CHANGED' ? addressedAnew(this.material, present) : present;
  }

  /** A publication withdraws an earlier one of the same origin, if there is one. */
  private supersede(by: Standing): void {
    const target = this.open.find(
      ({ id, withdrawal, present }) => id !== by.id && !withdrawal && present.origin === by.present.origin,
    );
    if (!target) return;
    target.withdrawal = { reason: 'Superseded.', supersededById: by.id };
    this.release(target, 'WITHDRAWN', target.present, this.next());
    this.rows.add(TABLES.supersedes, by.id, target.id);
  }

  private next(): string {
    this.sequence += 1;
    return new Date(this.begin + this.sequence * BETWEEN).toISOString();
  }

  private release(standing: Standing, what: What, next: Post, at: string): void {
    const { rows, sequence } = this;
    const revisionId = this.random.uuid();
    const author = next.releasedById;
    const [content, audience] = [JSON.stringify(next.content), JSON.stringify(next.audience)];
    const note = what === 'REVISED' ? 'More is known.' : null;
    rows.add(
      TABLES.revision,
      revisionId,
      standing.id,
      standing.number + 1,
      sequence,
      what,
      next.tlp,
      content,
      audience,
      note,
      author,
      author,
      at,
    );
    rows.add(TABLES.release, sequence, standing.id, revisionId, what, at);
    for (const key of next.keys) rows.add(TABLES.releaseKey, key, sequence, 0);
    const before = standing.number === 0 ? next.keys : standing.present.keys;
    for (const key of before) if (!next.keys.has(key)) rows.add(TABLES.releaseKey, key, sequence, 1);
    const same = before.size === next.keys.size && [...before].every((key) => next.keys.has(key));
    standing.audienceChanged ||= !same;
    Object.assign(standing, {
      present: next,
      revisionId,
      number: standing.number + 1,
      sequence,
      updatedAt: at,
    });
  }

  /** What is present of a publication, once it does not change any more. */
  private settle(standing: Standing): void {
    const { rows } = this;
    const { id, sequence, withdrawal, updatedAt, present } = standing;
    const { content, tlp, origin, keys, audience } = present;
    const state = withdrawal ? 'WITHDRAWN' : 'RELEASED';
    const severity = withdrawal || content.severity === null ? null : LEVELS.indexOf(content.severity);
    const expiresAt = withdrawal ? null : content.expiresAt;
    rows.add(
      TABLES.publication,
      id,
      content.kind,
      origin.id,
      content.onBehalfOfId,
      content.attribution,
      state,
      tlp,
      content.status,
      severity,
      standing.revisionId,
      sequence,
      standing.firstAt,
      updatedAt,
      expiresAt,
      standing.audienceChanged ? 1 : 0,
      withdrawal?.supersededById ?? null,
      withdrawal ? updatedAt : null,
      withdrawal?.reason ?? null,
    );
    for (const key of keys)
      rows.add(TABLES.key, key, sequence, id, content.kind, tlp, severity, content.status, state, expiresAt);
    this.options.text?.(rows, sequence, presentText(standing));
    if (withdrawal) return;
    const above = new Set(audience.regions.flatMap((code) => this.community.tree.line(code)));
    for (const code of above) rows.add(TABLES.region, id, code, audience.regions.includes(code) ? 1 : 0);
    for (const system of content.affectedSystems) rows.add(TABLES.system, id, system);
    for (const cve of content.cves) rows.add(TABLES.cve, cve, sequence, id);
  }

  /** Into the inboxes of the readers whom it addresses, and of somebody else. */
  private deliver({ id, sequence, present }: Standing, at: string): void {
    const { random, rows, community } = this;
    const asks = present.content.acknowledgeWithinMinutes === null ? 0 : 1;
    const arrive = (personId: string, memberId: string) => {
      const state = INBOX.pick(random);
      const read = state === 'UNREAD' ? null : at;
      rows.add(TABLES.inbox, personId, id, memberId, 'SUBSCRIPTION', state, asks, sequence, at, read, read);
      if (state === 'ACKNOWLEDGED')
        rows.add(TABLES.acknowledgement, id, memberId, 'ACTING', null, personId, sequence, at);
    };
    for (const { viewer, held } of community.readers) {
      if (opens(held, present.keys) && opens(held, present.addressed) && random.chance(0.7))
        arrive(viewer.personId, viewer.member.id);
    }
    this.arrived += 1;
    const other = community.members[this.arrived % community.members.length];
    const person = other?.people[0];
    if (other && person && !community.readers.some(({ viewer }) => viewer.personId === person.id))
      arrive(person.id, other.id);
  }
}

function presentText({ present, withdrawal }: Standing): string {
  const { title, summary, body, instructions, affectedProducts, cves } = present.content;
  if (!withdrawal) return [title, summary, body, instructions ?? '', ...affectedProducts, ...cves].join('\n');
  return present.tlp === 'AMBER_STRICT' || present.tlp === 'RED' ? '' : title;
}
